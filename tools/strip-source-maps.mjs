import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

// After a compile: jsii always writes source maps into the code, two thirds of what a program would read to load the library.
const lib = join(ROOT, 'lib');
for (const name of readdirSync(lib, { recursive: true }).filter(file => file.endsWith('.js'))) {
  const code = readFileSync(join(lib, name), 'utf8');
  const stripped = code.replace(/\n\/\/# sourceMappingURL=data:\S*\s*$/, '\n');
  if (stripped !== code) writeFileSync(join(lib, name), stripped);
}
