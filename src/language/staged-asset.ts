import { GoTemplateKind } from './component-schema';
import { escapeGoTemplate } from './escaping';
import { Segment } from './segments';
import { AssetSnapshot, stagedName, takeSnapshot } from '../assets/snapshot';

/** A file or folder of this machine. */
interface LocalSource {
  readonly localPath: string;
  readonly exclude: readonly string[];
  /** Its copy can be executed, whatever the mode of the original. */
  readonly executed: boolean;
}

/** A local path, or a text, that is written below `assets/` beside the template. */
export class StagedAsset {
  /** A local file or folder. */
  public static fromPath(directory: string, localPath: string, exclude: readonly string[], executed: boolean): StagedAsset {
    return new StagedAsset(`${directory}/${stagedName(localPath)}`, { localPath, exclude, executed });
  }

  /** A script made of lines that could not stand in the template. */
  public static fromScript(directory: string, name: string, content: string): StagedAsset {
    return new StagedAsset(`${directory}/${name}`, { content });
  }

  private taken?: AssetSnapshot;

  private constructor(
    /** Relative to the template's directory, with forward slashes. */
    public readonly path: string,
    public readonly source: LocalSource | { readonly content: string },
  ) {}

  /** The path as it is written into the template, right wherever Packer was started. */
  public reference(goTemplate: GoTemplateKind): Segment[] {
    return [{ hcl: 'path.root' }, `/${goTemplate === 'once' ? escapeGoTemplate(this.path, false) : this.path}`];
  }

  /** Whether `other` stages the same thing. */
  public isSame(other: StagedAsset): boolean {
    return JSON.stringify(this.source) === JSON.stringify(other.source);
  }

  /** The text of a script that is not a local file. */
  public get content(): string | undefined {
    return 'content' in this.source ? this.source.content : undefined;
  }

  /**
   * Names and digests of what is staged. Reads the disk, at the first call only.
   *
   * @throws when a local path is missing or cannot be part of an image
   */
  public snapshot(): AssetSnapshot {
    if ('content' in this.source) { throw new Error('a generated script has no snapshot'); }
    return (this.taken ??= takeSnapshot(this.source.localPath, this.source.exclude, this.source.executed));
  }
}
