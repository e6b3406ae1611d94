/** How long each step of a conversation with a component may take, in milliseconds. */
export interface Deadlines {
  /** Until the line of the handshake; Packer waits as long. */
  readonly handshake: number;
  /** Until the connection stands. */
  readonly connection: number;
  /** Until the answer to a call. */
  readonly call: number;
  /** Until the process has left, once it was told to. */
  readonly exit: number;
}

export const DEADLINES: Deadlines = { handshake: 60_000, connection: 5_000, call: 30_000, exit: 2_000 };

/** A step that took too long. */
export class TooSlow extends Error {}

/** What `step` resolves to, unless that takes too long. */
export async function within<T>(milliseconds: number, what: string, step: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`${what} took longer than ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([step, expired]);
  } finally {
    clearTimeout(timer);
  }
}
