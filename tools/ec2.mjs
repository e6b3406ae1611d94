import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { captured, printed } from './child.mjs';
import { CACHE } from './paths.mjs';
import { Missing, say } from './say.mjs';

/** A server that answers as EC2 does. */
const MOTO = '5.2.5';
/** What it needs to serve EC2, which is a small part of what it can be. */
const PACKAGES = [`moto[ec2]==${MOTO}`, 'flask', 'flask-cors'];
const SUITS = 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print("%d.%d" % sys.version_info[:2])';

/** Finds the EC2 of the tests in the cache, or installs it there. */
export async function findEc2() {
  const python = printed('python3', ['-c', SUITS])?.trim();
  if (!python) throw new Missing('python3, 3.10 or newer with venv, is needed on PATH.');
  const folder = join(CACHE, `moto-${MOTO}-python-${python}`);
  if (!existsSync(folder)) await install(folder);
  // Not the command beside it, which holds the name of the folder in which it was installed.
  return { path: join(folder, 'bin', 'python'), version: MOTO };
}

async function install(folder) {
  say(`Installing Moto ${MOTO}, an EC2 for the tests (about a minute, once) …`);
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    await succeed('python3', ['-m', 'venv', unfinished]);
    await succeed(join(unfinished, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
    // Somebody else may have been faster.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function succeed(command, args) {
  const { code, output } = await captured(command, args);
  if (code !== 0) throw new Missing(`${output}\nMoto ${MOTO} could not be installed: see above.`);
}
