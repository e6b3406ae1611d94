import * as fs from 'fs';
import * as path from 'path';
import { ASSEMBLY_VERSION, Assembly, AssemblyFile } from './assembly';
import * as errors from './errors';

/**
 * The files that the last synthesis wrote, by its index.
 *
 * @throws when the index cannot be read, or lists something that no synthesis writes
 */
export function ownedBefore(indexFile: string): string[] {
  if (!fs.existsSync(indexFile)) { return []; }
  const assembly = readAssembly(indexFile);
  if (assembly?.version !== ASSEMBLY_VERSION) { throw errors.unreadableIndex(indexFile, `its version is ${assembly?.version}`); }
  const { images } = assembly;
  if (!Array.isArray(images) || !images.every((image) => Array.isArray(image?.files))) {
    throw errors.unreadableIndex(indexFile, 'it lists no files');
  }
  return images.flatMap(({ files }) => files).map((file: AssemblyFile) => {
    if (!isOfAnImage(file?.path)) { throw errors.unreadableIndex(indexFile, `it lists '${file?.path}', which is no file of an image`); }
    return file.path;
  });
}

function readAssembly(indexFile: string): Assembly {
  try {
    return JSON.parse(fs.readFileSync(indexFile, 'utf8'));
  } catch (error) {
    throw errors.unreadableIndex(indexFile, (error as Error).message);
  }
}

/** Nothing else is ever deleted, whatever an index says. */
function isOfAnImage(file: unknown): boolean {
  return typeof file === 'string' && file.startsWith('images/') && path.posix.normalize(file) === file && !/[\\\0]|\/$/.test(file);
}
