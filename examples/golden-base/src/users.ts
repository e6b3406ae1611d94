import { ShellLocalProvisioner } from 'cdk-packer';
import { Construct } from 'constructs';
import { script } from './script';

/** Somebody with an account. */
export interface User {
  /** Lower-case letters, digits, `_` and `-`. */
  readonly name: string;
  /** The number of the account, the same in all images. */
  readonly uid: number;
  /** A public key of SSH, as a line of `authorized_keys`. */
  readonly key: string;
}

/** Who gets an account. */
export interface UsersProps {
  /** Where the root file system of the image lies while it is built. */
  readonly root: string;
  readonly users: User[];
}

/** Accounts that log in with a key. */
export class Users extends Construct {
  /** @throws when a name cannot be that of an account */
  constructor(scope: Construct, id: string, { root, users }: UsersProps) {
    super(scope, id);
    for (const { name, uid, key } of users) {
      if (!/^[a-z_][a-z0-9_-]*$/.test(name)) {
        throw new Error(`${this.node.path}: '${name}' cannot be the name of an account. Use lower-case letters, digits, \`_\` and \`-\`.`);
      }
      new ShellLocalProvisioner(this, name, { script: script('add-user.sh'), env: { ROOT: root, NAME: name, NUMBER: `${uid}`, KEY: key } });
    }
  }
}
