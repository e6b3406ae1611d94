import type * as semver from 'semver';
import { isNone } from './errors';

/**
 * The oldest version that a version constraint of Packer allows.
 *
 * @param constraint - as Packer writes it, for example `>= 1.9.4, < 2.0`
 * @throws when it is no version constraint, or allows nothing
 */
export function oldestAllowed(constraint: string): string {
  // What lies between two versions is decided by the others: a version that is left out is never the oldest for good.
  const ranges = parts(constraint).map(({ operator, version }) => (
    operator === '!=' ? '' : `${operator === '~>' ? '>=' : operator}${padded(version)}`));
  const { minVersion } = library();
  const oldest = minVersion(ranges.join(' ').trim() || '*');
  if (!oldest) { throw new Error('no version satisfies it'); }
  return oldest.version;
}

/**
 * Whether a version constraint allows a version.
 *
 * @throws when it is no version constraint
 */
export function allows(constraint: string, version: string): boolean {
  const { satisfies } = library();
  return parts(constraint).every(({ operator, version: limit }) => {
    if (operator === '!=') { return version !== padded(limit); }
    // `~> 1.2` allows 1.9, `~> 1.2.3` does not.
    const range = operator === '~>' && limit.split('.').length < 3 ? `^${limit.split('.')[0]}.x >=` : operator.replace('~>', '~');
    return satisfies(version, `${range}${padded(limit)}`);
  });
}

/** The parts of a version constraint, all of which hold. */
function parts(constraint: string): Array<{ readonly operator: string; readonly version: string }> {
  return constraint.split(',').map((part) => {
    const match = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?)\s*$/.exec(part);
    if (!match) { throw new Error(isNone(part.trim())); }
    const [, operator = '=', version] = match;
    return { operator, version };
  });
}

/** Whether `version` is older than `than`. */
export function isOlder(version: string, than: string): boolean {
  const key = `${version} < ${than}`;
  let older = COMPARED.get(key);
  if (older === undefined) {
    older = library().lt(version, than);
    COMPARED.set(key, older);
  }
  return older;
}

/** Asked for every function that is used. */
const COMPARED = new Map<string, boolean>();

/** Loaded at first use, since most templates need nothing newer than the oldest version. */
function library(): typeof semver {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('semver');
}

/** Packer reads `1.9` as `1.9.0`. */
function padded(version: string): string {
  const [numbers, ...prerelease] = version.split('-');
  return [[...numbers.split('.'), '0', '0'].slice(0, 3).join('.'), ...prerelease].join('-');
}
