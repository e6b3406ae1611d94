import { BROKEN, Leaf, Resolved, ResolvedMap } from './resolved';
import { HclType } from './type-expression';

/** Why a value cannot be used as one of a type. */
export interface Mismatch {
  /** Where in the value, for example `.0.name`; empty for the value itself. */
  readonly path: string;
  /** What stands there. */
  readonly found: string;
  readonly type: HclType;
}

/**
 * The first place at which Packer could not make a value of the type out of a default. It makes texts of numbers and booleans and
 * the other way round, takes lists for sets and tuples, and leaves out attributes that the type does not have. What only Packer
 * knows is not judged.
 */
export function mismatch(value: Resolved, type: HclType, path = ''): Mismatch | undefined {
  const text = literalText(value);
  const other = (found: string) => ({ path, found, type });
  if (value === null || type.kind === 'any' || (value instanceof Leaf && text === undefined)) { return undefined; }
  switch (type.kind) {
    case 'string': return Array.isArray(value) || value instanceof ResolvedMap ? other(describe(value)) : undefined;
    case 'number': return typeof value === 'number' || isNumber(text) ? undefined : other(describe(value));
    case 'bool': return typeof value === 'boolean' || isBoolean(text) ? undefined : other(describe(value));
    case 'list':
    case 'set': return Array.isArray(value) ? first(value.map((item, index) => mismatch(item, type.element!, `${path}.${index}`))) : other(describe(value));
    case 'map': return value instanceof ResolvedMap
      ? first(value.entries.map(([key, item]) => mismatch(item, type.element!, `${path}.${literalText(key) ?? '…'}`)))
      : other(describe(value));
    case 'tuple': {
      const items = type.items!;
      if (!Array.isArray(value)) { return other(describe(value)); }
      return value.length === items.length
        ? first(value.map((item, index) => mismatch(item, items[index], `${path}.${index}`)))
        : other(`a list of ${value.length}`);
    }
    case 'object': return value instanceof ResolvedMap ? mismatchOfAttributes(value, type, path) : other(describe(value));
  }
}

function mismatchOfAttributes({ entries }: ResolvedMap, type: HclType, path: string): Mismatch | undefined {
  // Packer normalizes names.
  const given = new Map(entries.map(([key, item]) => [literalText(key)?.normalize('NFC'), item]));
  return first([...type.attributes!].map(([name, attribute]) => {
    const value = given.get(name.normalize('NFC'));
    if (value !== undefined) { return mismatch(value, attribute, `${path}.${name}`); }
    // A key that only Packer knows may be the one.
    return attribute.optional || given.has(undefined) ? undefined : { path, found: `a map without '${name}'`, type };
  }));
}

function first(found: ReadonlyArray<Mismatch | undefined>): Mismatch | undefined {
  return found.find((one) => one !== undefined);
}

/** A text without references, also where it is written with escapes. */
function literalText(value: Resolved): string | undefined {
  if (typeof value === 'string') { return value; }
  return value instanceof Leaf && value !== BROKEN && value.segments.every((segment) => typeof segment === 'string')
    ? value.segments.join('')
    : undefined;
}

/** As Packer reads a number in a text. */
function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eEpP][+-]?\d+)?|[Ii]nf)$/.test(text);
}

function isBoolean(text: string | undefined): boolean {
  return text !== undefined && ['true', 'false', '1', '0'].includes(text);
}

/** Values may be secrets, so only their kind is named. */
function describe(value: Resolved): string {
  if (Array.isArray(value)) { return 'a list'; }
  if (value instanceof ResolvedMap) { return 'a map'; }
  return typeof value === 'number' || typeof value === 'boolean' ? `a ${typeof value}` : 'a text';
}
