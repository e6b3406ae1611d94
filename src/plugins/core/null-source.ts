import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { Source } from '../../language/source';

/** @see NullSource */
export interface NullSourceProps {
  /**
   * How steps reach the machine: `ssh`, `winrm` or `none`.
   *
   * @default 'ssh'
   */
  readonly communicator?: string;

  /**
   * The machine that is reached.
   *
   * @default - none, which is right for `communicator: 'none'`
   */
  readonly sshHost?: string;

  /**
   * The password of the user.
   *
   * @default - none
   */
  readonly sshPassword?: string;

  /**
   * The port that is connected to.
   *
   * @default 22
   */
  readonly sshPort?: number;

  /**
   * The private key, a file on the machine that builds. It is not copied.
   *
   * @default - none
   */
  readonly sshPrivateKeyFile?: string;

  /**
   * How long to wait for the machine, for example `5m`.
   *
   * @default '5m'
   */
  readonly sshTimeout?: string;

  /**
   * The user to connect as.
   *
   * @default - none
   */
  readonly sshUsername?: string;

  /**
   * The name in HCL.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

const NULL: ComponentSchema = {
  kind: 'source',
  type: 'null',
  options: [
    option('communicator'),
    option('ssh_host', { role: 'environment' }),
    option('ssh_password', { role: 'credential' }),
    option('ssh_port', { type: 'number', role: 'environment' }),
    option('ssh_private_key_file', { role: 'credential' }),
    option('ssh_timeout', { role: 'effort' }),
    option('ssh_username', { role: 'environment' }),
  ],
};

/**
 * Makes no machine: steps run on one that exists, or, with `communicator: 'none'`, only on the machine that builds.
 *
 * @see https://developer.hashicorp.com/packer/docs/builders/null
 *
 * @example
 * declare const web: Image;
 * new NullSource(web, 'local', { communicator: 'none' });
 */
export class NullSource extends Source {
  public constructor(scope: Construct, id: string, props: NullSourceProps = {}) {
    super(scope, id, typed(NULL, props));
  }
}
