import * as path from 'path';

/** A script of this package, wherever it is installed. A relative path would start in the folder of the user's program. */
export function script(name: string): string {
  return path.join(__dirname, '..', 'scripts', name);
}
