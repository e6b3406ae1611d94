/** Text of a doc comment. Outside of code, `<` would begin a tag. */
export function prose(text = '') {
  return text.split(/(```.*?```|`[^`]*`)/s).map((part, place) => (place % 2 ? part : part.replace(/</g, '&lt;'))).join('');
}

/** Text as code, whatever is in it. */
export function code(text) {
  const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

export function example(source) {
  return `\`\`\`ts\n${source.trimEnd()}\n\`\`\``;
}

/** A table; nothing, when it has no rows. */
export function table(head, rows) {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** A cell is one line. */
function cell(text) {
  return text.trim().replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
}

/** Parts of a page, with a line between them; empty ones are left out. */
export function paragraphs(...parts) {
  return parts.filter(Boolean).join('\n\n');
}

/** The sentences of a line; empty ones are left out. */
export function sentences(...parts) {
  return parts.filter(Boolean).join(' ');
}

/** What GitHub makes of a heading that is a name. */
export function anchor(name) {
  return name.toLowerCase().replace(/[^\w-]/g, '');
}

export const GENERATED = '<!-- Written by `npm run docgen` from the doc comments. Edit those. -->';
