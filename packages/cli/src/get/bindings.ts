import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withDeclarations } from './declarations';
import { sdkStructs } from './sdk-structs';
import { LibraryFacts } from '../library/library-facts';
import { PluginFacts } from '../schema';

const GENERATOR = join(__dirname, '..', '..', 'generator', 'bindings.mjs');

/** The texts of the typed classes of a plugin, by the names of their files. */
export async function bindingsOf(facts: PluginFacts, { command, folder }: { command: string; folder: string }): Promise<Map<string, string>> {
  const known = new LibraryFacts();
  const same = known.facts(facts);
  const { generateBindings } = await import(pathToFileURL(GENERATOR).href);
  return generateBindings({
    facts: withDeclarations(facts, same, sdkStructs(known)),
    overlay: same ? known.overlay(facts.plugin) : {},
    shared: known.shared,
    library: same ? known.library : { ...known.library, plugins: {} },
    command,
    extension: isOfEsModules(folder) ? '.js' : '',
  });
}

/** Whether TypeScript files in a folder are ES modules, which name the files that they import with their endings. */
function isOfEsModules(folder: string): boolean {
  for (let place = resolve(folder); ; place = dirname(place)) {
    const file = join(place, 'package.json');
    if (existsSync(file)) { return JSON.parse(readFileSync(file, 'utf8')).type === 'module'; }
    if (place === dirname(place)) { return false; }
  }
}
