import { attached } from './child.mjs';
import { CI } from './ci.mjs';
import { environment } from './environment.mjs';
import { jest } from './jest.mjs';
import { installed, ROOT } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { duration, Missing, run, say } from './say.mjs';
import { findPrograms, setUpPackages } from './setup.mjs';
import { leavingOut, suitesWithout } from './suites.mjs';
import { findTestPrograms } from './test-programs.mjs';

const PACKAGES = ['.', 'packages/cdktf'];

await run(async () => {
  checkPrerequisites();
  const programs = await programsForTests();
  await setUpPackages();
  const env = { ...environment(programs), ...programs?.variables };

  const results = [];
  for (const folder of PACKAGES) {
    results.push(await timed(`types of ${folder}/test`, () => check(installed('tsc'), ['--noEmit', '-p', `${folder}/test`], env)));
  }
  results.push(await timed('lint', () => check(installed('projen'), ['eslint'], env)));
  for (const folder of PACKAGES) {
    const args = [...process.argv.slice(2), ...leavingOut(programs && suitesWithout(programs.missing, folder))];
    results.push(await timed(`tests of ${folder}`, () => jest(folder, args, env)));
  }
  return summary(results, programs);
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

/** Says what ran; the last line counts the tests, and each check that failed. */
function summary(results, programs) {
  say('');
  for (const { name, passed, failed, skipped, time } of results) {
    const numbers = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
    say(`${failed ? '✗' : '✓'} ${name}: ${numbers.join(', ') || 'ok'} (${duration(time)})`);
  }
  say(`  ${programs ? `with ${names(programs).join(', ')}` : 'without the integration tests: see the top for what they need'}`);
  for (const line of programs ? leftOut(programs.missing) : []) say(`  ${line}`);
  const total = what => results.reduce((sum, result) => sum + result[what], 0);
  if (CI && total('skipped') > 0) say('✗ in CI no test may be skipped');
  const failed = total('failed') + (CI ? total('skipped') : 0);
  say(`${total('passed')} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function names({ packer, terraform, packers = [], plugins, docker, ec2 }) {
  return [
    ...[packer, ...packers].map(({ version }) => `Packer ${version}`),
    ...plugins?.versions.map(version => `plugin ${version}`) ?? [],
    `Terraform ${terraform.version}`,
    docker && `${docker.name} ${docker.version}`,
    ec2 && `Moto ${ec2.version}`,
  ].filter(Boolean);
}

/** Which files were left out, and why: a line for each. */
function leftOut(missing) {
  return PACKAGES.flatMap(folder => suitesWithout(missing, folder)).map(({ file, part }) => `without ${file}: ${missing[part]}`);
}
