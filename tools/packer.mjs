import { join } from 'node:path';
import { printed } from './child.mjs';
import { build, GO, hasGo } from './go.mjs';
import { CACHE, onPath, ROOT } from './paths.mjs';
import { Missing } from './say.mjs';
import { isAtLeast, versionIn } from './versions.mjs';

/** The version that most tests are written for, and that is built when there is none. */
export const TESTED_PACKER = '1.16.0';
/** The versions that the tests also work with: the last ones of the lines before. */
export const EARLIER_PACKERS = ['1.11.2', '1.9.4'];
/** The oldest version that this project works with. */
export const OLDEST_PACKER = '1.9.4';

/** About how long Go needs for each, with nothing in its cache. */
const MINUTES = { '1.16.0': 4, '1.11.2': 2, '1.9.4': 4 };

/**
 * Finds a Packer, and builds one when there is none that will do.
 *
 * @param exactly take no other version than the tested one
 */
export async function findPacker({ exactly = false } = {}) {
  return exactly
    ? findThatSuits(TESTED_PACKER, version => version === TESTED_PACKER)
    : findThatSuits(`${OLDEST_PACKER} or newer`, version => isAtLeast(version, OLDEST_PACKER));
}

/** Finds one version of Packer, or builds it. */
export async function findEarlierPacker(version) {
  return findThatSuits(version, found => found === version, version);
}

/** The environment variable that names a version of Packer. */
export function variableOf(version) {
  return version === TESTED_PACKER ? 'PACKER' : `PACKER_${version.replaceAll('.', '_')}`;
}

async function findThatSuits(wanted, suits, version = TESTED_PACKER) {
  const variable = variableOf(version);
  const named = process.env[variable];
  const built = join(CACHE, 'packer', version, 'packer');
  const found = (named ? [named] : [onPath('packer'), built].filter(Boolean))
    .map(path => ({ path, version: versionOf(path) }))
    .find(candidate => candidate.version && suits(candidate.version));
  if (found) return found;
  if (named) throw new Missing(`${variable} names ${named}, which is not Packer ${wanted}: name another, or unset it.`);

  if (!hasGo()) {
    throw new Missing(`Packer ${wanted} is needed: install it (https://developer.hashicorp.com/packer/install), `
      + `or install ${GO} and Packer ${version} is built for you.`);
  }
  const module = join(ROOT, 'tools', 'packer', version);
  await build({ title: `Packer ${version}`, module, main: 'github.com/hashicorp/packer', file: built, minutes: MINUTES[version] });
  return { path: built, version };
}

function versionOf(path) {
  // `CHECKPOINT_DISABLE` keeps Packer from asking the network for news.
  const output = printed(path, ['version'], { ...process.env, CHECKPOINT_DISABLE: '1' });
  return output?.startsWith('Packer v') ? versionIn(output) : undefined;
}
