import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './paths.mjs';

/** Without Packer or Terraform. */
const INTEGRATION_TESTS = '\\.integration\\.test\\.ts$';

/** The test files of a package that import a file of `test/programs` whose programs are missing: `[{ file, part }]`. */
export function suitesWithout(missing, folder) {
  return readdirSync(join(ROOT, folder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join(ROOT, folder, 'test', name))
    .flatMap(file => {
      const imported = importedBy(file);
      const part = Object.keys(missing).find(name => imported.includes(join(ROOT, 'test', 'programs', name)));
      return part ? [{ file: relative(ROOT, file), part }] : [];
    });
}

function importedBy(file) {
  return [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(([, path]) => resolve(dirname(file), path));
}

/** The last arguments of jest, with which it leaves these files out, or all integration tests. */
export function leavingOut(suites) {
  const patterns = suites?.map(({ file }) => `/${file.replaceAll('.', '\\.')}$`) ?? [INTEGRATION_TESTS];
  return patterns.length === 0 ? [] : ['--testPathIgnorePatterns', '/node_modules/', ...patterns];
}
