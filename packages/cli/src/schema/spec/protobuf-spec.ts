import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { Spec } from './spec';

/** Deeper than any plugin nests blocks; what goes on longer is no specification. */
const DEEPEST = 32;

/** The specification in the protobuf message `Spec` of Packer's plugin SDK (`rpc/hcl_spec.proto`). */
export function specFromProtobuf(bytes: Uint8Array): Spec {
  return specIn(bytes, 0);
}

function specIn(bytes: Uint8Array, depth: number): Spec {
  if (depth > DEEPEST) { throw new Error('the specification is nested too deeply'); }
  let spec: Spec | undefined;
  read(bytes, {
    1: (reader) => { spec = objectIn(reader.bytes(), depth); },
    2: (reader) => { spec = attributeIn(reader.bytes()); },
    3: (reader) => { spec = blockIn('block', reader.bytes(), 3, depth); },
    4: (reader) => { spec = blockIn('block list', reader.bytes(), 2, depth); },
  });
  if (!spec) { throw new Error('the specification is of a form that is not known'); }
  return spec;
}

function objectIn(bytes: Uint8Array, depth: number): Spec {
  const members: Spec[] = [];
  const entry = (value: Uint8Array) => read(value, { 2: (reader) => { members.push(specIn(reader.bytes(), depth + 1)); } });
  read(bytes, { 1: (reader) => entry(reader.bytes()) });
  return { kind: 'object', members };
}

function attributeIn(bytes: Uint8Array): Spec {
  let name = '';
  let type = '';
  let required = false;
  read(bytes, {
    1: (reader) => { name = reader.string(); },
    2: (reader) => { type = typeIn(reader.bytes(), 0); },
    3: (reader) => { required = reader.bool(); },
  });
  return { kind: 'attribute', name: named(name), type, required };
}

function blockIn(kind: 'block' | 'block list', bytes: Uint8Array, nestedField: number, depth: number): Spec {
  let name = '';
  let nested: Spec | undefined;
  read(bytes, {
    1: (reader) => { name = reader.string(); },
    [nestedField]: (reader) => { nested = specIn(reader.bytes(), depth + 1); },
  });
  return { kind, name: named(name), nested: nested ?? { kind: 'object', members: [] } };
}

const PRIMITIVES: { readonly [name: string]: string } = { 'cty.String': 'string', 'cty.Bool': 'bool', 'cty.Number': 'number' };

function typeIn(bytes: Uint8Array, depth: number): string {
  if (depth > DEEPEST) { throw new Error('a type is nested too deeply'); }
  let type: string | undefined;
  const inner = (value: Uint8Array) => {
    let element = '';
    read(value, { 1: (reader) => { element = typeIn(reader.bytes(), depth + 1); } });
    return element;
  };
  const primitive = (value: Uint8Array) => read(value, { 1: (reader) => { type = PRIMITIVES[reader.string()]; } });
  read(bytes, {
    1: (reader) => primitive(reader.bytes()),
    2: (reader) => { type = `list(${inner(reader.bytes())})`; },
    3: (reader) => { type = `map(${inner(reader.bytes())})`; },
  });
  if (!type) { throw new Error('an option has a type that is not known'); }
  return type;
}

/** Reads the fields of a message; those that are not known are skipped, as protobuf wants it. */
function read(bytes: Uint8Array, fields: { readonly [number: number]: (reader: BinaryReader) => void }): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const field = fields[number];
    if (field && (wireType === WireType.LengthDelimited || wireType === WireType.Varint)) { field(reader); } else { reader.skip(wireType); }
  }
}

function named(name: string): string {
  if (name === '') { throw new Error('an option has no name'); }
  return name;
}
