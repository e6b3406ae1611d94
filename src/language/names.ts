import { IConstruct } from 'constructs';
import * as errors from './errors';

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

/** A name made of letters, digits, `_` and `-` out of the parts of a path. */
export function joinedName(parts: readonly string[], separator: '_' | '-'): string {
  const name = parts.join(separator).replace(separator === '_' ? /[^A-Za-z0-9_]+/g : /[^A-Za-z0-9_-]+/g, separator);
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}
