import { isGiven, knownOption, LATE } from './known-option';
import { ArtifactCase } from '../language/artifact-schema';
import { Condition } from '../language/component-schema';
import { Component } from '../language/element';

/** The cases that may hold of a component: one, unless it depends on values that are known only later. */
export function possibleCases(component: Component, cases: readonly ArtifactCase[]): ArtifactCase[] {
  const possible: ArtifactCase[] = [];
  for (const one of cases) {
    const does = one.when ? holds(component, one.when) : true;
    if (does !== false) { possible.push(one); }
    if (does) { break; }
  }
  return possible;
}

/** Packer takes a text for the value that it spells. */
function holds(component: Component, { option, is }: Condition): boolean | undefined {
  if (!is) { return isGiven(component, option); }
  const value = knownOption(component, option);
  return value === LATE ? undefined : is.map(String).includes(String(value));
}
