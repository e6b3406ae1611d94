import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The middle of several numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** How long `work` takes, in milliseconds. */
export function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Gives `work` an empty folder in memory, where there is one: a disk would hide what is measured. */
export function inFolder(work) {
  const folder = mkdtempSync(join(memory(), 'cdk-packer-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function memory() {
  try {
    const probe = mkdtempSync('/dev/shm/cdk-packer-bench-');
    rmSync(probe, { recursive: true });
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

/** The objects of all JSON files below a folder, and how each is written. */
export function objectsBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .map(file => {
      const text = readFileSync(file, 'utf8');
      const spaces = /^\{\n( *)/.exec(text)[1].length;
      return { name: file.slice(folder.length + 1), object: JSON.parse(text), spaces };
    });
}

/** The least that anybody has to do: write these objects as JSON, with the digest of each. */
export function floor(objects, folder) {
  for (const { name, object, spaces } of objects) {
    const text = `${JSON.stringify(object, null, spaces)}\n`;
    createHash('sha256').update(text).digest('hex');
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
