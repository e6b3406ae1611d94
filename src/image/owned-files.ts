import * as fs from 'fs';
import * as path from 'path';
import { ASSEMBLY_FILE, Assembly, AssemblyFile } from './assembly';
import * as errors from './errors';
import { ownedBefore } from './owned-before';
import { digestOfText, readAndDigest } from '../assets/content-digest';
import { assetChanged } from '../assets/errors';
import { isExecutable } from '../assets/snapshot';

/** A file, link or folder that synthesis writes. Paths are relative to the output directory, with forward slashes. */
export type PlannedFile =
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'link'; readonly path: string; readonly target: string; readonly sha256: string }
  | { readonly type: 'copy'; readonly path: string; readonly source: string; readonly executable: boolean; readonly sha256: string }
  | { readonly type: 'text'; readonly path: string; readonly text: string; readonly executable: boolean; readonly sha256: string };

/** The files of an index, as the assembly lists them. */
export function fileEntries(files: readonly PlannedFile[]): AssemblyFile[] {
  const holders = new Set(files.map((file) => path.posix.dirname(file.path)));
  return files.flatMap((file): AssemblyFile[] => {
    switch (file.type) {
      case 'folder': return holders.has(file.path) ? [] : [{ path: file.path, sha256: digestOfText(''), executable: false, folder: true }];
      case 'link': return [{ path: file.path, sha256: file.sha256, executable: false, link: true }];
      default: return [{ path: file.path, sha256: file.sha256, executable: file.executable }];
    }
  });
}

/**
 * Writes an assembly and its files. Synthesis owns exactly the files in its own index: changed ones are written by
 * rename, identical ones left alone, and of the others only those are deleted that the last index lists.
 *
 * @throws when the last index cannot be read; nothing is changed then
 */
export function writeAssembly(directory: string, assembly: Assembly, files: readonly PlannedFile[]): void {
  const before = ownedBefore(path.join(directory, ASSEMBLY_FILE));
  fs.mkdirSync(directory, { recursive: true });
  const writer = new Writer(directory);
  const now = new Set(assembly.images.flatMap((image) => image.files.map((file) => file.path)));
  // First, since a folder may have become a file or a link, or the other way round.
  for (const old of before) {
    if (!now.has(old)) { writer.remove(old); }
  }
  for (const file of files) { writer.write(file); }
  // Last, so that a synthesis that fails does not pretend.
  const index = `${JSON.stringify(assembly, null, 1)}\n`;
  writer.write({ type: 'text', path: ASSEMBLY_FILE, text: index, executable: false, sha256: digestOfText(index) });
}

class Writer {
  private readonly folders = new Set<string>();
  private readonly temporary: string;

  constructor(private readonly directory: string) {
    // Not beside the file, whose folder may be read by a build at this moment.
    this.temporary = path.join(directory, `.${process.pid}.new`);
    fs.rmSync(this.temporary, { force: true });
  }

  public write(file: PlannedFile): void {
    const target = path.join(this.directory, file.path);
    this.makeFolder(file.type === 'folder' ? file.path : path.posix.dirname(file.path));
    switch (file.type) {
      case 'folder': return;
      case 'link':
        if (linkTarget(target) !== file.target) { this.replace(target, (temporary) => fs.symlinkSync(file.target, temporary)); }
        return;
      case 'text':
        if (!isSame(target, file)) {
          this.replace(target, (temporary) => fs.writeFileSync(temporary, file.text, { encoding: 'utf8', mode: mode(file.executable) }));
        }
        return;
      case 'copy':
        if (!isSame(target, file)) { this.replace(target, (temporary) => copy(file, temporary)); }
    }
  }

  /** Removes a file, link or empty folder, and the folders above it that become empty. */
  public remove(file: string): void {
    if (!this.isInFolders(path.posix.dirname(file))) { return; }
    const target = path.join(this.directory, file);
    const stat = fs.lstatSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) { fs.unlinkSync(target); }
    for (let folder = stat?.isDirectory() ? file : path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
      try {
        fs.rmdirSync(path.join(this.directory, folder));
      } catch {
        return; // not empty, or already gone
      }
    }
  }

  /** Through a link, a file of another place would be removed. */
  private isInFolders(folder: string): boolean {
    return folder === '.' || (this.isInFolders(path.posix.dirname(folder))
      && fs.lstatSync(path.join(this.directory, folder), { throwIfNoEntry: false })?.isDirectory() === true);
  }

  /** Folders only: through a link, files would be written to another place. */
  private makeFolder(folder: string): void {
    if (folder === '.' || this.folders.has(folder)) { return; }
    this.makeFolder(path.posix.dirname(folder));
    const target = path.join(this.directory, folder);
    try {
      fs.mkdirSync(target);
    } catch (error) {
      if (!fs.lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) { throw inTheWay(error, target); }
    }
    this.folders.add(folder);
  }

  /** Writes elsewhere and renames, so that readers see the old file or the new one, whole. */
  private replace(target: string, write: (temporary: string) => void): void {
    try {
      write(this.temporary);
      fs.renameSync(this.temporary, target);
    } catch (error) {
      fs.rmSync(this.temporary, { force: true });
      throw inTheWay(error, target);
    }
  }
}

function inTheWay(error: unknown, target: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EEXIST' || code === 'EISDIR' || code === 'ENOTEMPTY' ? errors.inTheWay(target) : error;
}

function copy(file: Extract<PlannedFile, { type: 'copy' }>, temporary: string): void {
  // A reflink where the file system can; never a hard link, through which a build could change the user's own file.
  fs.copyFileSync(file.source, temporary, fs.constants.COPYFILE_FICLONE);
  fs.chmodSync(temporary, mode(file.executable));
  if (readAndDigest(temporary) !== file.sha256) { throw assetChanged(file.source); }
}

function mode(executable: boolean): number {
  return executable ? 0o755 : 0o644;
}

function isSame(target: string, file: { readonly sha256: string; readonly executable: boolean }): boolean {
  const stat = fs.lstatSync(target, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && isExecutable(stat) === file.executable && readAndDigest(target) === file.sha256;
}

function linkTarget(file: string): string | undefined {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? fs.readlinkSync(file) : undefined;
}
