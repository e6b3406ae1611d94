// The table of a component or a struct: one row an option.
import { literal } from './literal.mjs';
import { plainName } from './names.mjs';

/** Facts in the order in which they are written. */
const FACTS = [
  'role', 'goTemplate', 'fields', 'moreFields', 'functions', 'format', 'since', 'values', 'range', 'length', 'deprecated', 'defaultOutput', 'executed',
];

/** What `option()` of src/language/component-schema.ts says by itself. */
const USUAL = { type: 'string', role: 'content' };

/** A row of a table. */
export function row(option) {
  const { name, prop, type, block } = option;
  const facts = Object.fromEntries(FACTS.map(fact => [fact, option[fact] === USUAL[fact] ? undefined : option[fact]]));
  const named = { option: prop === plainName(name) ? undefined : prop };
  const typed = { type: block || type === USUAL.type ? undefined : type };
  const rest = literal({ ...named, ...typed, ...facts });
  const parameters = [literal(name), ...block ? [block.table] : [], ...rest === '{}' ? [] : [rest]];
  return `${callee(block, type)}(${parameters.join(', ')})`;
}

function callee(block, type) {
  if (!block) return 'option';
  return type === 'block list' ? 'blocks' : 'block';
}

/** The properties `options` and `requirements` of a table, as lines. */
export function tableLines({ options, requirements }, indent = '  ') {
  return [
    ...listLines('options', options.map(row), indent),
    ...requirements.length > 0 ? listLines('requirements', requirements.map(literal), indent) : [],
  ];
}

function listLines(name, items, indent) {
  if (items.length === 0) return [`${indent}${name}: [],`];
  return [`${indent}${name}: [`, ...items.map(item => `${indent}  ${item},`), `${indent}],`];
}

/** The functions that the rows of `options` call. */
export function rowFunctions(options) {
  return [...new Set(options.map(({ block, type }) => callee(block, type)))];
}
