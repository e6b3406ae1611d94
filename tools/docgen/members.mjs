import { description, withoutDash } from './docs.mjs';
import { code, example, paragraphs, sentences, table } from './markdown.mjs';
import { byName, qualified } from './names.mjs';
import { linked, typeParts } from './type-reference.mjs';

/** What is passed when something is made: a table, so that a long list can be scanned. */
export function options({ properties: all = [] }, links) {
  const { see, members } = withoutCommonPage([...all].sort(byName));
  const rows = members.map(option => [
    code(option.name),
    linked(typeParts(option.type), links),
    option.optional ? defaultOf(option.docs?.default) : '**required**',
    description(option, links),
  ]);
  return paragraphs(see && `See <${see}>.`, table(['Option', 'Type', 'Default', 'What it is'], rows), ...members.map(memberExample));
}

/** A page that most options refer to is said once. */
function withoutCommonPage(members) {
  const pages = members.map(({ docs }) => docs?.see);
  const see = pages.find(page => page && pages.filter(other => other === page).length > members.length / 2);
  if (!see || members.length === 1) return { members };
  const silent = ({ docs, ...member }) => ({ ...member, docs: { ...docs, see: undefined } });
  return { see, members: members.map(member => (member.docs?.see === see ? silent(member) : member)) };
}

/** `- text` says it in words, and so does a text with code in it; everything else is a value. */
function defaultOf(text) {
  if (!text) return '';
  return /^-\s|`/.test(text) ? withoutDash(text) : code(text);
}

/** What can be read from an object, or from its class. */
export function properties(type, links) {
  const sorted = staticFirst(type.properties ?? []);
  const rows = sorted.map(property => [
    code(`${property.static ? `${qualified(type)}.` : ''}${property.name}`),
    linked([...typeParts(property.type), property.optional ? ' | undefined' : ''], links),
    description(property, links),
  ]);
  return paragraphs(table(['Property', 'Type', 'What it is'], rows), ...sorted.map(memberExample));
}

/** What an object, or its class, can be asked to do. */
export function methods(type, links) {
  return staticFirst(type.methods ?? []).map(method => methodItem(qualified(type), method, links)).join('\n');
}

function methodItem(className, method, links) {
  const { docs = {}, parameters = [], returns } = method;
  const signature = linked([
    `${method.static ? `${className}.` : ''}${method.name}`,
    ...parameterParts(method),
    ...(returns ? [': ', ...typeParts(returns.type), returns.optional ? ' | undefined' : ''] : []),
  ], links);
  const parts = parameters.filter(parameter => parameter.docs?.summary)
    .map(parameter => `- ${code(parameter.name)}: ${withoutDash(sentences(parameter.docs.summary, parameter.docs.remarks))}`);
  if (docs.returns) parts.push(`- returns ${withoutDash(docs.returns)}`);
  if (docs.example) parts.push(`\n${example(docs.example)}\n`);
  return [`- ${signature}: ${description(method, links)}`, ...parts].join('\n').replace(/\n(?=.)/g, '\n  ');
}

function parameterParts({ parameters = [] }) {
  const parts = parameters.flatMap((parameter, place) => [
    `${place === 0 ? '' : ', '}${parameter.variadic ? '...' : ''}${parameter.name}${parameter.optional ? '?' : ''}: `,
    ...typeParts(parameter.type),
    parameter.variadic ? '[]' : '',
  ]);
  return ['(', ...parts, ')'];
}

/** How an object is made: with what, besides its place in the tree. */
export function constructor(type, links) {
  const { abstract, initializer } = type;
  if (!initializer || abstract || initializer.docs?.custom?.internal) return '';
  const { parameters = [], docs } = initializer;
  return sentences(linked([`new ${qualified(type)}`, ...parameterParts({ parameters })], links) + '.', description({ docs }, links));
}

function memberExample({ name, docs }) {
  return docs?.example && paragraphs(`For example, ${code(name)}:`, example(docs.example));
}

function staticFirst(members) {
  return [...members].sort((a, b) => Boolean(b.static) - Boolean(a.static) || byName(a, b));
}
