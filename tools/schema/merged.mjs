/**
 * The facts on a plugin, renewed: what was read decides on components, options and types; what only sources tell is kept for options
 * that stay as they are.
 *
 * @param committed schema/plugins/<plugin>.json
 * @param read facts with declarations
 * @param version of what was read
 */
export function merged(committed, read, version) {
  const tag = committed.tag?.replace(committed.version, version);
  const components = read.components.map(component => {
    const before = committed.components.find(({ kind, type }) => kind === component.kind && type === component.type);
    return {
      kind: component.kind,
      type: component.type,
      spec: before?.spec,
      fields: fieldsOf(component.fields, before?.fields),
      ...component.outputs && { outputs: fieldsOf(component.outputs, before?.outputs) },
    };
  });
  return { ...committed, version, ...tag && { tag }, components };
}

function fieldsOf(read, committed = []) {
  return read.map(({ fields, declaredIn: guess, specRequired, ...facts }) => {
    const before = committed.find(({ name, type, block }) => name === facts.name && type === facts.type && block === facts.block) ?? {};
    const { fields: _, specRequired: __, declaredIn = guess, ...kept } = before;
    // In the order of the files: what declares an option stands last, before what is in it.
    return {
      ...facts,
      ...kept,
      ...specRequired && { specRequired },
      ...declaredIn && { declaredIn },
      ...fields && { fields: fieldsOf(fields, before.fields) },
    };
  });
}
