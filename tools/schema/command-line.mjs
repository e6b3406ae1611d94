import { setUpPackages } from '../setup.mjs';

/** What the package of the command line has for the scripts of this repository, compiled. */
export async function commandLine() {
  await setUpPackages();
  return (await import('../../packages/cli/lib/tools.js')).default;
}
