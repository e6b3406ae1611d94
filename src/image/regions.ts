import { knownOption, LATE } from './known-option';
import { Component } from '../language/element';

/** The regions that an artifact is in, as far as the program knows them. */
export interface Regions {
  /** The known ones, sorted. */
  readonly names: readonly string[];
  /** Whether these are all. */
  readonly areAll: boolean;
  /** Whether there is one region, though its name may be known only later. */
  readonly areOne: boolean;
}

/** The region of the build and those that the result is copied to. */
export function regionsOf(component: Component): Regions {
  const region = knownOption(component, 'region');
  const copies = knownOption(component, 'ami_regions') ?? [];
  const literals = [region, ...(Array.isArray(copies) ? copies : [])].filter((name): name is string => typeof name === 'string');
  const names = [...new Set(literals)].sort();
  const areAll = typeof region === 'string' && copies !== LATE;
  return { names, areAll, areOne: (Array.isArray(copies) && copies.length === 0) || (areAll && names.length === 1) };
}
