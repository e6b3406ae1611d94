import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onExit } from 'signal-exit';

/** The path of a unix socket has room for about 100 bytes, and a component needs some of them for the name of its own. */
const LONGEST = 60;

const inUse = new Set<string>();
// Also when this process is ended in the middle.
onExit(() => { for (const directory of inUse) { rmSync(directory, { recursive: true, force: true }); } });

/** Gives `work` a directory that nobody else sees, and removes it afterwards. */
export async function inPrivateDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const parent = tmpdir().length > LONGEST && process.platform !== 'win32' ? '/tmp' : tmpdir();
  const directory = await mkdtemp(join(parent, 'cdkp-'));
  inUse.add(directory);
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    inUse.delete(directory);
  }
}
