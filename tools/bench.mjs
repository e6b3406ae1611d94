import { runScript } from './script.mjs';

await runScript('bench/run.mjs', { exactly: true });
