/** The kinds of yamux frames. */
export enum FrameType { DATA = 0, WINDOW_UPDATE = 1, PING = 2, GO_AWAY = 3 }

/** What frames say beside their kind. */
export enum Flag { SYN = 1, ACK = 2, FIN = 4, RST = 8 }

/** Bytes of a frame before its payload. */
export const HEADER_LENGTH = 12;

export interface FrameHeader {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  /** Of data: the bytes that follow. Otherwise a number with a meaning of its own. */
  readonly length: number;
}

/** The bytes of a frame. Only data has a payload. */
export function frame(type: FrameType, flags: number, stream: number, content: number | Uint8Array = 0): Buffer {
  const payload = typeof content === 'number' ? new Uint8Array() : content;
  const bytes = Buffer.alloc(HEADER_LENGTH + payload.length);
  bytes.writeUInt8(type, 1);
  bytes.writeUInt16BE(flags, 2);
  bytes.writeUInt32BE(stream, 4);
  bytes.writeUInt32BE(typeof content === 'number' ? content : payload.length, 8);
  bytes.set(payload, HEADER_LENGTH);
  return bytes;
}

export function headerIn(bytes: Buffer): FrameHeader {
  if (bytes.readUInt8(0) !== 0 || bytes.readUInt8(1) > FrameType.GO_AWAY) { throw new Error('it does not speak yamux'); }
  return { type: bytes.readUInt8(1), flags: bytes.readUInt16BE(2), stream: bytes.readUInt32BE(4), length: bytes.readUInt32BE(8) };
}
