// Reads the folder schema/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Everything that the generator makes code from. Only plugins that library.json names are taken. */
export function readSchema(folder) {
  const library = json(join(folder, 'library.json'));
  const names = Object.keys(library.plugins).sort();
  const overlays = existsSync(join(folder, 'overlay')) ? readdirSync(join(folder, 'overlay')).map(file => basename(file, '.json')) : [];
  const overlay = name => (overlays.includes(name) ? json(join(folder, 'overlay', `${name}.json`)) : {});
  return {
    library,
    plugins: names.map(name => json(join(folder, 'plugins', `${name}.json`))),
    overlays: Object.fromEntries(overlays.filter(name => name !== 'shared').map(name => [name, overlay(name)])),
    shared: overlay('shared'),
  };
}

export function json(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}
