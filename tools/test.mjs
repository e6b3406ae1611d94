import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attached } from './child.mjs';
import { CI } from './ci.mjs';
import { environment } from './environment.mjs';
import { jest } from './jest.mjs';
import { installed, ROOT } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { duration, Missing, run, say } from './say.mjs';
import { findPrograms, setUpPackages } from './setup.mjs';
import { leavingOut, suitesWithout } from './suites.mjs';
import { summary } from './summary.mjs';
import { findTestPrograms } from './test-programs.mjs';

const PACKAGES = ['.', 'packages/cdktf', 'packages/cli'];
const TYPED = ['test', 'packages/cdktf/test', 'packages/cli/test', ...readdirSync(join(ROOT, 'examples')).map(name => `examples/${name}`)];

await run(async () => {
  checkPrerequisites();
  const programs = await programsForTests();
  await setUpPackages();
  const env = { ...environment(programs), ...programs?.variables };

  const results = [];
  for (const folder of TYPED) {
    results.push(await timed(`types of ${folder}`, () => check(installed('tsc'), ['--noEmit', '-p', folder], env)));
  }
  results.push(await timed('lint', () => check(installed('projen'), ['eslint'], env)));
  for (const folder of PACKAGES) {
    const args = [...process.argv.slice(2), ...leavingOut(programs && suitesWithout(programs.missing, folder))];
    results.push(await timed(`tests of ${folder}`, () => jest(folder, args, env)));
  }
  const leftOut = programs ? PACKAGES.flatMap(folder => suitesWithout(programs.missing, folder)) : [];
  return summary(results, programs, leftOut);
});

/** The real Packer and Terraform, and what works with them. Without them the rest is still tested, except where every test counts. */
async function programsForTests() {
  try {
    const programs = await findPrograms({ exactly: true });
    return { ...programs, ...await findTestPrograms(programs) };
  } catch (error) {
    if (CI || !(error instanceof Missing)) throw error;
    say(`The integration tests (*.integration.test.ts) are left out. ${error.message}`);
    return undefined;
  }
}

async function check(command, args, env) {
  const code = await attached(command, args, { cwd: ROOT, env });
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function timed(name, step) {
  say(`\n── ${name}`);
  const begun = Date.now();
  return { name, ...await step(), time: Date.now() - begun };
}
