import { Production } from './artifact-place';
import { knownOption, LATE } from './known-option';

/** The regions that an artifact is in, as far as the program knows them. */
export interface Regions {
  /** The known ones, sorted. */
  readonly names: readonly string[];
  /** Whether these are all. */
  readonly areAll: boolean;
  /** Whether there is one region, though its name may be known only later. */
  readonly areOne: boolean;
}

/** The region of the build and those that the result is copied to, by the options that name them. */
export function regionsOf({ component, grammar }: Production): Regions {
  const [ofBuild, ...ofCopies] = grammar.regions;
  if (ofBuild === undefined) { return { names: [], areAll: false, areOne: false }; }
  const region = knownOption(component, ofBuild);
  const copies = ofCopies.flatMap((option) => knownOption(component, option) ?? []);
  const names = [...new Set([region, ...copies].filter((name): name is string => typeof name === 'string'))].sort();
  const areAll = typeof region === 'string' && !copies.includes(LATE);
  return { names, areAll, areOne: copies.length === 0 || (areAll && names.length === 1) };
}
