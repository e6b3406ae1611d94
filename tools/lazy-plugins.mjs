import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazyExports } from './lazy-exports.mjs';
import { ROOT } from './paths.mjs';
import { Missing, run } from './say.mjs';

// After a compile: lets the indexes of the plugins load each plugin, and each class of it, on first use.
await run(() => {
  const [source, compiled] = ['src', 'lib'].map(folder => join(ROOT, folder, 'plugins'));
  for (const index of readdirSync(source, { recursive: true }).filter(name => /(^|[/\\])index\.ts$/.test(name))) {
    const file = join(compiled, index.replace(/\.ts$/, '.js'));
    const { code, names } = lazyExports(readFileSync(file, 'utf8'));
    const expected = readFileSync(join(source, index), 'utf8').match(/^export (\* as \w+|\{ \w+ \}) from /gm) ?? [];
    if (names.length !== expected.length) {
      throw new Missing(`${file}: ${names.length} of ${expected.length} exports can be loaded on first use. Does TypeScript write them otherwise now?`);
    }
    writeFileSync(file, code);
  }
});
