import { join, relative, resolve } from 'node:path';
import { bindingsOf } from './bindings';
import * as errors from './errors';
import { replaceGenerated } from './generated-folder';
import { install, installCommand } from './install';
import { installedVersions, pluginDirectory, sourceOf } from './plugin-directory';
import { readFrom } from './read-from';
import { Failure } from '../failure';
import { PluginAddress, pluginAddress, written } from '../project/plugin-address';
import { ProjectSettings } from '../project/settings';
import { PluginFacts, UnreadComponent } from '../schema';

/** What `cdk-packer get` was asked for. */
export interface GetOptions {
  /** Addresses of plugins; none for those in `cdk-packer.json`. */
  readonly plugins: readonly string[];
  /** A plugin's program, instead of the installed one. */
  readonly binary?: string;
  /** A folder with a plugin's Go sources, instead of a program. */
  readonly fromSource?: string;
  /** The folder for the classes of plugins, instead of that of the project. */
  readonly output?: string;
  /** Let Packer install what is missing. */
  readonly install?: boolean;
}

/** Where a command says what it did, and what went wrong. */
export interface Console {
  say(line: string): void;
  complain(line: string): void;
}

/** Writes typed classes for plugins. One that fails does not hide the others. Gives the exit code. */
export async function get(options: GetOptions, console: Console, cwd = process.cwd()): Promise<number> {
  const settings = ProjectSettings.near(cwd);
  const plugins = wanted(options, settings);
  const output = options.output === undefined ? settings.output : resolve(cwd, options.output);
  const done: PluginAddress[] = [];
  let code = 0;
  for (const plugin of plugins) {
    try {
      const { exact, complete } = await getOne(plugin, { ...options, output }, console, cwd);
      done.push(exact);
      if (!complete) { code = 1; }
    } catch (error) {
      if (!(error instanceof Failure)) { throw error; }
      console.complain(error.message);
      code = Math.max(code, error.exitCode);
    }
  }
  // What lies in a folder of somebody's choice is no part of what `get` alone writes anew.
  const isNamed = options.plugins.length > 0 || options.binary !== undefined;
  if (isNamed && options.output === undefined && done.length > 0) { await settings.add(done); }
  return code;
}

async function getOne(
  plugin: PluginAddress, options: GetOptions & { readonly output: string }, { say, complain }: Console, cwd: string,
): Promise<{ exact: PluginAddress; complete: boolean }> {
  const { facts, unread } = await factsOf(plugin, options, cwd);
  unread.forEach((component) => complain(unreadLine(written(plugin), component)));
  if (facts.components.length === 0) { throw errors.nothingRead(written(plugin)); }
  const exact = { ...plugin, version: facts.version };
  const folder = join(options.output, plugin.name);
  await replaceGenerated(folder, await bindingsOf(facts, { command: `cdk-packer get ${written(exact)}`, folder }));
  const count = facts.components.length;
  say(`${written(exact)}: ${count} ${count === 1 ? 'class' : 'classes'} in ${relative(cwd, folder) || '.'}`);
  return { exact, complete: unread.length === 0 };
}

function wanted({ plugins, binary, fromSource }: GetOptions, settings: ProjectSettings): PluginAddress[] {
  const given = plugins.map(pluginAddress);
  if (binary !== undefined && given.length === 0) {
    const source = sourceOf(resolve(binary));
    if (source === undefined) { throw errors.whosePlugin(binary); }
    return [pluginAddress(source)];
  }
  if (binary !== undefined && given.length !== 1) { throw errors.onePlugin('--binary'); }
  if (fromSource !== undefined && given.length !== 1) { throw errors.onePlugin('--from-source'); }
  const list = given.length > 0 ? given : settings.plugins;
  if (list.length === 0) { throw errors.nothingToGet(settings.file); }
  const listed = [...list, ...settings.plugins.filter(({ source }) => !list.some((one) => one.source === source))];
  for (const { name } of list) {
    const same = listed.filter((one) => one.name === name);
    if (same.length > 1) { throw errors.sameName(name, same.map(({ source }) => source)); }
  }
  return list;
}

async function factsOf(
  plugin: PluginAddress, { binary, fromSource, install: mayInstall = false }: GetOptions, cwd: string,
): Promise<{ facts: PluginFacts; unread: readonly UnreadComponent[] }> {
  const from = fromSource !== undefined ? { source: resolve(cwd, fromSource) }
    : binary !== undefined ? { binary: resolve(cwd, binary), checksumNeeded: false }
      : { binary: await installed(plugin, mayInstall), checksumNeeded: true };
  const { version, components, unread } = await readFrom(plugin, from);
  if (plugin.version !== undefined && version !== plugin.version) { throw errors.otherVersion(plugin.source, plugin.version, version); }
  const repo = `${plugin.owner}/packer-plugin-${plugin.name}`;
  return { facts: { plugin: plugin.name, source: plugin.source, repo, version, components }, unread };
}

async function installed(plugin: PluginAddress, mayInstall: boolean): Promise<string> {
  const directory = pluginDirectory();
  const find = () => installedVersions(plugin, directory).find(({ version }) => plugin.version === undefined || version === plugin.version)?.file;
  const found = find();
  if (found !== undefined) { return found; }
  if (mayInstall) { await install(plugin); }
  const file = find();
  if (file === undefined) {
    const others = installedVersions(plugin, directory).map(({ version }) => version);
    throw errors.notInstalled(written(plugin), installCommand(plugin).join(' '), directory, others);
  }
  return file;
}

function unreadLine(plugin: string, { kind, type, error }: UnreadComponent): string {
  return `${plugin}: the ${kind} ${type} could not be read: ${error.message}`;
}
