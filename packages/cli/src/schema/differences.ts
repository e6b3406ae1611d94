import { ComponentFacts, FieldFacts, inOrder } from './facts';

/** One way in which facts differ from what was read. */
export interface Difference {
  /** The component, as overlays name it: `builder docker`. */
  readonly component: string;
  /** The option, with the blocks that it is in: `build.path`. Absent where the component itself is meant. */
  readonly option?: string;
  readonly kind: 'only in the facts' | 'only in what was read' | 'of another type';
  /** The types, where they say more than the kind. */
  readonly types?: readonly [facts: string, read: string];
}

/** How the facts on components differ from what a program or sources say of them. Only names and types are compared. */
export function differences(facts: readonly ComponentFacts[], read: readonly ComponentFacts[]): Difference[] {
  const [known, found] = [facts, read].map((components) => new Map(components.map((one) => [`${one.kind} ${one.type}`, one])));
  return inOrder([...facts, ...read]).filter(firstOfItsName).flatMap(({ kind, type }) => {
    const component = `${kind} ${type}`;
    const [ours, theirs] = [known.get(component), found.get(component)];
    if (!theirs) { return [{ component, kind: 'only in the facts' as const }]; }
    if (!ours) { return [{ component, kind: 'only in what was read' as const }]; }
    return [
      ...fieldDifferences(component, '', ours.fields, theirs.fields),
      ...fieldDifferences(component, 'output ', ours.outputs ?? [], theirs.outputs ?? []),
    ];
  });
}

function firstOfItsName({ kind, type }: ComponentFacts, place: number, components: readonly ComponentFacts[]): boolean {
  return components.findIndex((one) => one.kind === kind && one.type === type) === place;
}

function fieldDifferences(component: string, prefix: string, facts: readonly FieldFacts[], read: readonly FieldFacts[]): Difference[] {
  const found = new Map(read.map((field) => [field.name, field]));
  const known = new Set(facts.map(({ name }) => name));
  return [
    ...facts.flatMap((ours): Difference[] => {
      const theirs = found.get(ours.name);
      const option = `${prefix}${ours.name}`;
      if (!theirs) { return [{ component, option, kind: 'only in the facts' }]; }
      const types = [typeOf(ours), typeOf(theirs)] as const;
      if (types[0] !== types[1]) { return [{ component, option, kind: 'of another type', types }]; }
      return fieldDifferences(component, `${option}.`, ours.fields ?? [], theirs.fields ?? []);
    }),
    ...read.filter(({ name }) => !known.has(name)).map((theirs): Difference => (
      { component, option: `${prefix}${theirs.name}`, kind: 'only in what was read', types: ['', typeOf(theirs)] })),
  ];
}

function typeOf({ type, block, specRequired }: FieldFacts): string {
  return `${type}${block === 'list' ? ' list' : ''}${specRequired ? ', required' : ''}`;
}

/** A difference in one line. */
export function inWords({ component, option, kind, types }: Difference): string {
  const what = option === undefined ? component : `${component}: ${option}`;
  return kind === 'of another type' ? `${what} is ${types![1]}, not ${types![0]}` : `${what} is ${kind}`;
}
