import * as fs from 'fs';
import * as path from 'path';
import { read, WRITTEN_PAGES } from './pages';

/** A program in TypeScript on a page. */
export interface Program {
  /** The page and the line where it begins, as the name of a file. */
  readonly name: string;
  readonly text: string;
}

/** Its program needs classes that `cdk-packer get` writes first: the tests of the command line run both. */
const WITH_OWN_CLASSES = 'docs/get.md';

/** Every program in the README and the guides. */
export const PROGRAMS: Program[] = WRITTEN_PAGES.filter((page) => page !== WITH_OWN_CLASSES).flatMap((page) => [...read(page).matchAll(/^```ts[^\n]*\n(.*?)^```$/gms)].map((match) => ({
  name: `${page.replace(/[/.]/g, '-')}-line-${read(page).slice(0, match.index).split('\n').length}.ts`,
  text: `${match[1]}\nexport {};\n`,
})));

/** Makes the local files and folders that a program names as `'./…'`. */
export function makeFiles({ text }: Program, folder: string): void {
  for (const [, name] of text.matchAll(/'\.\/([\w./-]+)'/g)) {
    const file = path.join(folder, path.extname(name) ? name : path.join(name, 'file'));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'content');
  }
}
