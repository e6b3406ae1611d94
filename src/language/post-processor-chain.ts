import { Construct } from 'constructs';
import { markKind } from './element-kind';
import * as errors from './errors';
import { buildOf } from './template-of';

/**
 * Post-processors that work on each other's artifacts: the first gets the source's artifact, each other one that of the
 * one before. The order is that of the construct tree.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/post-processors
 *
 * @example
 * declare const web: Image;
 * const publish = new PostProcessorChain(web, 'publish');
 * new ChecksumPostProcessor(publish, 'sums', { checksumTypes: ['sha256'] });
 * new ShellLocalPostProcessor(publish, 'upload', { inline: ['./upload.sh'] });
 */
export class PostProcessorChain extends Construct {
  /** @throws when no build is above */
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    markKind(this, 'chain');
    if (!buildOf(this)) { throw errors.outsideOfBuild(this, 'chain of post-processors'); }
  }
}
