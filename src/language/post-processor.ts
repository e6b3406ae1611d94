import { Construct } from 'constructs';
import { DynamicIterator } from './dynamic';
import { Component, ComponentProps } from './element';
import * as errors from './errors';
import { setSelection, SourceSelection } from './selection';
import { buildOf } from './template-of';
import { IResolvable } from '../references/resolvable';

/** What Packer lets every post-processor say. */
export interface PostProcessorMetaArguments extends SourceSelection {
  /**
   * A name, by which `packer build -except` leaves out the post-processor and the rest of its chain.
   *
   * @default - no name
   */
  readonly name?: string;

  /**
   * Repeat the post-processor for each element of a list or map that only Packer knows.
   *
   * @default - it runs once
   */
  readonly forEach?: DynamicIterator;

  /**
   * Keep the artifact that the post-processor was given.
   *
   * @default - the post-processor's own default
   */
  readonly keepInputArtifact?: boolean | IResolvable;
}

/** What a post-processor is. */
export interface PostProcessorProps extends PostProcessorMetaArguments, ComponentProps {}

/**
 * Something done with the finished artifact. Below a `PostProcessorChain` it takes the artifact of the one before it,
 * elsewhere that of the source.
 *
 * This class takes any type and any options by their names in HCL; typed classes such as `ChecksumPostProcessor` extend it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/post-processor
 *
 * @example
 * declare const web: Image;
 * new PostProcessor(web, 'sums', { type: 'checksum', configuration: { checksum_types: ['sha256'] } });
 */
export class PostProcessor extends Component {
  /** @internal */
  public readonly _meta: PostProcessorMetaArguments;

  /** @throws when no build is above, or both `only` and `except` are given */
  public constructor(scope: Construct, id: string, props: PostProcessorProps) {
    super(scope, id, 'post-processor', props);
    this._meta = props;
    setSelection(this, props);
    if (!buildOf(this)) { throw errors.outsideOfBuild(this, 'post-processor'); }
  }
}
