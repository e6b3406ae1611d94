import { encodeMark } from '../references/mark';

function contextual(code: string): string {
  return encodeMark({ node: { kind: 'code', code } });
}

/**
 * The source that is being built, inside steps.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 */
export class SourceContext {
  /** The name of the source. */
  public static readonly NAME = contextual('source.name');
  /** The type of the source. */
  public static readonly TYPE = contextual('source.type');

  private constructor() {}
}

/**
 * The build that is running, inside steps. What the builder does not know reads `<unknown>`.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 */
export class BuildContext {
  /** The id of the machine that is being built. */
  public static readonly ID = contextual('build.ID');
  /** The host that the communicator connects to. */
  public static readonly HOST = contextual('build.Host');
  /** The port that the communicator connects to. */
  public static readonly PORT = contextual('build.Port');
  /** The user that the communicator connects as. */
  public static readonly USER = contextual('build.User');
  /** The password of the communicator. */
  public static readonly PASSWORD = contextual('build.Password');
  /** The kind of communicator: `ssh`, `winrm`. */
  public static readonly CONNECTION_TYPE = contextual('build.ConnType');
  /** The id of this run of Packer. */
  public static readonly PACKER_RUN_UUID = contextual('build.PackerRunUUID');
  /** The public key of the communicator. */
  public static readonly SSH_PUBLIC_KEY = contextual('build.SSHPublicKey');

  private constructor() {}
}

/**
 * Paths of the machine that builds.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/path-variables
 */
export class PathContext {
  /** The directory of the template. */
  public static readonly ROOT = contextual('path.root');
  /** The directory that Packer was started in. */
  public static readonly CWD = contextual('path.cwd');

  private constructor() {}
}
