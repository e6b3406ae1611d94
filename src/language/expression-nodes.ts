import { Construct } from 'constructs';
import { containsItself } from './errors';
import { Asset } from '../assets/asset';
import { byCodePoint } from '../references/code-point';
import { listReferenceAmongOthers } from '../references/errors';
import { ExpressionNode } from '../references/expression-node';
import { decodeNumber, intern } from '../references/interned';
import { splitMarks } from '../references/mark';
import { isResolvable } from '../references/resolvable';

/** The expression for any value that a user passes to a function: literals, references, lists and maps of them. */
export function toNode(value: any): ExpressionNode {
  return nodeIn(value, []);
}

/** @param above - the lists and maps that the value stands in */
function nodeIn(value: any, above: readonly object[]): ExpressionNode {
  switch (typeof value) {
    case 'string': return textNode(value);
    case 'number':
      if (!Number.isFinite(value)) { throw notAValue(String(value)); }
      return decodeNumber(value) ?? { kind: 'literal', value };
    case 'boolean': return { kind: 'literal', value };
    case 'undefined': return { kind: 'literal', value: null };
    case 'object': break;
    default: throw notAValue(`a ${typeof value}`);
  }
  if (value === null) { return { kind: 'literal', value }; }
  if (above.includes(value)) { throw containsItself(); }
  if (Array.isArray(value)) { return listNode(value, [...above, value]); }
  if (Asset.isAsset(value) || isResolvable(value) || !isPlainObject(value)) { return { kind: 'late', id: intern(value) }; }
  return objectNode(value, [...above, value]);
}

/** Whether `value` is a map, and not an object of some class. */
export function isPlainObject(value: object): value is { [key: string]: unknown } {
  const prototype = Object.getPrototypeOf(value);
  // Not compared with `Object.prototype`, which is another one for objects made in another context of Node.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What a value that cannot be written is, for messages. */
export function describeObject(value: object): string {
  return Construct.isConstruct(value) ? `the construct ${value.node.path}` : `an object of class ${value.constructor?.name}`;
}

function objectNode(value: { [key: string]: any }, above: readonly object[]): ExpressionNode {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort(byCodePoint);
  return { kind: 'object', entries: keys.map((key) => [textNode(key), nodeIn(value[key], above)]) };
}

function textNode(text: string): ExpressionNode {
  const parts = splitMarks(text).map((part) => {
    if (typeof part === 'string') { return part; }
    if (part.list) { throw listReferenceAmongOthers(); }
    return part.node;
  });
  if (parts.length === 0) { return { kind: 'literal', value: '' }; }
  if (parts.length > 1) { return { kind: 'template', parts }; }
  const [only] = parts;
  return typeof only === 'string' ? { kind: 'literal', value: only } : only;
}

function listNode(list: any[], above: readonly object[]): ExpressionNode {
  if (list.length === 1 && typeof list[0] === 'string') {
    const parts = splitMarks(list[0]);
    const [only] = parts;
    if (parts.length === 1 && typeof only !== 'string' && only.list) { return only.node; }
  }
  return { kind: 'list', items: list.map((item) => nodeIn(item, above)) };
}

function notAValue(what: string): Error {
  return new Error(`${what} cannot be used in an expression of Packer. Pass a string, number, boolean, list, map or a reference.`);
}
