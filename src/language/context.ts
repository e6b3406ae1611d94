import * as errors from './errors';
import { encodeMark } from '../references/mark';

function contextual(code: string): string {
  return encodeMark({ node: { kind: 'code', code } });
}

/**
 * The source that is being built: in the options of sources, provisioners and post-processors. Anywhere else it is an error at synth.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 *
 * @example
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'say', { inline: [`echo building ${SourceContext.NAME}`] });
 */
export class SourceContext {
  /** The name of the source. */
  public static readonly NAME = contextual('source.name');
  /** The type of the source. */
  public static readonly TYPE = contextual('source.type');

  private constructor() {}
}

/**
 * The build that is running: in the options of provisioners and post-processors. Anywhere else it is an error at synth, except for
 * `NAME`. What the builder does not know reads `<unknown>`.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 *
 * @example
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'say', { inline: [`echo ${BuildContext.USER}@${BuildContext.HOST}`] });
 */
export class BuildContext {
  /** The name of the build, an empty text when it has none. Meta-arguments of steps may use it too. */
  public static readonly NAME = contextual('build.name');
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
  /** The address of the HTTP server that Packer runs for the machine: its IP address. */
  public static readonly PACKER_HTTP_IP = contextual('build.PackerHTTPIP');
  /** The address of the HTTP server that Packer runs for the machine: its port. */
  public static readonly PACKER_HTTP_PORT = contextual('build.PackerHTTPPort');
  /** The address of the HTTP server that Packer runs for the machine: IP address, `:` and port. */
  public static readonly PACKER_HTTP_ADDRESS = contextual('build.PackerHTTPAddr');
  /** The public key of the communicator. */
  public static readonly SSH_PUBLIC_KEY = contextual('build.SSHPublicKey');
  /** The private key of the communicator, when Packer made it or read it from a file. */
  public static readonly SSH_PRIVATE_KEY = contextual('build.SSHPrivateKey');
  /** The password of the WinRM communicator. */
  public static readonly WINRM_PASSWORD = contextual('build.WinRMPassword');

  /**
   * A value that the builder adds, for example `SourceAMI` of `amazon-ebs`. Packer refuses one that the builder of the source
   * does not have.
   *
   * @param name - as the page of the builder lists it
   * @throws when `name` cannot be the name of such a value
   */
  public static generated(name: string): string {
    if (!/^[A-Za-z_]\w*$/.test(name)) { throw errors.generatedAttribute(name); }
    return contextual(`build.${name}`);
  }

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

/**
 * Packer itself.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 */
export class PackerContext {
  /** The version of Packer that builds, for example `1.16.0`. */
  public static readonly VERSION = contextual('packer.version');
  /**
   * The id of the version in HCP Packer. Only in the options of sources and steps, and only in builds that HCP Packer knows of:
   * in others, steps fail when they run.
   *
   * @deprecated use `VERSION_FINGERPRINT`
   */
  public static readonly ITERATION_ID = contextual('packer.iterationID');
  /**
   * The fingerprint of the version in HCP Packer. Only in the options of sources and steps, and only in builds that HCP Packer knows
   * of: in others, steps fail when they run. Needs Packer 1.10.1.
   */
  public static readonly VERSION_FINGERPRINT = contextual('packer.versionFingerprint');

  private constructor() {}
}
