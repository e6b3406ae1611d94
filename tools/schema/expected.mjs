import semver from 'semver';

/**
 * Whether facts may say what a program does not: the overlay says that it came with a later version.
 *
 * @param overlay schema/overlay/<plugin>.json
 * @param facts schema/plugins/<plugin>.json
 */
export function isNewerThan(version, { component, option, kind }, { overlay, facts }) {
  if (kind !== 'only in the facts') return false;
  const since = sinceOf(component, option, overlay, facts);
  return since !== undefined && semver.lt(version, since);
}

function sinceOf(component, option, { components = {}, structs = {} }, facts) {
  if (option === undefined) return components[component]?.since;
  const { declaredIn } = facts.components.find(({ kind, type }) => `${kind} ${type}` === component).fields.find(({ name }) => name === option) ?? {};
  return (components[component]?.options?.[option] ?? structs[declaredIn]?.options?.[option])?.since;
}
