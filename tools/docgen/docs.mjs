import { paragraphs, prose, sentences } from './markdown.mjs';

/** What a doc comment says, with its notes. */
export function description({ docs = {} }, links) {
  const text = sentences(deprecation(docs), prose(docs.summary));
  const more = prose(docs.remarks);
  const all = /^(-|\*|\d+\.|```) ?/.test(more) ? paragraphs(text, more) : sentences(text, more);
  // Behind a list it would be part of the last item.
  return (all.includes('\n\n') ? paragraphs : sentences)(all, notes(docs, links));
}

/** The first sentence, for a table of contents. */
export function summary({ docs = {} }, links) {
  return sentences(docs.deprecated && '**Deprecated.**', prose(docs.summary) || see(docs, links));
}

/** What is said beside the description: what is thrown, since when there is the thing, where to read on. */
function notes(docs, links) {
  const { throws, since } = docs.custom ?? {};
  return sentences(throws && `Throws ${sentence(throws)}`, since && `Since ${sentence(since)}`, see(docs, links));
}

function deprecation({ deprecated }) {
  return deprecated && `**Deprecated**: ${sentence(withoutDash(deprecated))}`;
}

/** `@see` is an address, or the name of a type: the options of a class say so. */
function see({ see: target }, links) {
  if (!target) return '';
  return target.startsWith('https:') ? `See <${target}>.` : `See ${links.named(target)}.`;
}

/** Some tags have a dash before their text. */
export function withoutDash(text) {
  return prose(text.replace(/^-\s+/, ''));
}

function sentence(text) {
  return /[.!?]$/.test(text) ? prose(text) : `${prose(text)}.`;
}
