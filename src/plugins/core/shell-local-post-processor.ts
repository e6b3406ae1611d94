import { Construct } from 'constructs';
import { SHELL_LOCAL_OPTIONS, SHELL_LOCAL_SCRIPT, ShellLocalOptions } from './shell-local';
import { ComponentSchema, typed } from '../../language/component-schema';
import { PostProcessor, PostProcessorMetaArguments } from '../../language/post-processor';

/** @see ShellLocalPostProcessor */
export interface ShellLocalPostProcessorProps extends PostProcessorMetaArguments, ShellLocalOptions {}

const SHELL_LOCAL: ComponentSchema = {
  kind: 'post-processor', type: 'shell-local', inlineScript: SHELL_LOCAL_SCRIPT, options: SHELL_LOCAL_OPTIONS,
};

/**
 * Runs a script on the machine that builds, when the artifact is finished.
 *
 * @see https://developer.hashicorp.com/packer/docs/post-processors/shell-local
 *
 * @example
 * declare const web: Image;
 * new ShellLocalPostProcessor(web, 'announce', { inline: ['./announce.sh'] });
 */
export class ShellLocalPostProcessor extends PostProcessor {
  public constructor(scope: Construct, id: string, props: ShellLocalPostProcessorProps = {}) {
    super(scope, id, typed(SHELL_LOCAL, props));
  }
}
