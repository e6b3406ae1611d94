import { run } from './say.mjs';
import { setUpPackages } from './setup.mjs';

/** Installs and compiles what is missing or out of date; before `npm pack`, which packs what is there. */
await run(setUpPackages);
