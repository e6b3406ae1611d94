import { DecodeError, decodeMultiStream, encode } from '@msgpack/msgpack';
import { YamuxStream } from './yamux-stream';

/** More than the longest specification by far. */
const LONGEST = 16 * 1024 * 1024;
const LIMITS = { maxBinLength: LONGEST, maxStrLength: LONGEST, maxMapLength: 1_000, maxArrayLength: 1_000 };

const NO_MSGPACK = 'it does not speak net/rpc in msgpack';

/** Calls methods without arguments by Go's net/rpc, whose values are msgpack here. One call at a time. */
export class RpcClient {
  private readonly answers: AsyncIterator<unknown>;
  private sequence = 0;

  public constructor(private readonly stream: YamuxStream) {
    this.answers = decodeMultiStream<undefined>(limited(stream), LIMITS)[Symbol.asyncIterator]();
  }

  /** The reply, with its members by their names. */
  public async call(method: string): Promise<{ readonly [name: string]: unknown }> {
    const sequence = this.sequence++;
    this.stream.write(Buffer.concat([encode({ ServiceMethod: method, Seq: sequence }), encode(null)]));
    const header = await this.nextMap();
    // After an error the reply is empty, but there is one.
    const reply = await this.nextMap();
    if (header.Seq !== sequence) { throw new Error('it answered a question that nobody asked'); }
    if (header.Error) { throw new Error(`it answered ${method} with an error: ${String(header.Error)}`); }
    return reply;
  }

  private async nextMap(): Promise<{ readonly [name: string]: unknown }> {
    const { done, value } = await this.answers.next().catch((error: Error) => {
      throw error instanceof DecodeError || error instanceof RangeError ? new Error(`${NO_MSGPACK} (${error.message})`) : error;
    });
    if (done) { throw new Error('it ended the stream'); }
    if (value === null) { return {}; }
    if (typeof value !== 'object' || Array.isArray(value) || value instanceof Uint8Array) { throw new Error(NO_MSGPACK); }
    return value as { readonly [name: string]: unknown };
  }
}

async function* limited(stream: YamuxStream): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const bytes of stream) {
    length += bytes.length;
    if (length > LONGEST) { throw new Error('its answer does not end'); }
    yield bytes;
  }
}
