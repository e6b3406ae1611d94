import { createHash, hash } from 'crypto';
import * as fs from 'fs';

const CHUNK = 1024 * 1024;
/** A file changed this recently may change again without its timestamps telling. */
const SETTLED_AFTER_MS = 2000;

const known = new Map<string, string>();

/**
 * The sha256 of a file's bytes, in hexadecimal. Remembered while the file's identity and timestamps stay the same,
 * since one synthesis asks several times.
 */
export function digestOfFile(file: string): string {
  const stat = fs.statSync(file, { bigint: true });
  const key = [file, stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
  let digest = known.get(key);
  if (digest === undefined) {
    digest = readAndDigest(file);
    if (Date.now() - Number(stat.ctimeMs) > SETTLED_AFTER_MS) { known.set(key, digest); }
  }
  return digest;
}

/** The sha256 of a file's bytes as they are now. */
export function readAndDigest(file: string): string {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const descriptor = fs.openSync(file, 'r');
  try {
    for (let read; (read = fs.readSync(descriptor, buffer, 0, CHUNK, null)) > 0;) {
      digest.update(buffer.subarray(0, read));
    }
  } finally {
    fs.closeSync(descriptor);
  }
  return digest.digest('hex');
}

/** The sha256 of a text in UTF-8, in hexadecimal. */
export function digestOfText(text: string): string {
  return hash('sha256', text);
}
