import * as fs from 'fs';
import * as path from 'path';
import { given } from './given';

/** A plugin that is installed for the tests. */
export interface InstalledPlugin {
  readonly source: string;
  readonly version: string;
}

export const DOCKER_PLUGIN = installed('docker');
export const AMAZON_PLUGIN = installed('amazon');

/** The version is the one that is built. */
function installed(plugin: string): InstalledPlugin {
  const module = fs.readFileSync(path.join(__dirname, '..', '..', 'tools', 'plugins', plugin, 'go.mod'), 'utf8');
  const [, version] = new RegExp(`/packer-plugin-${plugin} v(\\S+)`).exec(module)!;
  return { source: `github.com/hashicorp/${plugin}`, version };
}

/** The environment in which Packer finds the plugins docker and amazon. It costs each run half a second. */
export function pluginEnvironment(): { [name: string]: string } {
  return { PACKER_PLUGIN_PATH: given('CDK_PACKER_PLUGINS') };
}
