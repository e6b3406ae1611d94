import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { captured } from './child.mjs';
import { onPath } from './paths.mjs';
import { duration, Missing, say } from './say.mjs';

const TICK = 30_000;

/** What `build` needs; said where it is missing. */
export const GO = 'Go (https://go.dev/dl)';

export function hasGo() {
  return Boolean(onPath('go'));
}

/**
 * Builds a program out of a Go module of this repository.
 *
 * @param title what it is called in messages
 * @param module the folder of `go.mod`
 * @param main the package of the program
 * @param file where it is put
 * @param minutes about how long that takes
 */
export async function build({ title, module, main, file, flags = [], minutes }) {
  say(`Building ${title} with Go (about ${minutes} min, once) …`);
  const begun = Date.now();
  const ticks = setInterval(() => say(`  still building ${title}, ${duration(Date.now() - begun)} …`), TICK);
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    const { code, output } = await captured('go', ['build', ...flags, '-o', unfinished, main], { cwd: module });
    if (code !== 0) throw new Missing(`${lastLines(output)}\nGo could not build ${title}: see above.`);
    // In one step, so that nobody ever finds half of it.
    renameSync(unfinished, file);
  } finally {
    clearInterval(ticks);
    rmSync(unfinished, { force: true });
  }
  say(`Built ${title} in ${duration(Date.now() - begun)}`);
}

function lastLines(text) {
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
