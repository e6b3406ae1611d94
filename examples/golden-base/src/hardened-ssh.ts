import { ShellLocalProvisioner } from 'cdk-packer';
import { Construct } from 'constructs';
import { script } from './script';

/** Who may log in, and where. */
export interface HardenedSshProps {
  /** Where the root file system of the image lies while it is built. */
  readonly root: string;

  /** The names of the only accounts that may log in. */
  readonly allowUsers: string[];

  /**
   * The port that the server listens on.
   *
   * @default 22
   */
  readonly port?: number;
}

/** A server of SSH that takes keys only, and never `root`. */
export class HardenedSsh extends Construct {
  /** @throws when nobody could log in */
  constructor(scope: Construct, id: string, { root, allowUsers, port = 22 }: HardenedSshProps) {
    super(scope, id);
    if (allowUsers.length === 0) {
      throw new Error(`${this.node.path}: \`allowUsers\` is empty, so nobody could log in. Name an account.`);
    }
    new ShellLocalProvisioner(this, 'configure', {
      script: script('harden-ssh.sh'),
      env: { ROOT: root, ALLOW_USERS: allowUsers.join(' '), PORT: `${port}` },
    });
  }
}
