/** Bytes that arrive in parts and are taken in others. One reader at a time. */
export class ByteQueue {
  private readonly parts: Uint8Array[] = [];
  private ended: { readonly error?: Error } | undefined;
  private wake: (() => void) | undefined;

  public push(part: Uint8Array): void {
    if (part.length === 0 || this.ended) { return; }
    this.parts.push(part);
    this.wake?.();
  }

  /** Nothing comes any more. What has arrived can still be taken. */
  public end(error?: Error): void {
    this.ended ??= { error };
    this.wake?.();
  }

  /** At most `length` bytes, as soon as there are any; `undefined` at the end. */
  public async take(length = Infinity): Promise<Uint8Array | undefined> {
    while (this.parts.length === 0) {
      if (this.ended?.error) { throw this.ended.error; }
      if (this.ended) { return undefined; }
      await new Promise<void>((resolve) => { this.wake = resolve; });
    }
    const part = this.parts.shift()!;
    if (part.length <= length) { return part; }
    this.parts.unshift(part.subarray(length));
    return part.subarray(0, length);
  }
}
