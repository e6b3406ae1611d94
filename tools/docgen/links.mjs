import { anchor, code } from './markdown.mjs';

/** Where each type is documented. */
export class Links {
  #types = new Map();

  constructor(areas) {
    for (const area of areas) area.types.forEach(type => this.#types.set(type.fqn, { type, page: area.page }));
  }

  /** What the page of one area needs to know of all others. */
  from(page) {
    return new PageLinks(this.#types, page);
  }
}

class PageLinks {
  #types;
  #page;

  constructor(types, page) {
    this.#types = types;
    this.#page = page;
  }

  /** A type of any area; `undefined` for types of other libraries. */
  type(fqn) {
    return this.#types.get(fqn)?.type;
  }

  all() {
    return [...this.#types.values()].map(({ type }) => type);
  }

  /** A type by its name alone, as doc comments write it: one of this page before others. */
  named(name) {
    const meant = this.all().filter(type => type.name === name);
    const type = meant.find(({ fqn }) => this.isHere(fqn)) ?? meant[0];
    return type ? this.to(type.fqn) : code(name);
  }

  isHere(fqn) {
    return this.#types.get(fqn)?.page === this.#page;
  }

  /** The name of a type, with a link when it is one of ours. */
  to(fqn) {
    const found = this.#types.get(fqn);
    // `Construct` is everywhere; of other libraries the name is said.
    if (!found) return code(fqn.replace(/^constructs\./, ''));
    return `[${code(found.type.name)}](${found.page === this.#page ? '' : `${found.page}.md`}#${anchor(found.type.name)})`;
  }
}
