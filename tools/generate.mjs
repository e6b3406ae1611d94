import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withArtifactTable } from './generator/artifact-table.mjs';
import { overlayProblems } from './generator/check-overlays.mjs';
import { ROOT } from './paths.mjs';
import { pluginsPage } from './plugins-page.mjs';
import { Missing, run } from './say.mjs';
import { generate } from '../packages/cli/generator/library.mjs';
import { readSchema } from '../packages/cli/generator/schema-files.mjs';

// Writes the typed classes of all plugins, a page that lists them, and a table of what artifacts have into a guide:
// generate.mjs [<folder of facts> [<folder to write> [<page> [<guide>]]]]
const [
  schema = join(ROOT, 'schema'), target = join(ROOT, 'src', 'plugins'), page = join(ROOT, 'docs', 'plugins.md'), guide = join(ROOT, 'docs', 'artifacts.md'),
] = process.argv.slice(2).map(path => resolve(path));

await run(() => {
  const facts = readSchema(schema);
  const problems = overlayProblems(facts, join(ROOT, 'schema', 'overlay.schema.json'));
  if (problems.length > 0) throw new Missing(`The facts in ${schema} are wrong:\n${problems.map(problem => `- ${problem}`).join('\n')}`);
  const files = generate(facts);
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  writeFileSync(page, pluginsPage(facts));
  writeFileSync(guide, withArtifactTable(readFileSync(guide, 'utf8'), facts.overlays));
});
