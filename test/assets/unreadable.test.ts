import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { write } from './kit';
import { temporaryFolder } from '../language/support';

const folder = write(temporaryFolder(), { 'file/a': '', 'folder/b/c': '', 'listed/b/c': '', 'closed/site/a': '', 'open/a': '' });
const modes: Array<[string, number]> = [['file/a', 0o000], ['folder/b', 0o300], ['listed/b', 0o444], ['closed', 0o000]];
let messages: { [name: string]: string };

beforeAll(() => {
  fs.chmodSync(folder, 0o755);
  for (const [name, mode] of modes) { fs.chmodSync(path.join(folder, name), mode); }
  messages = messagesForNobody(['file', 'folder', 'listed', 'closed/site', 'open']);
  for (const [name] of modes) { fs.chmodSync(path.join(folder, name), 0o755); } // so that everything can be deleted
});

test.each([
  ['a file', 'file', 'file/a'],
  ['a folder', 'folder', 'folder/b'],
  ['what is in a folder that may only be listed', 'listed', 'listed/b/c'],
  ['the asset itself', 'closed/site', 'closed/site'],
])('%s that this user may not read is an error', (_, asset, file) => {
  expect(messages[asset]).toBe(`'${folder}/${file}' cannot be read (EACCES). Its content is part of the image: give this user permission to read it.`);
});

test('what may be read is no error', () => {
  expect(messages.open).toBe('none');
});

/** Permissions say nothing to root, so a process of another user reads. */
function messagesForNobody(names: string[]): { [name: string]: string } {
  const program = `
    const { takeSnapshot } = require('./src/assets/snapshot');
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
    const message = (name) => { try { takeSnapshot(name, []); return 'none'; } catch (error) { return error.message; } };
    const names = ${JSON.stringify(names)};
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, message(${JSON.stringify(folder)} + '/' + name)]))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', program], {
    encoding: 'utf8', env: { ...process.env, TS_NODE_COMPILER_OPTIONS: '{"module":"commonjs","moduleResolution":"node10"}' },
  });
  if (stdout === '') { throw new Error(stderr); }
  return JSON.parse(stdout);
}
