import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from '../../../../test/image/kit';
import { readPluginBinary } from '../../src/schema';

/** A program that leaves a trace when it is started. */
function program(folder: string, script: string): string {
  const file = path.join(folder, 'packer-plugin-thing');
  fs.writeFileSync(file, `#!/bin/sh\ntouch ${folder}/started\n${script}\n`, { mode: 0o755 });
  return file;
}

test('a program that was changed after it was installed is not started', async () => {
  // GIVEN
  const folder = temporaryFolder();
  const file = program(folder, '');
  fs.writeFileSync(`${file}_SHA256SUM`, '0'.repeat(64));

  // WHEN
  const reading = readPluginBinary('thing', file);

  // THEN
  await expect(reading).rejects.toThrow(`${file}: its checksum is not the one in ${file}_SHA256SUM, so it was changed after it was installed`);
  expect(fs.existsSync(path.join(folder, 'started'))).toBe(false);
});

test('an installed program without a checksum is not started', async () => {
  // GIVEN
  const folder = temporaryFolder();
  const file = program(folder, '');

  // WHEN
  const reading = readPluginBinary('thing', file, { checksumNeeded: true });

  // THEN
  await expect(reading).rejects.toThrow(`${file}: beside it there is no ${file}_SHA256SUM, so Packer does not use it either.`);
  expect(fs.existsSync(path.join(folder, 'started'))).toBe(false);
});

test('a program with the right checksum is started', async () => {
  // GIVEN
  const folder = temporaryFolder();
  const file = program(folder, 'echo \'{"version": "1.0.0", "builders": [], "protocol_version": "v2"}\'');
  fs.writeFileSync(`${file}_SHA256SUM`, createHash('sha256').update(fs.readFileSync(file)).digest('hex'));

  // THEN
  expect(await readPluginBinary('thing', file, { checksumNeeded: true })).toEqual({ version: '1.0.0', components: [], unread: [] });
});

test.each([
  ['echo hello', 'it is no plugin of Packer: `describe` does not print what it contains'],
  ['echo oh no >&2; exit 1', 'it is no plugin of Packer: `describe` failed (oh no)'],
])('a program that is no plugin is said to be none (%s)', async (script, message) => {
  // GIVEN
  const file = program(temporaryFolder(), script);

  // THEN
  await expect(readPluginBinary('thing', file)).rejects.toThrow(`${file}: ${message}`);
});

test('a program that is not there is said not to be there', async () => {
  await expect(readPluginBinary('thing', '/nowhere/packer-plugin-thing')).rejects.toThrow('/nowhere/packer-plugin-thing: there is no such file.');
});

test('a component that cannot be read does not hide the others', async () => {
  // GIVEN
  const fake = path.join(__dirname, 'fake-component.mjs');
  const folder = temporaryFolder();
  const file = program(folder, `case "$1 $4" in
    describe*) echo '{"version": "1.0.0", "provisioners": ["one", "two"], "protocol_version": "v2"}';;
    "start one") exec ${process.execPath} ${fake} good ${folder}/one.json;;
    "start two") exec ${process.execPath} ${fake} crash ${folder}/two.json;;
  esac`);

  // WHEN
  const { components, unread } = await readPluginBinary('thing', file);

  // THEN
  expect(components).toEqual([{ kind: 'provisioner', type: 'thing-one', fields: [{ name: 'duration', type: 'string' }] }]);
  expect(unread.map(({ kind, type, error }) => [kind, type, error.message])).toEqual(
    [['provisioner', 'thing-two', 'it closed the connection; the process ended with status 2\n  panic: runtime error']]);
});
