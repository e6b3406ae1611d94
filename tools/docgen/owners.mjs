import { byName } from './names.mjs';
import { namesIn } from './type-reference.mjs';

/**
 * Which interfaces and enums serve one class only, directly or through each other: they are documented below it. All others, and
 * those whose class is on another page, are shared.
 *
 * @returns {Map<string, object[]>} by the name of the class, what it owns: the options of its constructor come first
 */
export function ownedTypes(links) {
  const users = usersOf(links.all());
  const owned = new Map();
  for (const type of links.all().filter(({ kind }) => kind !== 'class')) {
    const owner = ownerOf(type.fqn, users);
    if (owner && links.isHere(owner.fqn) && links.isHere(type.fqn)) {
      owned.set(owner.fqn, [...(owned.get(owner.fqn) ?? []), type]);
    }
  }
  for (const [owner, types] of owned) {
    const options = new Set(constructorTypes(links.type(owner)));
    types.sort((a, b) => options.has(b.fqn) - options.has(a.fqn) || byName(a, b));
  }
  return owned;
}

/** The one class that a type serves: the one that is made with it, whoever extends it, or else the one that uses it. */
function ownerOf(fqn, users, seen = new Set()) {
  if (seen.has(fqn)) return undefined;
  const all = users.get(fqn) ?? [];
  const made = all.filter(user => constructorTypes(user).includes(fqn));
  if (made.length === 1) return made[0];
  const owners = all
    .map(user => (user.kind === 'class' ? user : ownerOf(user.fqn, users, new Set([...seen, fqn]))));
  return owners.every(owner => owner === owners[0]) ? owners[0] : undefined;
}

function usersOf(types) {
  const users = new Map();
  for (const type of types) {
    for (const fqn of new Set(mentions(type))) users.set(fqn, [...(users.get(fqn) ?? []), type]);
  }
  return users;
}

function constructorTypes({ initializer }) {
  return (initializer?.parameters ?? []).flatMap(({ type }) => namesIn(type));
}

function mentions({ fqn, interfaces = [], initializer, methods = [], properties = [] }) {
  return [
    ...interfaces,
    ...constructorTypes({ initializer }),
    ...properties.flatMap(({ type }) => namesIn(type)),
    ...methods.flatMap(({ parameters = [] }) => parameters.flatMap(({ type }) => namesIn(type))),
    ...methods.flatMap(({ returns }) => (returns ? namesIn(returns.type) : [])),
  ].filter(name => name !== fqn);
}
