import { Construct } from 'constructs';
import { SHELL_LOCAL_OPTIONS, SHELL_LOCAL_SCRIPT, ShellLocalOptions } from './shell-local';
import { ComponentSchema, typed } from '../../language/component-schema';
import { Provisioner, ProvisionerMetaArguments } from '../../language/provisioner';

/** @see ShellLocalProvisioner */
export interface ShellLocalProvisionerProps extends ProvisionerMetaArguments, ShellLocalOptions {}

const SHELL_LOCAL: ComponentSchema = {
  kind: 'provisioner', type: 'shell-local', inlineScript: SHELL_LOCAL_SCRIPT, options: SHELL_LOCAL_OPTIONS,
};

/**
 * Runs a script on the machine that builds, while the image is being prepared.
 *
 * @see https://developer.hashicorp.com/packer/docs/provisioners/shell-local
 *
 * @example
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'assemble', {
 *   script: './scripts/assemble.sh',
 *   environmentVars: [`OUTPUT=${web.workDirectory}/web.tar`],
 * });
 */
export class ShellLocalProvisioner extends Provisioner {
  public constructor(scope: Construct, id: string, props: ShellLocalProvisionerProps = {}) {
    super(scope, id, typed(SHELL_LOCAL, props));
  }
}
