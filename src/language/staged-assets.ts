import { IConstruct } from 'constructs';
import { problem } from './errors';
import { joinedName, pathBelow } from './names';
import { Position } from './position';
import { Problem } from './problem';
import { StagedAsset } from './staged-asset';

/**
 * The local files and folders that a template uses, by their place beside it:
 * `assets/<path of the construct joined by ->/<option>[.<n>]/<basename>`.
 */
export class StagedAssets {
  private readonly byPath = new Map<string, { readonly asset: StagedAsset; readonly position: Position }>();

  constructor(private readonly template: IConstruct) {}

  /** All assets and the positions that use them first. */
  public all(): Array<{ readonly asset: StagedAsset; readonly position: Position }> {
    return [...this.byPath.values()];
  }

  /** A local file or folder used at `position`. */
  public add(localPath: string, exclude: readonly string[], position: Position): StagedAsset {
    return this.place(position, (directory) => StagedAsset.fromPath(directory, localPath, exclude, position.schema.executed ?? false));
  }

  /** A script used at `position`. */
  public addScript(name: string, content: string, position: Position): StagedAsset {
    return this.place(position, (directory) => StagedAsset.fromScript(directory, name, content));
  }

  private place(position: Position, stage: (directory: string) => StagedAsset): StagedAsset {
    const base = `assets/${joinedName(pathBelow(this.template, position.element), '-')}/${joinedOption(position.option)}`;
    for (let i = 1; ; i++) {
      const asset = stage(i === 1 ? base : `${base}.${i}`);
      // Some file systems do not tell upper case from lower case.
      const key = asset.path.toLowerCase();
      const taken = this.byPath.get(key);
      if (!taken) {
        this.byPath.set(key, { asset, position });
        return asset;
      }
      if (taken.asset.isSame(asset)) { return taken.asset; }
    }
  }
}

/** The option's path as the name of a folder; keys of maps may contain anything. */
function joinedOption(option: string): string {
  return option.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^\.+/, '');
}

/** What prevents local files and folders from becoming part of the image. Reads the disk. */
export function assetProblems(staged: ReadonlyArray<{ readonly asset: StagedAsset; readonly position: Pick<Position, 'element' | 'option'> }>): Problem[] {
  return staged.flatMap(({ asset, position }) => {
    if (asset.content !== undefined) { return []; }
    try {
      asset.snapshot();
      return [];
    } catch (error) {
      return [{ construct: position.element, message: problem.invalid(position.option, (error as Error).message) }];
    }
  });
}
