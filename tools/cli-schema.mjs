import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

// Puts the facts on plugins into the package of the command line, which gives known plugins' classes their roles and comments.
const target = join(ROOT, 'packages', 'cli', 'schema');
rmSync(target, { recursive: true, force: true });
for (const part of ['library.json', 'overlay', 'plugins']) {
  cpSync(join(ROOT, 'schema', part), join(target, part), { recursive: true });
}
