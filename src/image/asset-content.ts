import { DigestTree, leafDigest } from './digest-tree';
import { AssetSnapshot } from '../assets/snapshot';
import { Leaf, Resolved } from '../language/resolved';
import { StagedAsset } from '../language/staged-asset';

/** What stands for a local file or folder inside a longer value. */
export function assetDigest(asset: StagedAsset): string {
  return asset.content ?? snapshot(asset).digest;
}

/** A digest for each local file of an option that is a local path, or a list of them; `undefined` for anything else. */
export function assetTree(value: Resolved): DigestTree | undefined {
  if (Array.isArray(value)) {
    const trees = value.map(assetTree);
    return trees.length > 0 && trees.every((tree) => tree !== undefined)
      ? Object.fromEntries(trees.map((tree, index) => [String(index + 1), tree!]))
      : undefined;
  }
  if (!(value instanceof Leaf)) { return undefined; }
  const [path, slash, ...more] = value.parts;
  if (typeof path !== 'object' || !('asset' in path) || (slash !== undefined && slash !== '/') || more.length > 0) { return undefined; }
  const files = assetFiles(path.asset);
  // The slash at the end of a folder changes what Packer copies.
  return slash === undefined ? files : { ...files, '/': leafDigest('/') };
}

function assetFiles(asset: StagedAsset): { [name: string]: DigestTree } {
  if (asset.content !== undefined) { return { script: leafDigest(asset.content) }; }
  const { basename, entries } = snapshot(asset);
  return Object.fromEntries(entries.map(({ name, type, executable, sha256, target }) =>
    [name === '' ? basename : `${basename}/${name}`, leafDigest([type, executable, sha256, target])]));
}

function snapshot(asset: StagedAsset): AssetSnapshot {
  try {
    return asset.snapshot();
  } catch {
    // What is missing prevents the synthesis, and is reported there together with all other problems.
    return { basename: '', entries: [], digest: '' };
  }
}
