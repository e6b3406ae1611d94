import { Duplex } from 'node:stream';
import { ByteQueue } from './byte-queue';
import { Flag, frame, FrameHeader, FrameType, HEADER_LENGTH, headerIn } from './yamux-frame';

/** What may arrive before more is granted. */
const WINDOW = 262_144;
/** The one stream that is opened. */
const STREAM = 1;

/** One stream over a yamux session, on a connection that nothing else uses. The other side may not open any. */
export class YamuxStream {
  private readonly received = new ByteQueue();
  private pending: Buffer = Buffer.alloc(0);
  /** What the other side may still send. */
  private window = WINDOW;
  /** What was taken and not granted again yet. */
  private taken = 0;

  public constructor(private readonly connection: Duplex) {
    connection.on('data', (bytes: Buffer) => this.arrived(bytes));
    connection.on('error', (error) => this.received.end(error));
    connection.on('close', () => this.received.end(new Error('it closed the connection')));
    this.send(FrameType.WINDOW_UPDATE, Flag.SYN, STREAM);
  }

  public write(bytes: Uint8Array): void {
    this.send(FrameType.DATA, 0, STREAM, bytes);
  }

  /** At most `length` bytes, as soon as there are any; `undefined` when the other side has ended the stream. */
  public async take(length?: number): Promise<Uint8Array | undefined> {
    const bytes = await this.received.take(length);
    this.taken += bytes?.length ?? 0;
    if (this.taken >= WINDOW / 2) {
      this.send(FrameType.WINDOW_UPDATE, 0, STREAM, this.taken);
      this.window += this.taken;
      this.taken = 0;
    }
    return bytes;
  }

  public async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let bytes = await this.take(); bytes; bytes = await this.take()) { yield bytes; }
  }

  /** Says goodbye, so that the other side leaves by itself. */
  public close(): void {
    this.send(FrameType.WINDOW_UPDATE, Flag.FIN, STREAM);
    this.send(FrameType.GO_AWAY, 0, 0);
    this.connection.end();
  }

  private arrived(bytes: Buffer): void {
    this.pending = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    try {
      while (this.pending.length >= HEADER_LENGTH && this.nextFrame()) { /* all that are complete */ }
    } catch (error) {
      this.received.end(error as Error);
      this.connection.destroy();
    }
  }

  /** Takes the first frame, if all of it is there. */
  private nextFrame(): boolean {
    const header = headerIn(this.pending);
    const length = header.type === FrameType.DATA ? header.length : 0;
    // Before waiting for it: nobody may make this side keep more than it granted.
    if (length > this.window) { throw new Error('it sent more than it was granted'); }
    if (this.pending.length < HEADER_LENGTH + length) { return false; }
    this.frameArrived(header, this.pending.subarray(HEADER_LENGTH, HEADER_LENGTH + length));
    this.pending = this.pending.subarray(HEADER_LENGTH + length);
    return true;
  }

  private frameArrived({ type, flags, stream, length }: FrameHeader, payload: Buffer): void {
    if (type === FrameType.PING) {
      if (flags & Flag.SYN) { this.send(FrameType.PING, Flag.ACK, 0, length); }
      return;
    }
    if (type === FrameType.GO_AWAY) { return this.received.end(new Error('it ended the session')); }
    if (stream !== STREAM) {
      if (flags & Flag.SYN) { this.send(FrameType.WINDOW_UPDATE, Flag.RST, stream); }
      return;
    }
    if (type === FrameType.DATA) {
      this.window -= payload.length;
      this.received.push(payload);
    }
    if (flags & Flag.RST) { return this.received.end(new Error('it broke off the stream')); }
    if (flags & Flag.FIN) { this.received.end(); }
  }

  private send(type: FrameType, flags: number, stream: number, content?: number | Uint8Array): void {
    if (this.connection.writable) { this.connection.write(frame(type, flags, stream, content)); }
  }
}
