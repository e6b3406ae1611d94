import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findPacker } from './packer.mjs';
import { ROOT } from './paths.mjs';
import { Missing, run, say } from './say.mjs';
import { commandLine } from './schema/command-line.mjs';
import { factsText } from './schema/facts-file.mjs';
import { merged } from './schema/merged.mjs';

const USAGE = `Renews the facts on a plugin, and says what changed:

  npm run schema:update -- <plugin>                                          from the installed program
  npm run schema:update -- <plugin> --binary <file>                          from this program
  npm run schema:update -- <plugin> --from-source <folder> --version <1.2.3> from its Go sources`;

// Writes schema/plugins/<plugin>.json anew.
await run(async () => {
  const { plugin, ...from } = given();
  const file = join(ROOT, 'schema', 'plugins', `${plugin}.json`);
  if (!existsSync(file)) throw new Missing(`${file} does not exist: which plugins there are, library.json says.`);
  const cli = await commandLine();
  const committed = JSON.parse(readFileSync(file, 'utf8'));
  const { version, components, unread } = await read(cli, committed, from);
  if (unread.length > 0) {
    throw new Missing(unread.map(({ kind, type, error }) => `The ${kind} ${type} could not be read: ${error.message}`).join('\n'));
  }
  const declared = cli.withDeclarations({ ...committed, components }, committed, cli.sdkStructs(new cli.LibraryFacts()));
  const text = factsText(merged(committed, declared, version));
  const changes = cli.differences(committed.components, components);
  if (committed.version !== version) say(`${plugin}: ${committed.version} → ${version}`);
  changes.forEach(difference => say(inWords(difference)));
  if (text === readFileSync(file, 'utf8')) {
    say('Nothing has changed.');
    return;
  }
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  if (changes.some(({ kind, option }) => kind === 'only in what was read' && option)) {
    say('Read in the sources which structs declare the new options, and correct `declaredIn` where it differs. Then run npm run generate.');
  }
});

function given() {
  try {
    const options = { 'binary': { type: 'string' }, 'from-source': { type: 'string' }, 'version': { type: 'string' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { plugin: positionals[0], ...values };
  } catch (error) {
    say(error.message);
  }
  throw new Missing(USAGE);
}

async function read(cli, { plugin, source }, { binary, version, 'from-source': folder }) {
  if (folder !== undefined) return cli.readPluginSource(plugin, resolve(folder), { version });
  if (plugin === 'packer') return cli.readPackerBinary(binary === undefined ? (await findPacker()).path : resolve(binary));
  if (binary !== undefined) return cli.readPluginBinary(plugin, resolve(binary));
  const [installed] = cli.installedVersions(cli.pluginAddress(source), cli.pluginDirectory());
  if (!installed) throw new Missing(`${source} is not installed: run packer plugins install ${source}, or name its program with --binary.`);
  return cli.readPluginBinary(plugin, installed.file, { checksumNeeded: true });
}

function inWords({ component, option, kind, types }) {
  const what = option === undefined ? component : `${component}: ${option}`;
  if (kind === 'of another type') return `~ ${what}: ${types[0]} → ${types[1]}`;
  return kind === 'only in the facts' ? `- ${what}` : `+ ${what}${types ? `: ${types[1]}` : ''}`;
}
