import { isPlainObject } from './expression-nodes';
import { GO_TEMPLATE } from './go-template';
import { ReferenceBraces } from '../references/expression-node';
import { splitMarks } from '../references/mark';

/**
 * How a reference to a value that the user wrote keeps its `{{`, where Packer runs Go templates. None where there is no `{{`, or where a
 * GoTemplate says that a template is meant.
 */
export function bracesOf(value: unknown): ReferenceBraces | undefined {
  return hasBraces(value) ? { in: shapeOf(value), certain: true } : undefined;
}

/** The same of a value that nobody knows yet, of this type of HCL. */
export function possibleBraces(type = 'string'): ReferenceBraces {
  if (type === 'string') { return { in: 'text' }; }
  if (/^(?:list|set)\(\s*string\s*\)$/.test(type)) { return { in: 'list' }; }
  return { in: /^map\(\s*string\s*\)$/.test(type) ? 'map' : 'value' };
}

function hasBraces(value: unknown): boolean {
  if (typeof value === 'string') {
    if (!value.includes('{')) { return false; }
    const parts = splitMarks(value);
    if (parts.some((part) => typeof part !== 'string' && part.node.kind === 'call' && part.node.name === GO_TEMPLATE)) { return false; }
    // One at the end may meet another one.
    return parts.some((part) => typeof part === 'string' && (part.includes('{{') || part.endsWith('{')));
  }
  if (typeof value !== 'object' || value === null) { return false; }
  return (Array.isArray(value) ? value : isPlainObject(value) ? Object.entries(value).flat() : []).some(hasBraces);
}

function shapeOf(value: unknown): ReferenceBraces['in'] {
  const areTexts = (items: unknown[]) => items.every((item) => typeof item === 'string');
  if (typeof value === 'string') { return 'text'; }
  if (Array.isArray(value)) { return areTexts(value) ? 'list' : 'value'; }
  return areTexts(Object.values(value as object)) ? 'map' : 'value';
}
