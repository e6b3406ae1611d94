import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attached } from './child.mjs';
import { ROOT } from './paths.mjs';
import { Missing, say } from './say.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** npm writes this file at the very end of an install. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
/** The hash of the lock file that `npm ci` was last run for. */
const STAMP = join(ROOT, 'node_modules', '.cdk-packer-lock');

/** Installs the dependencies when they are missing or older than the lock file. */
export async function installDependencies() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (areInstalled(wanted)) return;
  say('Installing the dependencies (npm ci, about a minute, once) …');
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (await npm(args) !== 0) {
    throw new Missing('The dependencies could not be installed: see what npm says above, then run this again.');
  }
  writeFileSync(STAMP, wanted);
}

function areInstalled(wanted) {
  const installedAt = modified(INSTALLED);
  if (installedAt === undefined) return false;
  try {
    if (readFileSync(STAMP, 'utf8') === wanted) return true;
  } catch {
    // Installed by hand, which leaves no stamp.
  }
  return installedAt >= modified(LOCK);
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function npm(args) {
  const script = process.env.npm_execpath;
  const [command, ...before] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  return attached(command, [...before, ...args], { cwd: ROOT }).catch(() => {
    throw new Missing('npm is needed and not on PATH: install it with Node from https://nodejs.org');
  });
}
