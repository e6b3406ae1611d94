import * as fs from 'fs';
import * as path from 'path';
import { ASSEMBLY_FILE, ASSEMBLY_VERSION, Assembly, AssemblyFile } from './assembly';
import * as errors from './errors';
import { readAndDigest } from '../assets/content-digest';
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
  return files.flatMap((file): AssemblyFile[] => {
    switch (file.type) {
      case 'folder': return [];
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
  const indexFile = path.join(directory, ASSEMBLY_FILE);
  const before = ownedBefore(indexFile);
  fs.mkdirSync(directory, { recursive: true });
  const made = new Set<string>();
  for (const file of files) { writeFile(directory, file, made); }
  replaceFile(indexFile, (temporary) => fs.writeFileSync(temporary, `${JSON.stringify(assembly, null, 1)}\n`));
  const now = new Set(files.map((file) => file.path));
  for (const old of before) {
    if (!now.has(old)) { removeFile(directory, old); }
  }
}

/** The files that the last synthesis wrote. */
function ownedBefore(indexFile: string): string[] {
  if (!fs.existsSync(indexFile)) { return []; }
  let index: Assembly;
  try {
    index = JSON.parse(fs.readFileSync(indexFile, 'utf8'));
  } catch (error) {
    throw errors.unreadableIndex(indexFile, (error as Error).message);
  }
  if (index?.version !== ASSEMBLY_VERSION) { throw errors.unreadableIndex(indexFile, `its version is ${index?.version}`); }
  const paths = index.images.flatMap((image) => image.files.map((file) => file.path));
  const outside = paths.find((file) => path.isAbsolute(file) || file.split('/').includes('..'));
  if (outside !== undefined) { throw errors.unreadableIndex(indexFile, `it lists '${outside}', which lies outside`); }
  return paths;
}

function writeFile(directory: string, file: PlannedFile, made: Set<string>): void {
  const target = path.join(directory, file.path);
  makeFolder(file.type === 'folder' ? target : path.dirname(target), made);
  switch (file.type) {
    case 'folder': return;
    case 'link':
      if (linkTarget(target) !== file.target) { replaceFile(target, (temporary) => fs.symlinkSync(file.target, temporary)); }
      return;
    case 'text':
      if (!isSame(target, file)) {
        replaceFile(target, (temporary) => fs.writeFileSync(temporary, file.text, { mode: mode(file.executable) }));
      }
      return;
    case 'copy':
      if (!isSame(target, file)) { replaceFile(target, (temporary) => copy(file, temporary)); }
  }
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) { return; }
  fs.mkdirSync(folder, { recursive: true });
  made.add(folder);
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

/** Writes beside the target and renames, so that readers see the old file or the new one, whole. */
function replaceFile(target: string, write: (temporary: string) => void): void {
  const temporary = `${target}.${process.pid}.new`;
  try {
    write(temporary);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function removeFile(directory: string, file: string): void {
  fs.rmSync(path.join(directory, file), { force: true });
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    try {
      fs.rmdirSync(path.join(directory, folder));
    } catch {
      return; // not empty, or already gone
    }
  }
}
