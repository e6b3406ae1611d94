import { join } from 'node:path';
import { attached } from './child.mjs';
import { environment } from './environment.mjs';
import { installed, ROOT } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { run } from './say.mjs';
import { findPrograms, setUpPackages } from './setup.mjs';

/** The cdktf command in the quick start's own folder, with the programs that were found. */
await run(async () => {
  checkPrerequisites();
  const programs = await findPrograms();
  await setUpPackages();
  return attached(installed('cdktf'), process.argv.slice(2), { cwd: join(ROOT, 'examples', 'quickstart'), env: environment(programs) });
});
