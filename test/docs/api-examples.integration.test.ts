import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

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

test('every exported class has an example or says what it is', () => {
  const assembly = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
  const types: any[] = Object.values(assembly.types);

  const undocumented = types.flatMap((type) => [
    ...(type.docs?.summary || type.docs?.see ? [] : [type.fqn]),
    ...[...(type.properties ?? []), ...(type.methods ?? [])].filter((member: any) => !member.docs?.summary && !member.overrides)
      .map((member: any) => `${type.fqn}.${member.name}`),
  ]);

  expect(undocumented).toEqual([]);
});
