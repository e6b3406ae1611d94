import { YamuxStream } from './yamux-stream';

/** The number of the connection that every component offers, in four bytes. */
const MAIN_CONNECTION = Buffer.alloc(4);

/** Makes the stream the connection on which a component answers calls: it is named, and named back. */
export async function openMainConnection(stream: YamuxStream): Promise<void> {
  stream.write(MAIN_CONNECTION);
  const answer: number[] = [];
  while (answer.length < MAIN_CONNECTION.length) {
    const bytes = await stream.take(MAIN_CONNECTION.length - answer.length);
    if (!bytes) { throw new Error('it ended the stream'); }
    answer.push(...bytes);
  }
  if (!MAIN_CONNECTION.equals(Buffer.from(answer))) { throw new Error('it offered another connection than was asked for'); }
}
