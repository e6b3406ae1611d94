import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { captured } from './child.mjs';
import { build, GO, hasGo } from './go.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { Missing } from './say.mjs';

/** The plugins that the tests work with, and about how long Go needs for each. */
const PLUGINS = { docker: 1, amazon: 3 };

/** What Packer calls the folder of installed plugins. */
const FOLDER = join(CACHE, 'plugins');

/** Finds the plugins of the tests installed in the cache, or builds and installs them. */
export async function findPlugins(packer) {
  const plugins = Object.keys(PLUGINS).map(plugin => ({ plugin, version: versionOf(plugin) }));
  for (const { plugin, version } of plugins) {
    if (!isInstalled(plugin, version)) await buildAndInstall(packer, plugin, version);
  }
  return { path: FOLDER, versions: plugins.map(({ plugin, version }) => `${plugin} ${version}`) };
}

/** The one place that says the version is the module's own list of requirements. */
function versionOf(plugin) {
  const [, version] = new RegExp(`/packer-plugin-${plugin} v(\\S+)`).exec(readFileSync(join(moduleOf(plugin), 'go.mod'), 'utf8'));
  return version;
}

function moduleOf(plugin) {
  return join(ROOT, 'tools', 'plugins', plugin);
}

function folderOf(plugin, plugins = FOLDER) {
  return join(plugins, 'github.com', 'hashicorp', plugin);
}

/** Packer takes no plugin without its checksum, which is put there last. */
function isInstalled(plugin, version) {
  const folder = folderOf(plugin);
  return existsSync(folder)
    && readdirSync(folder).some(name => name.startsWith(`packer-plugin-${plugin}_v${version}_`) && name.endsWith('_SHA256SUM'));
}

async function buildAndInstall(packer, plugin, version) {
  const title = `the plugin ${plugin} ${version}`;
  if (!hasGo()) throw new Missing(`${GO} is needed: ${title} is built with it.`);
  const main = `github.com/hashicorp/packer-plugin-${plugin}`;
  const unfinished = join(CACHE, `plugins.${process.pid}`);
  const program = join(unfinished, 'program');
  try {
    // Some modules call themselves a version that is not released yet.
    const flags = ['-ldflags', `-X ${main}/version.VersionPrerelease=`];
    await build({ title, module: moduleOf(plugin), main, file: program, flags, minutes: PLUGINS[plugin] });
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_PLUGIN_PATH: unfinished };
    const { code, output } = await captured(packer.path, ['plugins', 'install', '-path', program, `github.com/hashicorp/${plugin}`], { env });
    if (code !== 0) throw new Missing(`${output}\nPacker could not install ${title}: see above.`);
    // Somebody may be working with the one that is there.
    mkdirSync(folderOf(plugin), { recursive: true });
    for (const name of readdirSync(folderOf(plugin, unfinished)).sort()) {
      renameSync(join(folderOf(plugin, unfinished), name), join(folderOf(plugin), name));
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
