import { spawnSync } from 'child_process';
import * as path from 'path';
import { ROOT } from './assemblies';

test('every example in the API compiles', () => {
  // WHEN
  const rosetta = path.join(ROOT, 'node_modules', '.bin', 'jsii-rosetta');
  const { status, stdout, stderr } = spawnSync(rosetta, ['extract', '--compile', '--fail', '--directory', '.', '.', 'packages/cdktf'], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });

  // THEN
  expect(`${stdout}${stderr}`).not.toContain('error TS');
  expect(status).toBe(0);
});
