import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Missing } from '../say.mjs';

/**
 * Every type that the packages of a repository export, with the package that has it and the file that declares it.
 * They have to be compiled.
 */
export function exportedTypes(root) {
  return jsiiPackages(root).flatMap(folder => {
    const file = join(root, folder, '.jsii');
    if (!existsSync(file)) throw new Missing(`${file} is missing: compile first (npm run compile).`);
    const { name, types = {} } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.values(types).map(type => ({ ...type, package: name, file: posix.join(folder, type.locationInModule.filename) }));
  });
}

/** The folders of the packages that jsii compiles: the root, and those in `packages`. */
function jsiiPackages(root) {
  const packages = join(root, 'packages');
  const inner = existsSync(packages) ? readdirSync(packages).sort().map(name => posix.join('packages', name)) : [];
  return ['.', ...inner].filter(folder => {
    const manifest = join(root, folder, 'package.json');
    return existsSync(manifest) && 'jsii' in JSON.parse(readFileSync(manifest, 'utf8'));
  });
}
