import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from '../language/support';

const ROOT = path.join(__dirname, '..', '..');

/** The folder schema/, as far as a test needs it. */
export interface Facts {
  readonly plugin?: object;
  readonly overlay?: object;
  readonly shared?: object;
  readonly presentation?: object;
  readonly groups?: object;
}

/** What the generator made of facts: the texts of the files, or its complaint. */
export interface Generated {
  readonly files: { readonly [path: string]: string };
  /** The page that lists the plugins. */
  readonly page: string;
  /** The table of what artifacts have. */
  readonly guide: string;
  readonly complaint: string;
}

/** Lets the generator run on facts on a plugin `thing`. */
export function generated({ plugin, overlay = {}, shared = {}, presentation = {}, groups = {} }: Facts): Generated {
  const folder = temporaryFolder();
  write(folder, 'library.json', { plugins: { thing: presentation }, groups });
  write(folder, 'plugins/thing.json', plugin ?? thing([]));
  write(folder, 'overlay/thing.json', overlay);
  write(folder, 'overlay/shared.json', shared);
  return generatedFrom(folder, path.join(folder, 'out'));
}

/** Lets the generator run on a folder of facts. */
export function generatedFrom(schema: string, target: string): Generated {
  const [page, guide] = ['plugins.md', 'artifacts.md'].map((file) => path.join(temporaryFolder(), file));
  fs.writeFileSync(guide, '<!-- artifacts: generated -->\n\n<!-- end -->\n');
  const { stderr } = spawnSync(process.execPath, [path.join(ROOT, 'tools', 'generate.mjs'), schema, target, page, guide], { encoding: 'utf8' });
  return {
    files: textsIn(target),
    page: fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '',
    guide: fs.readFileSync(guide, 'utf8').split('\n').slice(1, -2).join('\n'),
    complaint: stderr,
  };
}

/** The texts of the files below a folder. */
export function textsIn(folder: string): { [path: string]: string } {
  if (!fs.existsSync(folder)) { return {}; }
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort();
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

/** Facts on a plugin with these components. */
export function thing(components: readonly object[]): object {
  return { plugin: 'thing', source: 'github.com/acme/thing', repo: 'acme/packer-plugin-thing', version: '1.2.3', components };
}

/** A builder `thing-<name>` with these options. */
export function builder(name: string, fields: readonly object[]): object {
  return { kind: 'builder', type: `thing-${name}`, fields };
}

/** An option that is a string. */
export function text(name: string, declaredIn = 'one.Config'): object {
  return { name, type: 'string', declaredIn };
}

/** What the exported functions of a file of the generator return, each called with the given arguments. */
export function called(file: string, calls: ReadonlyArray<readonly [string, ...unknown[]]>): any[] {
  const script = `import * as module from ${JSON.stringify(path.join(ROOT, 'packages', 'cli', 'generator', file))};
    console.log(JSON.stringify(${JSON.stringify(calls)}.map(([name, ...args]) => module[name](...args))));`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout);
}

function write(folder: string, file: string, content: object): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), JSON.stringify(content));
}
