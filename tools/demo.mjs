import { runScript } from './script.mjs';

await runScript('examples/quickstart/demo.mjs');
