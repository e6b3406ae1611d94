import { DigestTree, leafDigest } from './digest-tree';
import { TemplateSettings } from '../language/template-settings';

/** A version constraint that one version alone satisfies. Packer reads `1.2` as `1.2.0`. */
const EXACT = /^\s*=?\s*v?(\d+(?:\.\d+){0,2})([-+][0-9A-Za-z.+~-]+)?\s*$/;

/**
 * The versions that the user pinned, by `packer` and the addresses of plugins; `undefined` when there are none. A range is no
 * content, since which of its versions builds is not known at synth.
 */
export function pinnedVersions({ packerVersion, requiredPlugins }: TemplateSettings): DigestTree | undefined {
  const constraints: Array<readonly [string, string]> = [
    ['packer', packerVersion],
    ...[...requiredPlugins.values()].map(({ source, version }) => [source, version] as const),
  ];
  const pinned = constraints.flatMap(([name, constraint]) => {
    const version = exactVersion(constraint);
    return version === undefined ? [] : [[name, leafDigest(version)] as const];
  });
  return pinned.length === 0 ? undefined : Object.fromEntries(pinned);
}

/** However it is written, the same version is the same text. */
function exactVersion(constraint: string): string | undefined {
  const match = EXACT.exec(constraint);
  if (!match) { return undefined; }
  const [major, minor = '0', patch = '0'] = match[1].split('.');
  return `${major}.${minor}.${patch}${match[2] ?? ''}`;
}
