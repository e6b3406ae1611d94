import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from '../../../../test/image/kit';
import { askComponent } from '../../src/schema/rpc/component';
import { Deadlines } from '../../src/schema/rpc/deadlines';
import { specFromProtobuf } from '../../src/schema/spec/protobuf-spec';
import { fieldsOf } from '../../src/schema/spec/spec';

const METHOD = 'Provisioner.ConfigSpec';
const PATIENT: Deadlines = { handshake: 30_000, connection: 30_000, call: 30_000, exit: 30_000 };

/** Asks a component that behaves in some way, and says what is left of it. */
async function ask(behaviour: string, deadlines: Partial<Deadlines> = {}) {
  const record = path.join(temporaryFolder(), 'record.json');
  const command = { file: process.execPath, args: [path.join(__dirname, 'fake-component.mjs'), behaviour, record] };
  const outcome = await askComponent(command, [METHOD], { ...PATIENT, ...deadlines }).then(
    ([reply]) => ({ reply, error: undefined }), (error: Error) => ({ reply: undefined, error: error.message }));
  // What never got as far as to write this down was ended before.
  const { pid, directory, environment } = fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, 'utf8')) : {} as any;
  return { ...outcome, isRunning: pid !== undefined && isRunning(pid), isThere: directory !== undefined && fs.existsSync(directory), environment };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function optionsIn(reply: { readonly [name: string]: unknown } | undefined) {
  return fieldsOf(specFromProtobuf(reply!.ConfigSpec as Uint8Array));
}

test.each([
  ['not a handshake', 'it did not say where it listens, but "Usage: packer <command>"'],
  ['endless line', 'it did not say where it listens, but much else'],
  ['ends at once', 'it did not say where it listens; the process ended with status 3\n  no such component'],
  ['old', 'it did not say where it listens, but "1|unix|/nowhere"; the process ended with status 0'],
  ['other version', 'it speaks version 4 of the plugin protocol, and this reads version 5; the process ended with status 0'],
  ['listens elsewhere', 'it listens where nothing can connect to: "tcp|192.0.2.1:80"; the process ended with status 0'],
  ['no yamux', 'it does not speak yamux'],
  ['other connection', 'it offered another connection than was asked for'],
  ['error', `it answered ${METHOD} with an error: something is missing`],
  ['other question', 'it answered a question that nobody asked'],
  ['no map', 'it does not speak net/rpc in msgpack'],
  ['crash', 'it closed the connection; the process ended with status 2\n  panic: runtime error'],
  ['closes', 'it closed the connection'],
  ['resets', 'it broke off the stream'],
  ['goes away', 'it ended the session'],
  ['half a frame', 'it closed the connection'],
  ['half an answer', 'it closed the connection'],
  ['too much at once', 'it sent more than it was granted'],
  ['garbage', 'it does not speak net/rpc in msgpack (Unrecognized type byte: 0xc1)'],
  ['endless list', 'it does not speak net/rpc in msgpack (Max length exceeded: array length (4294967295) > maxArrayLength (1000))'],
  ['endless answer', 'its answer does not end'],
])('a component that misbehaves (%s) is ended, and the error says how', async (behaviour, message) => {
  // WHEN
  const { error, isRunning: isLeft, isThere } = await ask(behaviour);

  // THEN
  expect(error).toBe(message);
  expect([isLeft, isThere]).toEqual([false, false]);
});

test('a component that listens nowhere is ended, and the error says what could not be connected to', async () => {
  // WHEN
  const { error, isRunning: isLeft, isThere } = await ask('listens nowhere');

  // THEN
  expect(error).toMatch(/^connect ENOENT .*nowhere; the process ended with status 0$/);
  expect([isLeft, isThere]).toEqual([false, false]);
});

test.each<[string, Partial<Deadlines>, string]>([
  ['silent', { handshake: 500 }, 'starting took longer than 0.5 s'],
  ['mute', { connection: 500 }, 'connecting took longer than 0.5 s'],
  ['slow', { call: 500 }, `the answer to ${METHOD} took longer than 0.5 s`],
])('a component that is too slow (%s) is ended', async (behaviour, deadlines, message) => {
  // WHEN
  const { error, isRunning: isLeft, isThere } = await ask(behaviour, deadlines);

  // THEN
  expect(error).toBe(message);
  expect([isLeft, isThere]).toEqual([false, false]);
});

test.each(['good', 'byte by byte', 'cut frames', 'ping', 'opens a stream', 'chatty'])('the answer of a component arrives (%s)', async (behaviour) => {
  // WHEN
  const { reply, error, isRunning: isLeft, isThere } = await ask(behaviour);

  // THEN
  expect(error).toBeUndefined();
  expect(optionsIn(reply)).toEqual([{ name: 'duration', type: 'string' }]);
  expect([isLeft, isThere]).toEqual([false, false]);
});

test('an answer that is longer than the window arrives', async () => {
  // WHEN
  const { reply, error } = await ask('long');

  // THEN
  expect(error).toBeUndefined();
  expect(optionsIn(reply)).toHaveLength(20_000);
});

test('a component that answers and does not leave is ended', async () => {
  // WHEN
  const { reply, isRunning: isLeft, isThere } = await ask('stays', { exit: 500 });

  // THEN
  expect(optionsIn(reply)).toEqual([{ name: 'duration', type: 'string' }]);
  expect([isLeft, isThere]).toEqual([false, false]);
});

test('a component gets what it needs to tell its options, and no secret of the environment', async () => {
  // GIVEN
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';

  // WHEN
  const { environment } = await ask('good');

  // THEN
  delete process.env.AWS_SECRET_ACCESS_KEY;
  expect(environment).toEqual([
    'CHECKPOINT_DISABLE', 'HOME', 'PACKER_CACHE_DIR', 'PACKER_CONFIG_DIR', 'PACKER_PLUGIN_MAGIC_COOKIE', 'PACKER_PLUGIN_MAX_PORT',
    'PACKER_PLUGIN_MIN_PORT', 'PATH', 'TEMP', 'TMP', 'TMPDIR', 'USERPROFILE',
  ]);
});
