import { spawn } from 'node:child_process';
import { installFailed, packerMissing } from './errors';
import { PluginAddress } from '../project/plugin-address';

/** The command that installs a plugin. */
export function installCommand({ source, version }: PluginAddress): string[] {
  return ['packer', 'plugins', 'install', source, ...version === undefined ? [] : [version]];
}

/** Lets Packer install a plugin, with what Packer says. */
export async function install(plugin: PluginAddress): Promise<void> {
  const [command, ...args] = installCommand(plugin);
  const code = await new Promise((resolve, reject) => {
    // Its result is no result of ours: both of its streams go where messages go.
    const child = spawn(command, args, { stdio: ['inherit', process.stderr, process.stderr] });
    child.once('error', () => reject(packerMissing(installCommand(plugin).join(' '))));
    child.once('close', resolve);
  });
  if (code !== 0) { throw installFailed(installCommand(plugin).join(' ')); }
}
