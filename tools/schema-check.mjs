import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run, say } from './say.mjs';
import { commandLine } from './schema/command-line.mjs';
import { isNewerThan } from './schema/expected.mjs';
import { programs } from './schema/programs.mjs';

/** Differences between the facts and an older or newer program that are known, by plugin and version of the program. */
const KNOWN = {
  // The facts are those of 1.1.4, which has the same options.
  'docker 1.1.2': [],
};

// Compares the facts in schema/plugins with what the programs at hand say.
await run(async () => {
  const cli = await commandLine();
  let failed = 0;
  for (const { plugin, file } of await programs(cli)) {
    const facts = read('plugins', plugin);
    const { version, components, unread } = await (plugin === 'packer' ? cli.readPackerBinary(file) : cli.readPluginBinary(plugin, file));
    const known = KNOWN[`${plugin} ${version}`] ?? [];
    const unexpected = cli.differences(facts.components, components)
      .filter(difference => !isNewerThan(version, difference, { overlay: read('overlay', plugin), facts }))
      .map(cli.inWords)
      .filter(words => !known.includes(words));
    const wrong = [...unread.map(({ kind, type, error }) => `the ${kind} ${type} could not be read: ${error.message}`), ...unexpected];
    say(`${wrong.length > 0 ? '✗' : '✓'} ${plugin}: facts of ${facts.version}, program ${version}, ${components.length} components`);
    wrong.forEach(line => say(`  ${line}`));
    failed += wrong.length;
  }
  return failed > 0 ? 1 : 0;
});

function read(folder, plugin) {
  const file = join(ROOT, 'schema', folder, `${plugin}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
