import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { attached } from './child.mjs';
import { installed, ROOT } from './paths.mjs';
import { Missing, say } from './say.mjs';

/** The packages, each after those that it needs. */
const PACKAGES = ['.', 'packages/cdktf', 'packages/cli'];
/** What goes into a package besides its sources, and what shows that it was put there. */
const MORE = { 'packages/cli': { from: [join(ROOT, 'schema')], made: join('schema', 'library.json') } };
const STAMPS = join(ROOT, 'node_modules', '.cache', 'cdk-packer');

/** Compiles the packages whose sources have changed since they were last compiled here. */
export async function compile() {
  let below = '';
  for (const name of PACKAGES) {
    const folder = join(ROOT, name);
    // A package is compiled again when one below it has changed.
    below = hash(below, ...inputs(name).flatMap(file => [relative(ROOT, file), readFileSync(file)]));
    const stamp = join(STAMPS, `${name.replace(/\W+/g, '-')}.compiled`);
    if (isCompiled(name, stamp, below)) continue;
    say(`Compiling ${nameOf(folder)} …`);
    if (await projenCompile(folder) !== 0) throw new Missing(`${nameOf(folder)} does not compile: see what the compiler says above.`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, below);
  }
}

function projenCompile(folder) {
  return attached(installed('projen'), ['compile'], { cwd: folder });
}

function isCompiled(name, stamp, wanted) {
  const made = [join('lib', 'index.js'), MORE[name]?.made ?? '.jsii'];
  return made.every(file => existsSync(join(ROOT, name, file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** The files that the compiled package is made from, in a fixed order. */
function inputs(name) {
  const folder = join(ROOT, name);
  const sources = [join(folder, 'src'), ...MORE[name]?.from ?? []].flatMap(filesIn);
  return [join(ROOT, 'package-lock.json'), join(folder, 'package.json'), join(folder, 'tsconfig.json'), ...sources];
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hash(...parts) {
  return parts.reduce((digest, part) => digest.update(`${part.length}:`).update(part), createHash('sha256')).digest('hex');
}

function nameOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
}
