import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { median } from './measure.mjs';

const resolve = createRequire(import.meta.url).resolve;

/** How long `require` of each module takes in a process of its own, in turns. Medians in milliseconds. */
export function measureLoad(modules, rounds) {
  const times = Object.fromEntries(Object.keys(modules).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, path] of Object.entries(modules)) { times[name].push(load(resolve(path))); }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

function load(file) {
  const script = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)';
  const { stdout, status, stderr } = spawnSync(process.execPath, ['-e', script, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} cannot be loaded:\n${stderr}`);
  return Number(stdout);
}
