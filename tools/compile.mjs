import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { attached } from './child.mjs';
import { installed, ROOT } from './paths.mjs';
import { Missing, say } from './say.mjs';

/** The packages, each after those that it needs. */
const PACKAGES = ['.', 'packages/cdktf'];
const STAMPS = join(ROOT, 'node_modules', '.cache', 'cdk-packer');

/** Compiles the packages whose sources have changed since they were last compiled here. */
export async function compile() {
  let below = '';
  for (const name of PACKAGES) {
    const folder = join(ROOT, name);
    // A package is compiled again when one below it has changed.
    below = hash(below, ...inputs(folder).flatMap(file => [relative(ROOT, file), readFileSync(file)]));
    const stamp = join(STAMPS, `${name.replace(/\W+/g, '-')}.compiled`);
    if (isCompiled(folder, stamp, below)) continue;
    say(`Compiling ${nameOf(folder)} …`);
    if (await jsii(folder) !== 0) throw new Missing(`${nameOf(folder)} does not compile: see what jsii says above.`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, below);
  }
}

function jsii(folder) {
  return attached(installed('projen'), ['compile'], { cwd: folder });
}

function isCompiled(folder, stamp, wanted) {
  return existsSync(join(folder, 'lib', 'index.js')) && existsSync(join(folder, '.jsii'))
    && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** The files that the compiled package is made from, in a fixed order. */
function inputs(folder) {
  const sources = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name));
  return [join(ROOT, 'package-lock.json'), join(folder, 'package.json'), join(folder, 'tsconfig.json'), ...sources.sort()];
}

function hash(...parts) {
  return parts.reduce((digest, part) => digest.update(`${part.length}:`).update(part), createHash('sha256')).digest('hex');
}

function nameOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
}
