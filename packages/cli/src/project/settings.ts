import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { badSettings } from './errors';
import { PluginAddress, pluginAddress, written } from './plugin-address';

/** The file that says which plugins a project has typed classes of its own for. */
export const SETTINGS = 'cdk-packer.json';

/** Where the classes of plugins are written, one folder each: beside those that `cdktf get` writes. */
const USUAL_OUTPUT = '.gen/packer';

/** The settings of a project. What else is in the file stays as it is. */
export class ProjectSettings {
  /** The nearest project upwards: a folder with `cdk-packer.json` or `cdktf.json`, else the folder itself. */
  public static near(folder: string): ProjectSettings {
    const start = resolve(folder);
    for (let place = start; ; place = dirname(place)) {
      if ([SETTINGS, 'cdktf.json'].some((name) => existsSync(join(place, name)))) { return new ProjectSettings(place); }
      if (place === dirname(place)) { return new ProjectSettings(start); }
    }
  }

  public readonly file: string;
  private readonly content: { readonly [key: string]: unknown };

  private constructor(public readonly folder: string) {
    this.file = join(folder, SETTINGS);
    this.content = existsSync(this.file) ? this.read() : {};
  }

  public get plugins(): PluginAddress[] {
    const { plugins = [] } = this.content;
    if (!Array.isArray(plugins) || !plugins.every((plugin) => typeof plugin === 'string')) {
      throw badSettings(this.file, '"plugins" must be a list of addresses');
    }
    return plugins.map(pluginAddress);
  }

  /** The folder for the classes of plugins. */
  public get output(): string {
    const { output = USUAL_OUTPUT } = this.content;
    if (typeof output !== 'string' || output === '') { throw badSettings(this.file, '"output" must be the path of a folder'); }
    return resolve(this.folder, output);
  }

  /** Writes the plugins down, with `added` in place of other versions of them. */
  public async add(added: readonly PluginAddress[]): Promise<void> {
    const replaced = new Set(added.map(({ source }) => source));
    const plugins = [...this.plugins.filter(({ source }) => !replaced.has(source)), ...added].map(written).sort();
    const text = `${JSON.stringify({ ...this.content, plugins }, undefined, 2)}\n`;
    if (existsSync(this.file) && readFileSync(this.file, 'utf8') === text) { return; }
    await writeFileAtomic(this.file, text);
  }

  private read(): { readonly [key: string]: unknown } {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(this.file, 'utf8'));
    } catch (error) {
      throw badSettings(this.file, `it is no JSON (${(error as Error).message})`);
    }
    if (typeof content !== 'object' || content === null || Array.isArray(content)) { throw badSettings(this.file, 'it must be an object'); }
    return content as { readonly [key: string]: unknown };
  }
}
