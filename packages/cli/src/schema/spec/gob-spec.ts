import { decodeGob, GobInterface } from './gob/decode';
import { Spec } from './spec';

/** The specification in Go's gob encoding: what plugins send that were built before there was protobuf. */
export function specFromGob(bytes: Uint8Array): Spec {
  return objectOf(decodeGob(bytes));
}

function objectOf(members: unknown): Spec {
  if (!(members instanceof Map)) { throw new Error('the specification is no object'); }
  return { kind: 'object', members: [...members.values()].map(specOf) };
}

function specOf({ concrete, value }: GobInterface): Spec {
  switch (lastPartOf(concrete)) {
    case 'ObjectSpec': return objectOf(value);
    case 'AttrSpec': return { kind: 'attribute', name: named(value.Name), type: typeOf(value.Type), required: value.Required ?? false };
    case 'BlockSpec': return { kind: 'block', name: named(value.TypeName), nested: specOf(value.Nested) };
    case 'BlockListSpec': return { kind: 'block list', name: named(value.TypeName), nested: specOf(value.Nested) };
    case 'BlockAttrsSpec': {
      return { kind: 'attribute', name: named(value.TypeName), type: `map(${typeOf(value.ElementType)})`, required: value.Required ?? false };
    }
    default: throw new Error(`the specification has a part that is not known: ${concrete || 'nil'}`);
  }
}

/** The codes of primitive types. */
const PRIMITIVES: { readonly [kind: number]: string } = { 66: 'bool', 78: 'number', 83: 'string' };

function typeOf(bytes: Uint8Array): string {
  const { concrete, value }: GobInterface = decodeGob(bytes).Impl;
  switch (lastPartOf(concrete)) {
    case 'primitiveType': return PRIMITIVES[value.Kind] ?? unknownType(concrete);
    case 'typeList': return `list(${typeOf(value.ElementTypeT)})`;
    case 'typeMap': return `map(${typeOf(value.ElementTypeT)})`;
    default: return unknownType(concrete);
  }
}

function unknownType(concrete: string): never {
  throw new Error(`an option has a type that is not known: ${concrete}`);
}

function lastPartOf(concrete: string): string {
  return concrete.slice(concrete.lastIndexOf('.') + 1);
}

function named(name: string | undefined): string {
  if (!name) { throw new Error('an option has no name'); }
  return name;
}
