import { GobReader } from './reader';
import { describedType, GobType, KNOWN_TYPES, TYPE_OF_TYPES } from './types';

/** A value of a Go interface: what it really is, and the value. */
export interface GobInterface {
  /** The name of the concrete type; empty for nil. */
  readonly concrete: string;
  readonly value: any;
}

/** Deeper than any plugin nests blocks; what goes on longer is no answer. */
const DEEPEST = 128;

/** The one value in a gob stream. Structs become objects without the fields that are zero. */
export function decodeGob(bytes: Uint8Array): any {
  return new GobDecoder(new GobReader(bytes)).message();
}

class GobDecoder {
  private readonly types = new Map<number, GobType>(KNOWN_TYPES);
  private depth = 0;

  public constructor(private readonly reader: GobReader) {}

  public message(): any {
    this.reader.unsigned(); // the length of the message
    return this.standingAlone(this.definitions());
  }

  /** Learns the types that are described here; gives the id of the value after them. */
  private definitions(): number {
    for (;;) {
      const id = this.reader.signed();
      if (id >= 0) { return id; }
      this.types.set(-id, describedType(this.value(TYPE_OF_TYPES)));
      this.reader.unsigned(); // the length of the next part
    }
  }

  private standingAlone(id: number): any {
    const type = this.typeOf(id);
    const isStruct = typeof type === 'object' && 'fields' in type;
    if (!isStruct && this.reader.unsigned() !== 0) { throw new Error('a value does not begin as values do'); }
    return this.value(id);
  }

  private value(id: number): any {
    if (++this.depth > DEEPEST) { throw new Error('the answer is nested too deeply'); }
    try {
      return this.valueOf(this.typeOf(id));
    } finally {
      this.depth--;
    }
  }

  private valueOf(type: GobType): any {
    switch (type) {
      case 'bool': return this.reader.unsigned() !== 0;
      case 'signed': return this.reader.signed();
      case 'unsigned': return this.reader.unsigned();
      case 'bytes': return this.reader.byteString();
      case 'text': return this.reader.text();
      case 'interface': return this.interface();
    }
    if ('fields' in type) { return this.struct(type.fields); }
    if ('key' in type) { return new Map(this.repeated(() => [this.value(type.key), this.value(type.element)] as const)); }
    return this.repeated(() => this.value(type.element));
  }

  private struct(fields: ReadonlyArray<readonly [string, number]>): any {
    const found: { [name: string]: any } = Object.create(null);
    for (let place = -1; ;) {
      const step = this.reader.unsigned();
      if (step === 0) { return found; }
      place += step;
      const field = fields[place];
      if (!field) { throw new Error('a struct has more fields than were described'); }
      found[field[0]] = this.value(field[1]);
    }
  }

  private interface(): GobInterface {
    const concrete = this.reader.text();
    if (concrete === '') { return { concrete, value: undefined }; }
    const id = this.definitions();
    this.reader.unsigned(); // the length of the value
    return { concrete, value: this.standingAlone(id) };
  }

  private repeated<T>(item: () => T): T[] {
    return Array.from({ length: this.reader.count() }, item);
  }

  private typeOf(id: number): GobType {
    const type = this.types.get(id);
    if (!type) { throw new Error(`the type ${id} is not described`); }
    return type;
  }
}
