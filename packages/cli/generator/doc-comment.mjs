// Comments of generated code: the overlay's words, else the plain name and a link.

const WIDTH = 124;

/** A comment of paragraphs and tags, each a text of one or more lines. */
export function docComment(parts, indent = '') {
  const lines = parts.filter(Boolean).map(part => part.split('\n').flatMap(line => wrapped(line, WIDTH - indent.length)));
  const [first, ...rest] = lines;
  if (rest.length === 0 && first.length === 1) return [`${indent}/** ${first[0]} */`];
  // Tags of one line stand together.
  const body = rest.reduce((text, part) => [...text, '', ...part], first);
  return [`${indent}/**`, ...body.map(line => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

function wrapped(text, width) {
  if (/^\s/.test(text)) return [text];
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.pop();
    if (line !== '' && line.length + 1 + word.length > width) lines.push(line, word);
    else lines.push(line === '' ? word : `${line} ${word}`);
  }
  return lines;
}

/** The comment of a property. `rename` says what an option is called in props. */
export function optionComment(option, { page, rename, isNeeded }) {
  const { name, description, deprecated } = option;
  return docComment([
    [description ? rename(description) : `The option \`${name}\`.`, ...limits(option)].join(' '),
    `@default ${rename(option.default ?? (isNeeded ? '- none: it is needed' : '- what the plugin takes'))}`,
    !description && page && `@see ${page}`,
    deprecated && `@deprecated ${rename(deprecated)}`,
  ], '  ');
}

/** What the description does not say already. */
function limits({ description = '', values, range, length, since, format }) {
  return [
    format === 'duration' && 'A duration of Go (`1h30m`, `5m`, `300ms`).',
    values && !values.every(value => description.includes(`\`${value}\``)) && `One of ${values.map(value => `\`${value}\``).join(', ')}.`,
    range && !mentions(description, range) && `${between(range)}.`,
    length && !mentions(description, length) && `${between(length)} characters.`,
    since && !description.includes(`Packer ${since}`) && `Needs Packer ${since}.`,
  ].filter(Boolean);
}

function mentions(text, limit) {
  return limit.every(number => number === undefined || number === null || text.includes(String(number)));
}

function between([least, most]) {
  if (least === undefined || least === null) return `At most ${most}`;
  return most === undefined || most === null ? `At least ${least}` : `From ${least} to ${most}`;
}

/** Writes the names of options in backticks as they are called in props. */
export function renaming(options) {
  const props = new Map(options.map(({ name, prop }) => [name, prop]));
  return text => text.replace(/`([\w-]+)`/g, (code, name) => (props.has(name) ? `\`${props.get(name)}\`` : code));
}
