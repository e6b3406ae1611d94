import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as net from 'net';
import * as path from 'path';
import { takeSnapshot } from '../../src/assets/snapshot';

/** Files by their paths; a text is a file, `->` before it a link, a slash at the end of the path a folder. */
export function write(folder: string, files: { [name: string]: string }): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
    if (name.endsWith('/')) { continue; }
    if (content.startsWith('->')) {
      fs.symlinkSync(content.slice(2), file);
    } else {
      fs.writeFileSync(file, content);
    }
  }
  return folder;
}

/** The names and kinds in a snapshot, links with their targets. */
export function listing(localPath: string, exclude: string[] = []): string[] {
  return takeSnapshot(localPath, exclude).entries.map(({ name, type, target }) => `${type} ${name}${target === undefined ? '' : `->${target}`}`);
}

export function digest(localPath: string, exclude: string[] = []): string {
  return takeSnapshot(localPath, exclude).digest;
}

/** A named pipe. */
export function namedPipe(file: string): void {
  execFileSync('mkfifo', [file]);
}

/** A socket that listens until the returned function is called. */
export async function listeningSocket(file: string): Promise<() => Promise<void>> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  return async () => new Promise<void>((resolve) => server.close(() => resolve()));
}
