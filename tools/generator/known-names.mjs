// What the facts on plugins contain, for checking what overlays speak of.
import { structOf } from '../../packages/cli/generator/structs.mjs';

/**
 * The options of every struct in plugins' facts, by the struct's name. `together` are the sets of options that stand in one body
 * with those of the struct: a rule may name any of them.
 */
export function knownStructs(plugins) {
  const structs = new Map();
  const add = (struct, names, body) => {
    if (!structs.has(struct)) structs.set(struct, { options: new Set(), together: [] });
    const known = structs.get(struct);
    names.forEach(name => known.options.add(name));
    known.together.push(body);
  };
  const visit = (fields, struct) => {
    const body = new Set(fields.map(({ name }) => name));
    for (const declaredIn of new Set(fields.map(field => field.declaredIn))) {
      add(declaredIn, fields.filter(field => field.declaredIn === declaredIn).map(({ name }) => name), body);
    }
    if (struct) add(struct, [], body);
    fields.filter(field => field.fields).forEach(field => visit(field.fields, structOf(field)));
  };
  plugins.flatMap(({ components }) => components).forEach(({ fields }) => visit(fields));
  return structs;
}

/** The options of every component, by how overlays name it. */
export function knownComponents({ components }) {
  return new Map(components.map(({ kind, type, fields }) => [`${kind} ${type}`, new Set(fields.map(({ name }) => name))]));
}
