import { ancestry } from './ancestry.mjs';
import { description } from './docs.mjs';
import { code, example, paragraphs, table } from './markdown.mjs';
import { constructor, methods, options, properties } from './members.mjs';
import { qualified } from './names.mjs';

/** One type. Where it stands below the class that it is for, it need not say which. */
export function typeSection(type, links, { below } = {}) {
  const { name, docs } = type;
  const named = below === docs?.see ? { ...docs, see: undefined } : docs;
  return paragraphs(
    `${below ? '###' : '##'} ${name}`,
    description({ docs: named }, links),
    docs?.example && example(docs.example),
    ...KINDS[type.kind](type, links),
  );
}

const KINDS = {
  class: (type, links) => [constructor(type, links), ancestry(type, links), properties(type, links), methods(type, links)],
  interface: (type, links) => [ancestry(type, links), type.datatype ? options(type, links) : properties(type, links), methods(type, links)],
  enum: (type, links) => {
    const rows = type.members.map(member => [code(`${qualified(type)}.${member.name}`), description(member, links)]);
    return [table(['Value', 'What it is'], rows)];
  },
};
