import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a unix socket has room for about 100 bytes, and a component needs some of them for the name of its own. */
const LONGEST = 60;

/** Gives `work` a directory that nobody else sees, and removes it afterwards. */
export async function inPrivateDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const parent = tmpdir().length > LONGEST && process.platform !== 'win32' ? '/tmp' : tmpdir();
  const directory = await mkdtemp(join(parent, 'cdkp-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}
