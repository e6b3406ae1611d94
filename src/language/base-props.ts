import type { ComponentKind } from './component-schema';
import type { DataSourceProps } from './data-source';
import type { ComponentProps } from './element';
import type { PostProcessorMetaArguments } from './post-processor';
import type { ProvisionerMetaArguments } from './provisioner';
import type { SourceProps } from './source';

/** All names of `T`: one that is missing, or no name of it, does not compile. */
type Names<T> = Readonly<Record<keyof T, true>>;

const SOURCE: Names<Omit<SourceProps, keyof ComponentProps>> = { name: true };
const DATA: Names<Omit<DataSourceProps, keyof ComponentProps>> = { name: true };
const POST_PROCESSOR: Names<PostProcessorMetaArguments> = {
  name: true, only: true, except: true, forEach: true, keepInputArtifact: true,
};
const PROVISIONER: Names<ProvisionerMetaArguments> = {
  name: true,
  only: true,
  except: true,
  forEach: true,
  errorCleanup: true,
  pauseBefore: true,
  timeout: true,
  maxRetries: true,
  continueOnError: true,
};

/** The props that the base class of a typed class takes, besides the options of the component. */
export const BASE_PROPS: { readonly [K in ComponentKind]: Readonly<Record<string, true>> } = {
  'source': SOURCE, 'data': DATA, 'provisioner': PROVISIONER, 'post-processor': POST_PROCESSOR,
};
