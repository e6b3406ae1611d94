import * as fs from 'fs';
import * as path from 'path';
import { ROOT } from './assemblies';

/** The pages that people write: the README of each package and example, and the guides. */
export const WRITTEN_PAGES = ['README.md', 'CONTRIBUTING.md', ...readmes('packages'), ...readmes('examples'), ...pagesIn('docs')];

/** The pages that `npm run docgen` writes. */
export const API_PAGES = ['API.md', ...pagesIn('docs/api')];

function readmes(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder))
    .map((name) => `${folder}/${name}/README.md`)
    .filter((page) => fs.existsSync(path.join(ROOT, page)));
}

function pagesIn(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder)).filter((file) => file.endsWith('.md')).sort().map((file) => `${folder}/${file}`);
}

export function read(page: string): string {
  return fs.readFileSync(path.join(ROOT, page), 'utf8');
}

/** The headings of a page, without those in code. */
export function headings(page: string): string[] {
  return [...withoutCode(read(page)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading);
}

/** Where the links of a page lead that are not to other sites. */
export function links(page: string): string[] {
  return [...withoutCode(read(page)).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target);
}

/** Whether there is something at the end of a link: a file or folder, and the heading in it. */
export function leadsSomewhere(page: string, link: string): boolean {
  const [file, anchor] = link.split('#');
  const target = file ? path.posix.join(path.posix.dirname(page), file) : page;
  return fs.existsSync(path.join(ROOT, target)) && (anchor === undefined || headings(target).map(anchorOf).includes(anchor));
}

/** What GitHub makes of a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
}

function withoutCode(text: string): string {
  return text.replace(/^ *```.*?^ *```$/gms, '');
}
