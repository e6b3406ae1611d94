import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { Provisioner, ProvisionerMetaArguments } from '../../language/provisioner';
import { IResolvable } from '../../references/resolvable';

/** @see ShellProvisioner */
export interface ShellProvisionerProps extends ProvisionerMetaArguments {
  /**
   * The script is not text: leave its line endings alone.
   *
   * @default false
   */
  readonly binary?: boolean | IResolvable;

  /**
   * Environment variables of the script, by name. Needs Packer 1.8.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Environment variables of the script, as `NAME=value`. Packer puts the value in single quotes.
   *
   * @default - none
   */
  readonly environmentVars?: string[];

  /**
   * How the script is run. A Go template.
   *
   * @default 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}'
   */
  readonly executeCommand?: string;

  /**
   * The step may end the connection, for example by a restart.
   *
   * @default false
   */
  readonly expectDisconnect?: boolean | IResolvable;

  /**
   * Lines of a script. One of `inline`, `script` and `scripts` is needed.
   *
   * @default - a script file is given
   */
  readonly inline?: string[];

  /**
   * The interpreter of `inline`, without `#!`.
   *
   * @default '/bin/sh -e'
   */
  readonly inlineShebang?: string;

  /**
   * How long to wait after the step, for example `10s`.
   *
   * @default - no pause
   */
  readonly pauseAfter?: string;

  /**
   * The folder for the script on the machine being built.
   *
   * @default '/tmp'
   */
  readonly remoteFolder?: string;

  /**
   * A local script file.
   *
   * @default - `inline` or `scripts`
   */
  readonly script?: string;

  /**
   * Local script files, run one after the other.
   *
   * @default - `inline` or `script`
   */
  readonly scripts?: string[];

  /**
   * How long to try to start the script, for example `5m`.
   *
   * @default '5m'
   */
  readonly startRetryTimeout?: string;

  /**
   * Exit codes that mean success.
   *
   * @default [0]
   */
  readonly validExitCodes?: number[];
}

const SHELL: ComponentSchema = {
  kind: 'provisioner',
  type: 'shell',
  needsCommunicator: true,
  inlineScript: { lines: 'inline', shebang: 'inline_shebang', defaultShebang: '/bin/sh -e', keepsOwnShebang: true, script: 'script' },
  // Packer renders `execute_command`, with the environment and the path of the script in it, until nothing changes.
  options: [
    option('binary', { type: 'bool' }),
    option('env', { type: 'map(string)', goTemplate: 'fixpoint' }),
    option('environment_vars', { type: 'list(string)', goTemplate: 'fixpoint' }),
    option('execute_command', { goTemplate: 'purpose' }),
    option('expect_disconnect', { type: 'bool' }),
    option('inline', { type: 'list(string)', goTemplate: 'fixpoint' }),
    option('inline_shebang'),
    option('pause_after', { role: 'effort' }),
    option('remote_folder', { goTemplate: 'fixpoint' }),
    option('script', { role: 'input path' }),
    option('scripts', { type: 'list(string)', role: 'input path' }),
    option('start_retry_timeout', { role: 'effort' }),
    option('valid_exit_codes', { type: 'list(number)' }),
  ],
};

/**
 * Runs a script on the machine that is being built.
 *
 * @see https://developer.hashicorp.com/packer/docs/provisioners/shell
 *
 * @example
 * declare const web: Image;
 * new ShellProvisioner(web, 'nginx', { inline: ['apt-get update', 'apt-get -y install nginx'] });
 */
export class ShellProvisioner extends Provisioner {
  public constructor(scope: Construct, id: string, props: ShellProvisionerProps = {}) {
    super(scope, id, typed(SHELL, props));
  }
}
