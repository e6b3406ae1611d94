import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { median } from './measure.mjs';

const resolve = createRequire(import.meta.url).resolve;

/**
 * How long it takes to load each module in a process of its own, in turns. A module is its path, or its path and the namespace of it that is
 * used. Medians in milliseconds.
 */
export function measureLoad(modules, rounds) {
  const times = Object.fromEntries(Object.keys(modules).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, path] of Object.entries(modules)) { times[name].push(load([path].flat())); }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

function load([module, namespace]) {
  const file = resolve(module);
  const script = `
    const [, file, namespace] = process.argv;
    const t = performance.now();
    const loaded = require(file);
    if (namespace) Object.keys(loaded[namespace]);
    console.log(performance.now() - t);
  `;
  const { stdout, status, stderr } = spawnSync(process.execPath, ['-e', script, file, ...namespace ? [namespace] : []], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} cannot be loaded:\n${stderr}`);
  return Number(stdout);
}
