import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where programs that were built here are kept, outside of the checkout. */
export const CACHE = process.env.CDK_PACKER_CACHE
  || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk-packer');

/** A program among the installed dependencies. */
export function installed(name) {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** The file that runs when `name` is called; `undefined` when there is none on PATH. */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean)
    .map(folder => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
