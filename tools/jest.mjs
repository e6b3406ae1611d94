import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attached } from './child.mjs';
import { installed, ROOT } from './paths.mjs';

/** Runs the tests of one package. Resolves to how many passed, failed and were skipped. */
export async function jest(folder, args, env) {
  const results = mkdtempSync(join(tmpdir(), 'cdk-packer-jest-'));
  const file = join(results, 'results.json');
  try {
    const given = ['--ci', '--passWithNoTests', '--json', `--outputFile=${file}`, ...args];
    // `--json` also prints the results, which nobody wants to read.
    const code = await attached(installed('jest'), given, { cwd: join(ROOT, folder), env, stdio: ['inherit', 'ignore', 'inherit'] });
    return counts(code, file);
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

function counts(code, file) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that does not even load holds no failed test.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
