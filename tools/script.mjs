import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attached } from './child.mjs';
import { environment } from './environment.mjs';
import { ROOT } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { Missing, run } from './say.mjs';
import { findPrograms, setUpPackages } from './setup.mjs';

/** Sets up what is missing, then runs a script of this repository with the real programs. */
export function runScript(path, { exactly = false } = {}) {
  return run(async () => {
    checkPrerequisites();
    // What somebody has to install is said before anything slow begins.
    const programs = await findPrograms({ exactly });
    await setUpPackages();
    if (!existsSync(join(ROOT, path))) throw new Missing(`${path} is not in this checkout.`);
    return attached(process.execPath, [path, ...process.argv.slice(2)], { cwd: ROOT, env: environment(programs) });
  });
}
