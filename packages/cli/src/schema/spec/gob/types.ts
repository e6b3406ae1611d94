/** A type of a gob stream. Numbers are the ids of other types. */
export type GobType =
  | 'bool' | 'signed' | 'unsigned' | 'bytes' | 'text' | 'interface'
  | { readonly fields: ReadonlyArray<readonly [name: string, type: number]> }
  | { readonly element: number }
  | { readonly length: number; readonly element: number }
  | { readonly key: number; readonly element: number };

/** The id of the type that describes types. */
export const TYPE_OF_TYPES = 16;

const COMMON: readonly [string, number] = ['common', 18];

/** The types that no stream has to describe. */
export const KNOWN_TYPES: ReadonlyArray<readonly [id: number, type: GobType]> = [
  [1, 'bool'], [2, 'signed'], [3, 'unsigned'], [5, 'bytes'], [6, 'text'], [8, 'interface'],
  [TYPE_OF_TYPES, { fields: [['array', 17], ['slice', 19], ['struct', 20], ['map', 23], ['self', 24], ['self', 24], ['self', 24]] }],
  [17, { fields: [COMMON, ['element', 2], ['length', 2]] }],
  [18, { fields: [['name', 6], ['id', 2]] }],
  [19, { fields: [COMMON, ['element', 2]] }],
  [20, { fields: [COMMON, ['fields', 22]] }],
  [21, { fields: [['name', 6], ['type', 2]] }],
  [22, { element: 21 }],
  [23, { fields: [COMMON, ['key', 2], ['element', 2]] }],
  [24, { fields: [COMMON] }],
];

/** The type that a value of the type of types describes. */
export function describedType(value: any): GobType {
  if (value.self) { return 'bytes'; }
  if (value.struct) { return { fields: (value.struct.fields ?? []).map((field: any) => [field.name ?? '', field.type ?? 0]) }; }
  if (value.map) { return { key: value.map.key, element: value.map.element }; }
  if (value.slice) { return { element: value.slice.element }; }
  if (value.array) { return { length: value.array.length ?? 0, element: value.array.element }; }
  throw new Error('a type is described in a form that is not known');
}
