import { code } from './markdown.mjs';

/** The parts of a type as they are written: text, or `{ fqn }` for a name. */
export function typeParts({ fqn, primitive, collection, union, intersection }) {
  if (fqn) return [{ fqn }];
  if (primitive) return [primitive];
  if (union) return joined(union.types, ' | ');
  if (intersection) return joined(intersection.types, ' & ');
  const element = typeParts(collection.elementtype);
  if (collection.kind === 'map') return ['{ [name: string]: ', ...element, ' }'];
  return collection.elementtype.union ? ['(', ...element, ')[]'] : [...element, '[]'];
}

function joined(types, separator) {
  return types.flatMap((type, place) => (place === 0 ? typeParts(type) : [separator, ...typeParts(type)]));
}

/** Every type of an API that is named in a type. */
export function namesIn(type) {
  return typeParts(type).filter(part => part.fqn).map(({ fqn }) => fqn);
}

/** Code with links in it. */
export function linked(parts, links) {
  const rendered = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
    } else if (links.type(part.fqn)) {
      if (text) rendered.push(code(text));
      rendered.push(links.to(part.fqn));
      text = '';
    } else {
      text += part.fqn.replace(/^constructs\./, '');
    }
  }
  if (text) rendered.push(code(text));
  return rendered.join('');
}
