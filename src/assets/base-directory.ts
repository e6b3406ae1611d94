import * as fs from 'fs';
import * as path from 'path';

const PROJECT_FILES = ['cdktf.json', 'cdk-packer.json'];

/**
 * Where relative paths start: the nearest folder upwards from the working directory that has a `cdktf.json` or a
 * `cdk-packer.json`, else the working directory itself.
 */
export function baseDirectory(): string {
  const start = process.cwd();
  for (let directory = start; ; directory = path.dirname(directory)) {
    if (PROJECT_FILES.some((file) => fs.existsSync(path.join(directory, file)))) { return directory; }
    if (directory === path.dirname(directory)) { return start; }
  }
}
