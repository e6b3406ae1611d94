/** The primitives of Go's gob encoding. */
export class GobReader {
  private position = 0;

  public constructor(private readonly bytes: Uint8Array) {}

  /** How many bytes are left: no count can be larger. */
  public get left(): number {
    return this.bytes.length - this.position;
  }

  public unsigned(): number {
    const first = this.take(1)[0];
    if (first < 128) { return first; }
    const length = 256 - first;
    if (length > 8) { throw new Error('a number is longer than any number of Go'); }
    const value = [...this.take(length)].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) { throw new Error('a number is larger than anything that can be counted'); }
    return Number(value);
  }

  public signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A count of things of which each takes a byte at least. */
  public count(): number {
    const count = this.unsigned();
    if (count > this.left) { throw new Error('the answer ends too early'); }
    return count;
  }

  public byteString(): Uint8Array {
    return this.take(this.count());
  }

  public text(): string {
    return Buffer.from(this.byteString()).toString('utf8');
  }

  private take(length: number): Uint8Array {
    if (length > this.left) { throw new Error('the answer ends too early'); }
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }
}
