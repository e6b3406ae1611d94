import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

/** Without Packer or Terraform. */
const INTEGRATION_TESTS = '\\.integration\\.test\\.ts$';

/** The test files of a package that import a file of `test/programs` whose programs are missing: `[{ file, part }]`. */
export function suitesWithout(missing, folder) {
  return readdirSync(join(ROOT, folder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join(ROOT, folder, 'test', name))
    .flatMap(file => {
      const text = readFileSync(file, 'utf8');
      const part = Object.keys(missing).find(name => text.includes(`/programs/${name}'`));
      return part ? [{ file: relative(ROOT, file), part }] : [];
    });
}

/** What jest is told, so that it leaves these files out; all integration tests when there are none. */
export function leavingOut(suites) {
  const patterns = suites?.map(({ file }) => `/${file.replace(/[.+()[\]]/g, '\\$&')}$`) ?? [INTEGRATION_TESTS];
  return ['/node_modules/', ...patterns].map(pattern => `--testPathIgnorePatterns=${pattern}`);
}
