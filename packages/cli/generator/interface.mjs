// The properties of an interface, from options.
import { optionComment } from './doc-comment.mjs';
import { REFERENCES } from './source-file.mjs';

const TYPES = {
  'string': 'string',
  'bool': 'boolean | IResolvable',
  'number': 'number',
  'list(string)': 'string[]',
  'list(number)': 'number[]',
  'list(list(string))': 'string[][]',
  'map(string)': '{ [key: string]: string } | IResolvable',
  'any': 'any',
};

/** Adds an exported interface to the file. Every property is optional: builds and the environment supply values too. */
export function addInterface(file, { name, bases = [], options, requirements, comment, page, rename, more = [] }) {
  bases.forEach(base => file.import(base.name, base.module));
  options.forEach(option => importTypes(file, option));
  const properties = [
    ...options.map(option => [
      ...optionComment(option, { page, rename, isNeeded: isNeeded(option, requirements) }),
      `  readonly ${option.prop}?: ${typeOf(option)};`,
    ]),
    ...more,
  ];
  const inherits = bases.length > 0 ? ` extends ${bases.map(base => base.name).join(', ')}` : '';
  const head = `export interface ${name}${inherits} {`;
  file.add(...comment);
  if (properties.length === 0) file.add(`${head}}`);
  else file.add(head, ...properties.flatMap((lines, place) => (place > 0 ? ['', ...lines] : lines)), '}');
}

/** Whether a rule asks for this option, whatever else is given. */
function isNeeded({ name }, requirements) {
  return requirements.some(({ kind, options, when }) => (
    !when && ['exactly one of', 'at least one of'].includes(kind) && options.length === 1 && options[0] === name));
}

function typeOf({ type, block }) {
  if (!block) return TYPES[type];
  return type === 'block list' ? `${block.name}[] | IResolvable` : block.name;
}

function importTypes(file, { type, block }) {
  if (block) file.import(block.name, block.module);
  if (['bool', 'map(string)', 'block list'].includes(type)) file.import('IResolvable', `${REFERENCES}/resolvable`);
}
