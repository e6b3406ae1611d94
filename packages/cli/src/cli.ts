import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Failure } from './failure';
import { get } from './get/get';

const GET_HELP = `
Reads the options of every component of a plugin from the plugin's own program, and writes
TypeScript classes for them: one folder a plugin, used like the plugins in cdk-packer.

  import { DockerSource } from './.gen/packer/docker';

Examples:
  $ cdk-packer get github.com/hashicorp/docker@1.1.2   get a plugin, and list it in cdk-packer.json
  $ cdk-packer get                                     get all that cdk-packer.json lists again
  $ cdk-packer get github.com/acme/thing --install     let Packer install it first
  $ cdk-packer get github.com/acme/thing --binary ./packer-plugin-thing
  $ cdk-packer get github.com/acme/thing@1.0.0 --from-source ../packer-plugin-thing

The plugin must be installed: packer plugins install github.com/hashicorp/docker 1.1.2
The folder .gen is like that of cdktf: leave it out of version control, and get it again after
a clone. Exit codes: 0 done, 1 failed, 2 wrong usage.`;

/** Runs the command line. Gives the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('cdk-packer')
    .description('Images of Packer as constructs: what goes beside the program that declares them.')
    .version(ownVersion(), '-v, --version', 'say the version')
    .helpOption('-h, --help', 'say how a command is used')
    .showHelpAfterError('(cdk-packer --help says how commands are used)')
    .exitOverride();
  program.command('get')
    .summary('write typed classes for any plugin')
    .description('Writes typed classes for plugins that cdk-packer does not bring along, or for other versions of those it does.')
    .argument('[plugins...]', 'addresses as in required_plugins, with an exact version: github.com/hashicorp/docker@1.1.2')
    .option('--binary <file>', 'read this program of the plugin instead of the installed one')
    .option('--from-source <folder>', 'read the Go sources of the plugin instead of a program')
    .option('--output <folder>', 'write below this folder (default: "output" in cdk-packer.json, else .gen/packer)')
    .option('--install', 'let Packer install what is missing')
    .addHelpText('after', GET_HELP)
    .action(async (plugins: string[], options) => {
      if (options.binary !== undefined && options.fromSource !== undefined) {
        program.error('error: --binary and --from-source exclude each other: a plugin is read from its program or from its sources');
      }
      code = await get({ ...options, plugins }, { say: console.log, complain: console.error });
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) { return error.exitCode === 0 ? 0 : 2; }
    if (!(error instanceof Failure)) { throw error; }
    console.error(error.message);
    return error.exitCode;
  }
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')).version;
}
