import { Asset } from '../assets/asset';
import { ExpressionNode } from '../references/expression-node';
import { decodeNumber, intern } from '../references/interned';
import { splitMarks } from '../references/mark';
import { isResolvable } from '../references/resolvable';

/** The expression for any value that a user passes to a function: literals, references, lists and maps of them. */
export function toNode(value: any): ExpressionNode {
  switch (typeof value) {
    case 'string': return textNode(value);
    case 'number': return decodeNumber(value) ?? { kind: 'literal', value };
    case 'boolean': return { kind: 'literal', value };
    default:
  }
  if (value === null || value === undefined) { return { kind: 'literal', value: null }; }
  if (Array.isArray(value)) { return listNode(value); }
  if (Asset.isAsset(value) || isResolvable(value)) { return { kind: 'late', id: intern(value) }; }
  return { kind: 'object', entries: Object.entries(value).map(([key, item]) => [textNode(key), toNode(item)]) };
}

function textNode(text: string): ExpressionNode {
  const parts = splitMarks(text).map((part) => (typeof part === 'string' ? part : part.node));
  if (parts.length === 0) { return { kind: 'literal', value: '' }; }
  if (parts.length > 1) { return { kind: 'template', parts }; }
  const [only] = parts;
  return typeof only === 'string' ? { kind: 'literal', value: only } : only;
}

function listNode(list: any[]): ExpressionNode {
  if (list.length === 1 && typeof list[0] === 'string') {
    const parts = splitMarks(list[0]);
    const [only] = parts;
    if (parts.length === 1 && typeof only !== 'string' && only.list) { return only.node; }
  }
  return { kind: 'list', items: list.map(toNode) };
}
