import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The images of a stack, their targets and steps, from the index that synthesis wrote. */
export function imageTree(stack) {
  return readImages(stack).flatMap(({ path, targets }) => [
    path,
    ...targets.flatMap(({ source, fingerprint, parents }) => [
      `  ${source}  fingerprint ${fingerprint.digest.slice(0, 16)}${parents.map((parent) => `, made from ${parent}`).join('')}`,
      ...Object.keys(fingerprint.tree.steps ?? {}).map((step) => `    ${step}`),
    ]),
  ]);
}

/** The files that synthesis wrote for them. */
export function imageFiles(stack) {
  return readImages(stack).flatMap(({ files }) => files.map(({ path }) => path));
}

function readImages(stack) {
  return JSON.parse(readFileSync(join(stack, 'images.json'), 'utf8')).images;
}
