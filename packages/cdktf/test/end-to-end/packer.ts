import * as fs from 'fs';
import * as path from 'path';

/** The real Packer, which `npm test` puts on the path. */
export function realPacker(): string {
  const found = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'packer')).find(isExecutable);
  if (!found) { throw new Error('there is no packer on the PATH; run these tests with npm test'); }
  return found;
}

/** Puts a `packer` into a folder that notes its arguments in a file, a line a call, and becomes the real one. */
export function writeNotingPacker(folder: string, notes: string): void {
  fs.mkdirSync(folder);
  const script = `#!/bin/sh\nprintf '%s\\n' "$*" >>'${notes}'\nexec '${realPacker()}' "$@"\n`;
  fs.writeFileSync(path.join(folder, 'packer'), script, { mode: 0o755 });
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
