import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { captured, printed } from './child.mjs';
import { CACHE, onPath, ROOT } from './paths.mjs';
import { duration, Missing, say } from './say.mjs';
import { isAtLeast, versionIn } from './versions.mjs';

/** The version that the tests are written for, and that is built when there is none. */
export const TESTED_PACKER = '1.16.0';
/** The oldest version that this project works with. */
export const OLDEST_PACKER = '1.9.4';

const MODULE = join(ROOT, 'tools', 'packer', TESTED_PACKER);
const BUILT = join(CACHE, 'packer', TESTED_PACKER, 'packer');
const TICK = 30_000;

/**
 * Finds a Packer, and builds one when there is none that will do.
 *
 * @param exactly take no other version than the tested one
 */
export async function findPacker({ exactly = false } = {}) {
  const wanted = exactly ? TESTED_PACKER : `${OLDEST_PACKER} or newer`;
  const suits = version => exactly ? version === TESTED_PACKER : isAtLeast(version, OLDEST_PACKER);

  const named = process.env.PACKER;
  const found = [named || onPath('packer'), !named && BUILT].filter(Boolean)
    .map(path => ({ path, version: versionOf(path) }))
    .find(({ version }) => version && suits(version));
  if (found) return found;
  if (named) throw new Missing(`PACKER names ${named}, which is not Packer ${wanted}: name another, or unset it.`);

  await build(wanted);
  return { path: BUILT, version: TESTED_PACKER };
}

function versionOf(path) {
  // `CHECKPOINT_DISABLE` keeps Packer from asking the network for news.
  const output = printed(path, ['version'], { ...process.env, CHECKPOINT_DISABLE: '1' });
  return output?.startsWith('Packer v') ? versionIn(output) : undefined;
}

async function build(wanted) {
  if (!onPath('go')) {
    throw new Missing(`Packer ${wanted} is needed: install it (https://developer.hashicorp.com/packer/install), `
      + `or install Go (https://go.dev/dl) and Packer ${TESTED_PACKER} is built for you.`);
  }
  say(`Building Packer ${TESTED_PACKER} with Go (about 4 minutes, once) …`);
  const begun = Date.now();
  const ticks = setInterval(() => say(`  still building, ${duration(Date.now() - begun)} …`), TICK);
  const unfinished = `${BUILT}.${process.pid}`;
  mkdirSync(dirname(BUILT), { recursive: true });
  try {
    const { code, output } = await captured('go', ['build', '-o', unfinished, 'github.com/hashicorp/packer'], { cwd: MODULE });
    if (code !== 0) throw new Missing(`${lastLines(output)}\nGo could not build Packer ${TESTED_PACKER}: see above.`);
    // In one step, so that nobody ever finds half of it.
    renameSync(unfinished, BUILT);
  } finally {
    clearInterval(ticks);
    rmSync(unfinished, { force: true });
  }
}

function lastLines(text) {
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
