// Options that several components share become one interface and one table.
import { constantCase } from './names.mjs';
import { requirementsAmong, shapeOf } from './options.mjs';
import { requirementsOf } from './plugin-model.mjs';
import { Structs } from './structs.mjs';

/**
 * Groups of Packer's plugin SDK, which components of several plugins share. Where versions of the SDK differ, the group is what
 * most components have.
 *
 * @param folder where they lie
 */
export function shareBetween(plugins, groups, shared, folder = 'shared') {
  const structs = new Structs(folder);
  for (const [name, { structs: members, summary }] of Object.entries(groups)) {
    const having = plugins.flatMap(({ components }) => components)
      .map(component => ({ component, options: component.sharedOptions.filter(({ declaredIn }) => members.includes(declaredIn)) }))
      .filter(({ options }) => new Set(options.map(({ declaredIn }) => declaredIn)).size === members.length);
    if (having.length === 0) continue;
    const options = mostCommon(having.map(one => one.options));
    const requirements = requirementsAmong(requirementsOf(members, { shared: shared.structs ?? {}, own: {} }), options);
    const group = structs.intern({ struct: members.join('+'), options, requirements, name, summary }, {});
    having.forEach(({ component }) => joinGroup(component, group));
  }
  return structs;
}

/**
 * Structs of a plugin that two or more of its components have, or that are a block elsewhere in it. An option on which the overlay
 * says something else of each component stays with the components, where its comment can differ.
 */
export function shareWithin({ components, structs, apart }, overlay, shared) {
  const layers = { shared: shared.structs ?? {}, own: overlay.structs ?? {} };
  const declared = new Set(components.flatMap(({ options }) => options.map(({ declaredIn }) => declaredIn)));
  for (const struct of [...declared].filter(name => !apart.includes(name)).sort()) {
    const having = components.map(component => ({ component, options: ungrouped(component, struct) })).filter(({ options }) => options.length > 1);
    if (having.length === 0) continue;
    const shape = shapeOf(mostCommon(having.map(one => one.options)));
    const sharing = having.filter(one => shapeOf(one.options) === shape);
    const asBlock = structs.all().find(block => block.struct === struct && shapeOf(block.options) === shape);
    if (sharing.length < 2 && !asBlock) continue;
    const options = asBlock ? asBlock.options : agreed(sharing.map(one => one.options));
    if (options.length < 2) continue;
    const requirements = requirementsAmong(requirementsOf([struct], layers), options);
    const group = { struct, options, requirements, summary: layers.own[struct]?.summary };
    for (const { component } of sharing) { joinGroup(component, asBlock ?? structs.intern(group, { component: component.type })); }
  }
}

function ungrouped({ options, groups = [] }, struct) {
  const grouped = new Set(groups.flatMap(group => group.options.map(({ name }) => name)));
  return options.filter(({ name, declaredIn }) => declaredIn === struct && !grouped.has(name));
}

/** The options whose comment is the same in all of the lists, each with the facts that most lists give it. */
function agreed(lists) {
  const comments = options => options.map(({ description, default: usual }) => JSON.stringify([description, usual]));
  return lists[0].flatMap((_, place) => {
    const options = lists.map(list => list[place]);
    return new Set(comments(options)).size === 1 ? mostCommon(options.map(option => [option]), factsOf) : [];
  });
}

function factsOf([{ block, ...facts }]) {
  return JSON.stringify([facts, block?.signature]);
}

/** The list that has the most frequent shape; of equally frequent ones the longest. */
function mostCommon(lists, shape = shapeOf) {
  const counts = new Map();
  lists.forEach(options => counts.set(shape(options), (counts.get(shape(options)) ?? 0) + 1));
  const [[most]] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || b.length - a.length || (a < b ? -1 : 1));
  return lists.find(options => shape(options) === most);
}

/** Lets a component share the group, when it has just these options. */
function joinGroup(component, group) {
  const names = new Set(group.options.map(({ name }) => name));
  const same = component.options.filter(({ name }) => names.has(name));
  if (shapeOf(same) !== shapeOf(group.options)) return;
  (component.groups ??= []).push(group);
}

/** The name of a struct's table. */
export function tableName({ name }) {
  return constantCase(name);
}
