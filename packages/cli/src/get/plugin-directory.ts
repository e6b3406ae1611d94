import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { compare, valid } from 'semver';
import { PluginAddress } from '../project/plugin-address';

/** A plugin that Packer has installed. */
export interface InstalledPlugin {
  readonly file: string;
  readonly version: string;
}

/** Where Packer looks for plugins. */
export function pluginDirectory(env: NodeJS.ProcessEnv = process.env): string {
  if (env.PACKER_PLUGIN_PATH) { return env.PACKER_PLUGIN_PATH; }
  if (env.PACKER_CONFIG_DIR) { return join(env.PACKER_CONFIG_DIR, '.packer.d', 'plugins'); }
  if (process.platform === 'win32') { return join(env.APPDATA ?? homedir(), 'packer.d', 'plugins'); }
  const legacy = join(homedir(), '.packer.d');
  return join(existsSync(legacy) ? legacy : join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'packer'), 'plugins');
}

const SYSTEMS: { readonly [platform: string]: string } = { win32: 'windows', sunos: 'solaris' };
const MACHINES: { readonly [arch: string]: string } = { x64: 'amd64', ia32: '386' };

/** The installed versions of a plugin that run on this machine, the newest first. */
export function installedVersions({ source, name }: PluginAddress, directory: string): InstalledPlugin[] {
  const folder = join(directory, ...source.split('/'));
  if (!existsSync(folder)) { return []; }
  const system = SYSTEMS[process.platform] ?? process.platform;
  const machine = MACHINES[process.arch] ?? process.arch;
  const prefix = `packer-plugin-${name}_v`;
  return readdirSync(folder)
    .map((file) => ({ file, match: /^(.+)_x\d+\.\d+_(\w+?)_(\w+?)(?:\.exe)?$/.exec(file.startsWith(prefix) ? file.slice(prefix.length) : '') }))
    .flatMap(({ file, match }) => (match && valid(match[1]) && match[2] === system && match[3] === machine
      ? [{ file: join(folder, file), version: match[1] }] : []))
    .sort((a, b) => compare(b.version, a.version));
}

/** The address of a plugin by where its program lies in a folder of plugins. */
export function sourceOf(file: string): string | undefined {
  const [host, owner, name, program] = file.split(/[\\/]/).slice(-4);
  return host?.includes('.') && program?.startsWith(`packer-plugin-${name}_v`) ? `${host}/${owner}/${name}` : undefined;
}
