import { InlineScript, option, OptionSchema } from '../../language/component-schema';
import { IResolvable } from '../../references/resolvable';

/** The options that the provisioner and the post-processor `shell-local` share. */
export interface ShellLocalOptions {
  /**
   * One line of a script.
   *
   * @default - `inline`, `script` or `scripts`
   */
  readonly command?: string;

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
   * How the script is run: a program and its arguments. Go templates.
   *
   * @default ['/bin/sh', '-c', '{{.Vars}} {{.Script}}']
   */
  readonly executeCommand?: string[];

  /**
   * Lines of a script. One of `command`, `inline`, `script` and `scripts` is needed.
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
   * Operating systems that the step runs on, by their names in Go.
   *
   * @default - on all
   */
  readonly onlyOn?: string[];

  /**
   * A local script file.
   *
   * @default - `command`, `inline` or `scripts`
   */
  readonly script?: string;

  /**
   * Local script files, run one after the other.
   *
   * @default - `command`, `inline` or `script`
   */
  readonly scripts?: string[];

  /**
   * On Windows, write paths as the Windows Subsystem for Linux sees them.
   *
   * @default false
   */
  readonly useLinuxPathing?: boolean | IResolvable;

  /**
   * Exit codes that mean success.
   *
   * @default [0]
   */
  readonly validExitCodes?: number[];
}

export const SHELL_LOCAL_SCRIPT: InlineScript = {
  lines: 'inline', shebang: 'inline_shebang', defaultShebang: '/bin/sh -e', keepsOwnShebang: false, script: 'script',
};

/** Packer renders `execute_command`, with the environment and the path of the script in it, until nothing changes. */
export const SHELL_LOCAL_OPTIONS: readonly OptionSchema[] = [
  option('command', { goTemplate: 'fixpoint' }),
  option('env', { type: 'map(string)', goTemplate: 'fixpoint' }),
  option('environment_vars', { type: 'list(string)', goTemplate: 'fixpoint' }),
  option('execute_command', { type: 'list(string)', goTemplate: 'purpose' }),
  option('inline', { type: 'list(string)', goTemplate: 'fixpoint' }),
  option('inline_shebang'),
  option('only_on', { type: 'list(string)' }),
  option('script', { role: 'input path', goTemplate: 'fixpoint', executed: true }),
  option('scripts', { type: 'list(string)', role: 'input path', goTemplate: 'fixpoint', executed: true }),
  option('use_linux_pathing', { type: 'bool' }),
  option('valid_exit_codes', { type: 'list(number)' }),
];
