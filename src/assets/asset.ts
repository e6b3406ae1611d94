import * as path from 'path';
import * as errors from './errors';
import { looksForeign } from '../references/foreign-values';
import { intern } from '../references/interned';
import { encodeMark, hasMark } from '../references/mark';

/** How a local file or folder becomes part of an image. */
export interface AssetOptions {
  /**
   * What to leave out of a folder, in the syntax of `.gitignore`; later lines win.
   *
   * @default - everything is taken but folders named `cdktf.out` and `packer.out`, which are never part of an asset
   */
  readonly exclude?: string[];
}

const ASSET = Symbol.for('cdk-packer.Asset');

/**
 * A local file or folder used while an image is built. It is copied beside the template at synth and its content is
 * part of the image's fingerprint.
 *
 * Options that name a local file (a script, the source of a file provisioner) take a plain path and do the same;
 * `Asset` is for paths inside longer strings, for functions that read files, and to leave files out.
 *
 * @example
 * declare const web: Image;
 * const playbook = Asset.of('./ansible', { exclude: ['*.retry'] });
 * new ShellLocalProvisioner(web, 'ansible', { inline: [`ansible-playbook ${playbook.path}/site.yml`] });
 */
export class Asset {
  /**
   * A file or folder on this machine.
   *
   * @param localPath - absolute, or relative to the nearest folder upwards that has a `cdktf.json` or `cdk-packer.json`,
   * else to the working directory
   * @throws when the path contains a reference, or a value of another framework
   */
  public static of(localPath: string, options: AssetOptions = {}): Asset {
    if (hasMark(localPath) || looksForeign(localPath)) { throw errors.assetPathUnknown(); }
    return new Asset(localPath, options.exclude ?? []);
  }

  /** Whether `value` is an asset (of any copy of this library). */
  public static isAsset(value: any): value is Asset {
    return typeof value === 'object' && value !== null && ASSET in value;
  }

  /** What to leave out of the folder, in the syntax of `.gitignore`. */
  public readonly exclude: string[];

  private constructor(
    /** The path as it was given. */
    public readonly localPath: string,
    exclude: string[],
  ) {
    this.exclude = exclude;
    Object.defineProperty(this, ASSET, { value: true });
  }

  /** The path of the copy, as a reference that can stand anywhere in a string. */
  public get path(): string {
    return encodeMark({ node: { kind: 'late', id: intern(this) } });
  }

  /**
   * The path of one file of a folder, as a reference.
   *
   * @param name - relative to the folder, with forward slashes
   * @throws when the name leads out of the folder
   */
  public file(name: string): string {
    const normalized = path.posix.normalize(name);
    if (/^(?:\.\.)?(?:\/|$)/.test(normalized)) { throw errors.assetFileOutside(this.localPath, name); }
    return `${this.path}/${normalized}`;
  }

  /** The same as `path`. */
  public toString(): string {
    return this.path;
  }
}
