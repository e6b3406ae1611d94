import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { ROOT } from './project';
import { temporaryFolder, write } from '../../../../test/image/kit';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) { await new Promise((resolve) => setTimeout(resolve, 20)); }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)('nothing of a component outlives a command that %s ends', async (signal) => {
  // GIVEN a component that never says where it listens
  const folder = temporaryFolder();
  const record = path.join(folder, 'record.json');
  const fake = path.join(__dirname, '..', 'schema', 'fake-component.mjs');
  const plugin = write(path.join(folder, 'packer-plugin-thing'), `#!/bin/sh
    case $1 in
      describe) echo '{"version": "1.0.0", "provisioners": ["wait"], "protocol_version": "v2"}';;
      *) exec ${process.execPath} ${fake} silent ${record};;
    esac
  `, 0o755);
  const command = spawn(process.execPath, [path.join(ROOT, 'bin', 'cdk-packer'), 'get', 'github.com/acme/thing', '--binary', plugin], { cwd: folder });
  await until(() => fs.existsSync(record) && fs.readFileSync(record, 'utf8').endsWith('}'));

  // WHEN
  const ended = new Promise((resolve) => command.once('close', (_, how) => resolve(how)));
  command.kill(signal);

  // THEN
  expect(await ended).toBe(signal);
  const { pid, directory } = JSON.parse(fs.readFileSync(record, 'utf8'));
  await until(() => !isRunning(pid));
  expect(fs.existsSync(directory)).toBe(false);
  expect(fs.existsSync(path.join(folder, '.gen'))).toBe(false);
});
