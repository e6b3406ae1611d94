import { construct } from './images.mjs';
import { floor, inFolder, median, objectsBelow, timed } from './measure.mjs';

/** Constructs and synthesizes `count` images several times, each time beside the floor. Medians in milliseconds. */
export function measureSynth(count, rounds) {
  const times = { construct: [], synth: [], floor: [], ratio: [] };
  for (let round = 0; round < rounds; round++) {
    inFolder(folder => {
      let app;
      times.construct.push(timed(() => { app = construct(count, folder); }));
      const synth = timed(() => app.synth());
      const objects = objectsBelow(folder);
      const least = inFolder(other => timed(() => floor(objects, other)));
      times.synth.push(synth);
      times.floor.push(least);
      times.ratio.push(synth / least);
    });
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}
