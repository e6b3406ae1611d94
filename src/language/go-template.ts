import * as errors from './errors';
import { ExpressionNode } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { encodeMark, hasMark } from '../references/mark';

function goTemplate(text: string): string {
  if (hasMark(text) || looksForeign(text)) { throw errors.goTemplateWithReference(); }
  // A literal that the escaping for Go templates leaves alone.
  const node: ExpressionNode = { kind: 'call', name: GO_TEMPLATE, arguments: [{ kind: 'literal', value: text }] };
  return encodeMark({ node });
}

/** The name under which Go template text travels; it is no function of Packer. */
export const GO_TEMPLATE = '{{';

/** The Go template that the arguments of such a call carry. */
export function goTemplateText(args: readonly ExpressionNode[]): string {
  return String((args[0] as { value: string }).value);
}

/**
 * Text that Packer's plugins run as a Go template. Everywhere else `{{` is a literal.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates/engine
 *
 * @example
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'copy', {
 *   inline: ['echo hello'],
 *   executeCommand: ['/bin/bash', '-c', `${GoTemplate.VARS} ${GoTemplate.SCRIPT}`],
 * });
 */
export class GoTemplate {
  /** The environment variables of a step, as assignments: `{{.Vars}}`. */
  public static readonly VARS = goTemplate('{{.Vars}}');
  /** The path of a step's script on the machine being built: `{{.Path}}`. */
  public static readonly PATH = goTemplate('{{.Path}}');
  /** The path of a local step's script: `{{.Script}}`. */
  public static readonly SCRIPT = goTemplate('{{.Script}}');
  /** The file with the environment variables of a step, with `useEnvVarFile`: `{{.EnvVarFile}}`. */
  public static readonly ENV_VAR_FILE = goTemplate('{{.EnvVarFile}}');
  /** The kind of checksum that is written, in the output of a ChecksumPostProcessor: `{{.ChecksumType}}`. */
  public static readonly CHECKSUM_TYPE = goTemplate('{{.ChecksumType}}');
  /** The image that a container is started from, in the `runCommand` of a DockerSource: `{{.Image}}`. */
  public static readonly IMAGE = goTemplate('{{.Image}}');
  /** The AMI that an instance of Amazon was started from, in tags and descriptions: `{{.SourceAMI}}`. */
  public static readonly SOURCE_AMI = goTemplate('{{.SourceAMI}}');
  /** The region of Amazon that is built in, in tags and descriptions: `{{.BuildRegion}}`. */
  public static readonly BUILD_REGION = goTemplate('{{.BuildRegion}}');
  /** The address of Packer's web server, in boot commands: `{{.HTTPIP}}`. */
  public static readonly HTTP_IP = goTemplate('{{.HTTPIP}}');
  /** The port of Packer's web server, in boot commands: `{{.HTTPPort}}`. */
  public static readonly HTTP_PORT = goTemplate('{{.HTTPPort}}');
  /** The name of the machine that is being built, in boot commands: `{{.Name}}`. */
  public static readonly NAME = goTemplate('{{.Name}}');
  /** The name of the source that is built: `{{build_name}}`. */
  public static readonly BUILD_NAME = goTemplate('{{build_name}}');
  /** The type of the source that is built: `{{build_type}}`. */
  public static readonly BUILD_TYPE = goTemplate('{{build_type}}');
  /** The seconds since 1970 when the build started: `{{timestamp}}`. */
  public static readonly TIMESTAMP = goTemplate('{{timestamp}}');
  /** When the build started, as in `2006-01-02T15:04:05Z`: `{{isotime}}`. */
  public static readonly ISOTIME = goTemplate('{{isotime}}');
  /** A new UUID at each use: `{{uuid}}`. */
  public static readonly UUID = goTemplate('{{uuid}}');

  /**
   * Any Go template text.
   *
   * @param text - with its braces, for example `{{isotime "2006-01-02"}}`
   * @throws when there is a reference in it
   */
  public static of(text: string): string {
    return goTemplate(text);
  }

  private constructor() {}
}
