import { code, sentences } from './markdown.mjs';

/**
 * What a type has from others, as one line: each is described where it is declared. Of a long one only the number is said, so that
 * a step or source with a hundred common options stays readable.
 */
export function ancestry(type, links) {
  const ancestors = ancestorsOf(type, links).map(fqn => sentences(links.to(fqn), namesOf(links.type(fqn), type)));
  return ancestors.length > 0 && `Extends ${ancestors.join(', ')}.`;
}

/** The types above, the nearest first. */
function ancestorsOf({ base, interfaces = [] }, links) {
  const parents = [...(base ? [base] : []), ...interfaces];
  const above = parents.flatMap(fqn => [fqn, ...(links.type(fqn) ? ancestorsOf(links.type(fqn), links) : [])]);
  return [...new Set(above)];
}

const MANY = 16;

function namesOf(ancestor, heir) {
  if (!ancestor) return '';
  const own = new Set(members(heir).map(({ name }) => name));
  const names = members(ancestor).map(({ name }) => name).filter(name => !own.has(name)).sort();
  if (names.length === 0) return '';
  return names.length > MANY ? `(${names.length} ${heir.kind === 'class' ? 'members' : 'options'})` : `(${names.map(code).join(', ')})`;
}

function members({ properties = [], methods = [] }) {
  return [...methods, ...properties];
}
