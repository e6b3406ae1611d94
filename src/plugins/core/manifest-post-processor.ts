import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { PostProcessor, PostProcessorMetaArguments } from '../../language/post-processor';
import { IResolvable } from '../../references/resolvable';

/** @see ManifestPostProcessor */
export interface ManifestPostProcessorProps extends PostProcessorMetaArguments {
  /**
   * Facts of your own.
   *
   * @default - none
   */
  readonly customData?: { [name: string]: string };

  /**
   * The file. Packer appends to it. In an image a relative path lies below its work folder.
   *
   * @default 'packer-manifest.json'
   */
  readonly output?: string;

  /**
   * Write the names of files without their folders.
   *
   * @default false
   */
  readonly stripPath?: boolean | IResolvable;

  /**
   * Leave the time of the build out.
   *
   * @default false
   */
  readonly stripTime?: boolean | IResolvable;
}

const MANIFEST: ComponentSchema = {
  kind: 'post-processor',
  type: 'manifest',
  options: [
    option('custom_data', { type: 'map(string)', goTemplate: 'fixpoint' }),
    option('output', { role: 'output path', defaultOutput: 'packer-manifest.json' }),
    option('strip_path', { type: 'bool' }),
    option('strip_time', { type: 'bool' }),
  ],
};

/**
 * Writes what was built into a JSON file. An image writes manifests of its own; this one is for your tools.
 *
 * @see https://developer.hashicorp.com/packer/docs/post-processors/manifest
 *
 * @example
 * declare const web: Image;
 * new ManifestPostProcessor(web, 'manifest', { output: 'web.json', customData: { team: 'web' } });
 */
export class ManifestPostProcessor extends PostProcessor {
  public constructor(scope: Construct, id: string, props: ManifestPostProcessorProps = {}) {
    super(scope, id, typed(MANIFEST, props));
  }
}
