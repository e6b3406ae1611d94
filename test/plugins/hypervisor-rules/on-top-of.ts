import { Configuration, RuleRow } from '../rule-rows';

/** A rule, what breaks it on top of a configuration that is accepted, a part of what Packer says, and what does not break it. */
export type Change = readonly [rule: string, broken: Configuration, says: string, ...near: Configuration[]];

/** Rules of a builder. `undefined` takes an option of `accepted` away. */
export function onTopOf(type: string, accepted: Configuration, changes: readonly Change[]): RuleRow[] {
  return changes.map(([rule, broken, says, ...near], index) => ({
    component: 'source',
    type,
    rule,
    rejected: { ...accepted, ...broken },
    says,
    accepted: [...index === 0 ? [accepted] : [], ...near.map((change) => ({ ...accepted, ...change }))],
  }));
}

/** The same for options of a block, of which `accepted` has one. */
export function inBlock(block: string, accepted: Configuration, changes: readonly Change[]): Change[] {
  const around = (change: Configuration): Configuration => ({ [block]: [{ ...accepted, ...change }] });
  return changes.map(([rule, broken, says, ...near]) => [`${block}: ${rule}`, around(broken), says, ...near.map(around)]);
}

/** A value that the plugin does not know, and those that it knows. */
export function values(option: string, says: string, ...known: ReadonlyArray<string | number>): Change {
  return [`values of ${option}`, { [option]: 'other' }, says, ...known.map((value) => ({ [option]: value }))];
}

/** The largest number that the plugin takes. */
export function atMost(option: string, largest: number, says: string): Change {
  return [`range of ${option}`, { [option]: largest + 1 }, says, { [option]: largest }, { [option]: 0 }];
}
