// A component that behaves as its argument says: fake-component.mjs <behaviour> <file for its process id and working directory>
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';

const [behaviour, record] = process.argv.slice(2);
writeFileSync(record, JSON.stringify({ pid: process.pid, directory: process.cwd(), environment: Object.keys(process.env).sort() }));

const STREAM = 1;
const [DATA, WINDOW_UPDATE, PING, GO_AWAY] = [0, 1, 2, 3];
const [SYN, ACK, RST] = [1, 2, 8];

function frame(type, flags, stream, content = 0) {
  const payload = typeof content === 'number' ? Buffer.alloc(0) : Buffer.from(content);
  const header = Buffer.alloc(12);
  header.writeUInt8(type, 1);
  header.writeUInt16BE(flags, 2);
  header.writeUInt32BE(stream, 4);
  header.writeUInt32BE(typeof content === 'number' ? content : payload.length, 8);
  return Buffer.concat([header, payload]);
}

/** A specification with the one option `duration`, as a plugin sends it; more of them make it longer. */
function specification(count = 1) {
  const length = number => (number < 128 ? [number] : [(number & 127) | 128, ...length(number >>> 7)]);
  const field = (number, content) => [number * 8 + 2, ...length(content.length), ...content];
  const text = value => [...Buffer.from(value)];
  const options = Array.from({ length: count }, (_, place) => (place === 0 ? 'duration' : `option_${place}`)).map(name => {
    const attribute = [...field(1, text(name)), ...field(2, field(1, field(1, text('cty.String'))))];
    return field(1, [...field(1, text(name)), ...field(2, field(2, attribute))]);
  });
  return Buffer.from(field(1, options.flat()));
}

function reply(members, { error = '', sequence = 0 } = {}) {
  return Buffer.concat([encode({ ServiceMethod: 'Provisioner.ConfigSpec', Seq: sequence, Error: error }), encode(members)]);
}

const good = () => reply({ ConfigSpec: specification() });

function serve(socket) {
  const send = (...parts) => socket.write(frame(...parts));
  const answer = bytes => send(DATA, 0, STREAM, bytes);
  let pending = Buffer.alloc(0);
  let granted = 262_144;
  let wake;
  let calls = 0;
  let isNamed = false;

  /** As a plugin does it: never more than was granted. */
  async function answerInParts(bytes) {
    for (let rest = bytes; rest.length > 0;) {
      while (granted === 0) await new Promise(resolve => { wake = resolve; });
      const part = rest.subarray(0, Math.min(granted, 65_536));
      granted -= part.length;
      answer(part);
      rest = rest.subarray(part.length);
    }
  }

  const answers = {
    'error': () => answer(reply({}, { error: 'something is missing' })),
    'no specification': () => answer(reply({ Other: 1 })),
    'garbled specification': () => answer(reply({ ConfigSpec: Buffer.from([0xff, 0xff, 0xff]) })),
    'other question': () => answer(reply({ ConfigSpec: specification() }, { sequence: 7 })),
    'no map': () => answer(Buffer.concat([encode('hello'), encode('world')])),
    'slow': () => {},
    'crash': () => { console.error('panic: runtime error'); process.exit(2); },
    'closes': () => socket.destroy(),
    'resets': () => send(WINDOW_UPDATE, RST, STREAM),
    'goes away': () => send(GO_AWAY, 0, 0, 2),
    'half a frame': () => socket.end(frame(DATA, 0, STREAM, good()).subarray(0, 30)),
    'half an answer': () => { answer(good().subarray(0, 60)); socket.end(); },
    'too much at once': () => send(DATA, 0, STREAM, Buffer.alloc(262_145)),
    'garbage': () => answer(Buffer.from([0xc1])),
    'endless answer': () => { answerInParts(Buffer.concat([Buffer.from([0xde, 0x03, 0xe8]), ...Array.from({ length: 20 }, (_, place) => Buffer.concat([encode(`k${place}`), encode(Buffer.alloc(1 << 20))]))])); },
    'endless list': () => answer(Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])),
    'byte by byte': () => { for (const byte of good()) answer(Buffer.from([byte])); },
    'cut frames': () => { const bytes = frame(DATA, 0, STREAM, good()); bytes.forEach((byte, place) => setTimeout(() => socket.write(Buffer.from([byte])), place)); },
    'long': () => { answerInParts(reply({ ConfigSpec: specification(20_000) })); },
    'ping': () => send(PING, SYN, 0, 42),
    'opens a stream': () => send(WINDOW_UPDATE, SYN, 2),
    'chatty': () => { for (let place = 0; place < 2_000; place++) console.log('x'.repeat(500)); answer(good()); },
  };

  socket.on('error', () => {});
  socket.on('data', bytes => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= 12) {
      const [type, flags, stream, length] = [pending[1], pending.readUInt16BE(2), pending.readUInt32BE(4), pending.readUInt32BE(8)];
      const end = 12 + (type === DATA ? length : 0);
      if (pending.length < end) return;
      const payload = pending.subarray(12, end);
      pending = pending.subarray(end);
      if (type === WINDOW_UPDATE && flags === SYN) send(WINDOW_UPDATE, ACK, STREAM);
      if (type === WINDOW_UPDATE && flags === 0) { granted += length; wake?.(); }
      if (type === PING && flags === ACK && length === 42) answer(good());
      if (type === WINDOW_UPDATE && flags === RST && stream === 2) answer(good());
      if (type === GO_AWAY && behaviour !== 'stays') process.exit(0);
      if (type !== DATA) continue;
      if (!isNamed) {
        isNamed = true;
        if (behaviour === 'mute') continue;
        answer(behaviour === 'other connection' ? Buffer.from([1, 0, 0, 0]) : payload.subarray(0, 4));
      } else if (calls++ === 0) {(answers[behaviour] ?? (() => answer(good())))();}
    }
  });
  if (behaviour === 'no yamux') socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
}

function listen() {
  process.on('SIGTERM', () => {});
  const path = join(process.cwd(), 's');
  createServer(serve).listen(path, () => console.log(`5|0|unix|${path}`));
}

const unconnected = {
  'silent': () => setInterval(() => {}, 1_000),
  'not a handshake': () => { console.log('Usage: packer <command>'); setInterval(() => {}, 1_000); },
  'endless line': () => setInterval(() => process.stdout.write('x'.repeat(1_000)), 1),
  'ends at once': () => { console.error('no such component'); process.exitCode = 3; },
  'old': () => console.log('1|unix|/nowhere'),
  'other version': () => console.log('4|0|unix|/nowhere'),
  'listens nowhere': () => console.log(`5|0|unix|${join(process.cwd(), 'nowhere')}`),
  'listens elsewhere': () => console.log('5|0|tcp|192.0.2.1:80'),
};
(unconnected[behaviour] ?? listen)();
