import * as fs from 'fs';
import * as path from 'path';
import type { Ignore } from 'ignore';
import { baseDirectory } from './base-directory';
import { digestOfFile, digestOfText } from './content-digest';
import * as errors from './errors';
import { byCodePoint } from '../references/code-point';

/** One file, link or folder of an asset. */
export interface AssetEntry {
  /** Relative to the asset, with forward slashes; empty for the asset itself. */
  readonly name: string;
  readonly type: 'file' | 'link' | 'folder';
  /** Where the bytes are; absolute. */
  readonly file: string;
  /** Of a file: whether its owner may execute it. Other permission bits depend on the umask of a checkout. */
  readonly executable?: boolean;
  /** Of a file: sha256 of its bytes. */
  readonly sha256?: string;
  /** Of a link: what it points to. */
  readonly target?: string;
}

/** What a local path contains, without having copied it. */
export interface AssetSnapshot {
  /** The last part of the path, which Packer's options give a meaning to. */
  readonly basename: string;
  readonly entries: readonly AssetEntry[];
  /** sha256 over names, executable bits, link targets and bytes. */
  readonly digest: string;
}

/** What synthesis and builds write below the project: part of an asset, it would make the image another one every time. */
const OUTPUT_FOLDERS: ReadonlySet<string> = new Set(['cdktf.out', 'packer.out']);

const UNUSABLE = /[\r\n\\]/;

/** The absolute path that a path given by the user means. */
export function absolutePath(localPath: string): string {
  return path.resolve(baseDirectory(), localPath);
}

/** The name under which a local path is staged; `.` and `/` have none of their own. */
export function stagedName(localPath: string): string {
  const name = path.basename(path.normalize(localPath));
  return name === '' || name === '.' || name === '..' || name === path.sep ? 'content' : name;
}

/**
 * Reads names, kinds and digests of everything below a local path.
 *
 * @param executed - a file counts as one that can be executed, whatever its mode
 * @throws when something is missing, unreadable or neither a file, a folder nor a link
 */
export function takeSnapshot(localPath: string, exclude: readonly string[], executed = false): AssetSnapshot {
  const root = absolutePath(localPath);
  const basename = stagedName(localPath);
  if (UNUSABLE.test(basename)) { throw errors.assetNameUnusable(localPath); }
  if (!exists(root)) { throw errors.assetNotFound(localPath, root); }
  const entries: AssetEntry[] = [];
  const walk = new Walk(realPath(root), ignoreRules(exclude), executed, entries);
  walk.visit(root, '', []);
  const digest = digestOfText(JSON.stringify([
    basename, entries.map(({ name, type, executable, sha256, target }) => [name, type, executable, sha256, target]),
  ]));
  return { basename, entries, digest };
}

function exists(file: string): boolean {
  return reading(file, () => {
    try {
      return fs.lstatSync(file, { throwIfNoEntry: false });
    } catch (error) {
      // A file stands where a folder is expected, so nothing is below it.
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') { return undefined; }
      throw error;
    }
  }) !== undefined;
}

function ignoreRules(exclude: readonly string[]): Ignore | undefined {
  if (exclude.length === 0) { return undefined; }
  // Loaded on first use: most images exclude nothing.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const ignore = require('ignore') as (options: { ignorecase: boolean }) => Ignore;
  // As git on Linux does, so that every machine leaves out the same.
  return ignore({ ignorecase: false }).add(exclude as string[]);
}

class Walk {
  constructor(
    private readonly realRoot: string,
    private readonly ignored: Ignore | undefined,
    private readonly executed: boolean,
    private readonly entries: AssetEntry[],
  ) {}

  public visit(file: string, name: string, ancestors: string[]): void {
    if (UNUSABLE.test(name)) { throw errors.assetNameUnusable(file); }
    const link = reading(file, () => fs.lstatSync(file));
    if (link.isSymbolicLink()) {
      const target = fs.readlinkSync(file);
      if (name !== '' && isBelow(realPath(file), this.realRoot) && staysInside(name, target)) {
        this.entries.push({ name, type: 'link', file, target });
        return;
      }
    }
    // A link that leads out of the folder would point to nothing in the copy: its content is taken instead.
    const stat = reading(file, () => fs.statSync(file));
    if (stat.isDirectory()) {
      this.folder(file, name, ancestors);
    } else if (stat.isFile()) {
      this.file(file, name, stat);
    } else {
      throw errors.assetNotAFile(file, kindOf(stat));
    }
  }

  private folder(file: string, name: string, ancestors: string[]): void {
    const real = fs.realpathSync(file);
    if (ancestors.includes(real)) { throw errors.assetLinkCycle(file); }
    this.entries.push({ name, type: 'folder', file });
    const children = reading(file, () => fs.readdirSync(file)).sort(byCodePoint);
    for (const child of children) {
      const childName = name === '' ? child : `${name}/${child}`;
      const childFile = path.join(file, child);
      if (this.isIgnored(childName, childFile)) { continue; }
      this.visit(childFile, childName, [...ancestors, real]);
    }
  }

  private file(file: string, name: string, stat: fs.Stats): void {
    const sha256 = reading(file, () => digestOfFile(file));
    this.entries.push({ name, type: 'file', file, executable: (this.executed && name === '') || isExecutable(stat), sha256 });
  }

  private isIgnored(name: string, file: string): boolean {
    const mayBeOutput = OUTPUT_FOLDERS.has(path.basename(file));
    if (!this.ignored && !mayBeOutput) { return false; }
    const isFolder = fs.lstatSync(file).isDirectory();
    if (isFolder && mayBeOutput) { return true; }
    return this.ignored !== undefined && this.ignored.ignores(isFolder ? `${name}/` : name);
  }
}

/** Whether its owner may execute a file. Other permission bits depend on the umask of a checkout. */
export function isExecutable({ mode }: fs.Stats): boolean {
  // eslint-disable-next-line no-bitwise
  return (mode & 0o100) !== 0;
}

/** What a path leads to when every link is followed. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT': throw errors.assetBrokenLink(file, fs.readlinkSync(file));
      case 'ELOOP': throw errors.assetLinkCycle(file);
      default: throw errors.assetUnreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
    }
  }
}

/** Whether a link leads to its target without leaving the folder on its way, whose copy has other neighbours. */
function staysInside(name: string, target: string): boolean {
  if (path.isAbsolute(target)) { return false; }
  let depth = name.split('/').length - 1;
  return target.split('/').every((part) => {
    depth += part === '..' ? -1 : part === '.' || part === '' ? 0 : 1;
    return depth >= 0;
  });
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw errors.assetUnreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function kindOf(stat: fs.Stats): string {
  if (stat.isSocket()) { return 'a socket'; }
  if (stat.isFIFO()) { return 'a named pipe'; }
  return 'a device';
}

