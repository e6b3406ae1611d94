import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { noChecksum, noFile, wrongChecksum } from './errors';

/**
 * Makes sure that a plugin is what was installed, as Packer does before it starts one.
 *
 * @param needed there must be a checksum; a program that somebody names, and may have built, need not have one
 */
export async function verifyChecksum(file: string, { needed }: { readonly needed: boolean }): Promise<void> {
  if (!await stat(file).then((found) => found.isFile(), () => false)) { throw noFile(file); }
  const wanted = await readFile(`${file}_SHA256SUM`, 'utf8').catch(() => undefined);
  if (wanted === undefined) {
    if (needed) { throw noChecksum(file); }
    return;
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== wanted.trim().toLowerCase()) { throw wrongChecksum(file); }
}
