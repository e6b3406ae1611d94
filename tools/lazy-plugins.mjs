import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazyExports } from './lazy-exports.mjs';
import { ROOT } from './paths.mjs';
import { Missing, run } from './say.mjs';

// After a compile: lets the index of the plugins load each of them on first use.
await run(() => {
  const file = join(ROOT, 'lib', 'plugins', 'index.js');
  const { code, count } = lazyExports(readFileSync(file, 'utf8'));
  const expected = readFileSync(join(ROOT, 'src', 'plugins', 'index.ts'), 'utf8').match(/^export \* as /gm).length;
  if (count !== expected) throw new Missing(`${file}: ${count} of ${expected} namespaces can be loaded on first use. Does TypeScript write them otherwise now?`);
  writeFileSync(file, code);
});
