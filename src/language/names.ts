import { IConstruct } from 'constructs';
import * as errors from './errors';
import { digestOfText } from '../assets/content-digest';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The name of an element in HCL: the one given, else its construct id. */
export function elementName(construct: IConstruct, what: string, name?: string): string {
  const chosen = name ?? construct.node.id;
  if (!IDENTIFIER.test(chosen)) { throw errors.nameNeeded(construct, what, chosen); }
  return chosen;
}

/** The parts of a construct's path below another, for names that a reader shall find again. */
export function pathBelow(ancestor: IConstruct, construct: IConstruct): string[] {
  const ids: string[] = [];
  for (let node: IConstruct | undefined = construct; node && node !== ancestor; node = node.node.scope) {
    ids.unshift(node.node.id);
  }
  return ids;
}

/** File systems take no more than 255 bytes for a name, and something may be added to it. */
const LONGEST = 200;

/** A name made of letters, digits, `_` and `-` out of the parts of a path. */
export function joinedName(parts: readonly string[], separator: '_' | '-'): string {
  const name = parts.join(separator).replace(separator === '_' ? /[^A-Za-z0-9_]+/g : /[^A-Za-z0-9_-]+/g, separator);
  const identifier = /^[A-Za-z_]/.test(name) ? name : `_${name}`;
  return identifier.length <= LONGEST ? identifier : `${identifier.slice(0, LONGEST)}${separator}${digestOfText(identifier).slice(0, 8)}`;
}
