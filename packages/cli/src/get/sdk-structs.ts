import { LibraryFacts } from '../library/library-facts';
import { FieldFacts } from '../schema';

/** A struct of Packer's plugin SDK: its options in all versions of it, each with its type, and those that nearly all versions have. */
export interface SdkStruct {
  readonly name: string;
  readonly types: ReadonlyMap<string, string>;
  readonly usual: readonly string[];
}

/** In so many of the bodies with the struct an option must be, to count as usual. */
const USUAL = 0.8;

/** The structs of the SDK of which something is known: overlays speak of them, or classes share them. */
export function sdkStructs(facts: LibraryFacts): SdkStruct[] {
  const named = new Set([
    ...Object.values(facts.library.groups).flatMap(({ structs }) => structs), ...Object.keys(facts.shared.structs ?? {}),
  ]);
  const seen = new Map([...named].map((name) => [name, new Map<string, { type: string; count: number }>()]));
  const bodies = new Map<string, number>();
  const visit = (fields: readonly FieldFacts[]) => {
    for (const struct of new Set(fields.flatMap(({ declaredIn }) => declaredIn ?? []))) { bodies.set(struct, (bodies.get(struct) ?? 0) + 1); }
    for (const { name, type, declaredIn, fields: nested } of fields) {
      const options = seen.get(declaredIn ?? '');
      if (options) { options.set(name, { type, count: (options.get(name)?.count ?? 0) + 1 }); }
      if (nested) { visit(nested); }
    }
  };
  for (const { components } of facts.all()) { components.forEach(({ fields }) => visit(fields)); }
  return [...seen].filter(([, options]) => options.size > 0).map(([name, options]) => ({
    name,
    types: new Map([...options].map(([option, { type }]) => [option, type])),
    usual: [...options].filter(([, { count }]) => count >= USUAL * bodies.get(name)!).map(([option]) => option),
  }));
}

/** The struct of each option of a body, for those that come from the SDK: it has all that the struct usually has. */
export function sdkDeclarations(fields: readonly FieldFacts[], structs: readonly SdkStruct[]): Map<string, string> {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const has = ({ types: known }: SdkStruct) => (option: string) => types.has(option) && types.get(option) === known.get(option);
  const declared = new Map<string, string>();
  for (const struct of structs.filter((one) => one.usual.length > 0 && one.usual.every(has(one)))) {
    for (const option of struct.types.keys()) {
      if (has(struct)(option)) { declared.set(option, struct.name); }
    }
  }
  return declared;
}
