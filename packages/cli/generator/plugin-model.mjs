// What will be generated for one plugin: its components with their options, and its structs.
import { className, outputName } from './names.mjs';
import { optionsOf, requirementsAmong } from './options.mjs';
import { Structs, structOf } from './structs.mjs';

export const KINDS = { 'builder': 'source', 'provisioner': 'provisioner', 'post-processor': 'post-processor', 'data-source': 'data' };
const COMPONENT_FACTS = ['since', 'needsCommunicator', 'withoutMachine', 'inlineScript', 'summary', 'example', 'deprecated'];

/** How an overlay names a component. */
export function componentKey({ kind, type }) {
  return `${kind} ${type}`;
}

/**
 * @param facts schema/plugins/<plugin>.json
 * @param overlay schema/overlay/<plugin>.json
 * @param shared schema/overlay/shared.json
 * @param presentation the plugin's entry in schema/library.json
 */
export function pluginModel(facts, overlay, shared, presentation = {}) {
  const folder = presentation.folder ?? facts.plugin;
  const structs = new Structs(folder);
  const overlays = { shared: shared.structs ?? {}, own: overlay.structs ?? {}, components: overlay.components ?? {} };
  return {
    name: facts.plugin,
    folder,
    root: presentation.root ?? false,
    apart: presentation.apart ?? [],
    plugin: facts.source && { name: facts.plugin, source: facts.source, version: facts.version },
    structs,
    components: facts.components
      .filter(component => !overlays.components[componentKey(component)]?.drop)
      .map(component => componentModel(component, facts, { overlays, structs, presentation }))
      .sort((a, b) => (a.className < b.className ? -1 : 1)),
  };
}

function componentModel(component, facts, { overlays, structs, presentation }) {
  const kind = KINDS[component.kind];
  const own = overlays.components[componentKey(component)] ?? {};
  const blockOf = field => blockModel(field, overlays, structs);
  const optionsWith = layers => optionsOf(component.fields, { layers, kind, blockOf });
  const general = field => [overlays.shared[field.declaredIn]?.options?.[field.name] ?? {}];
  const options = optionsWith(field => [
    ...general(field), overlays.own[field.declaredIn]?.options?.[field.name] ?? {}, own.options?.[field.name] ?? {},
  ]);
  const declaring = [...new Set(options.map(({ declaredIn }) => declaredIn))];
  return {
    ...Object.fromEntries(COMPONENT_FACTS.map(fact => [fact, own[fact]])),
    kind,
    type: component.type,
    className: className({ type: component.type, kind }),
    page: pageOf(component, facts, presentation),
    options,
    /** The same options without what the overlay of the plugin says. */
    sharedOptions: optionsWith(general),
    requirements: requirementsAmong([...requirementsOf(declaring, overlays), ...(own.requirements ?? []).map(withoutSee)], options),
    outputs: (component.outputs ?? []).map(({ name, type }) => ({ name, type, getter: outputName(name) })),
  };
}

function blockModel(field, overlays, structs) {
  const layers = ({ declaredIn, name }) => [overlays.shared, overlays.own].map(layer => layer[declaredIn]?.options?.[name] ?? {});
  const options = optionsOf(field.fields, { layers, blockOf: inner => blockModel(inner, overlays, structs) });
  const struct = structOf(field);
  const declaring = [...new Set([struct, ...field.fields.map(({ declaredIn }) => declaredIn)])];
  const requirements = requirementsAmong(requirementsOf(declaring, overlays), options);
  const summary = overlays.own[struct]?.summary ?? overlays.shared[struct]?.summary;
  return structs.intern({ struct, options, requirements, summary }, { block: field.name });
}

/** What overlays require of structs. */
export function requirementsOf(structs, { shared, own }) {
  return structs.flatMap(struct => [shared, own].flatMap(layer => layer[struct]?.requirements ?? [])).map(withoutSee);
}

function withoutSee({ see: _see, ...requirement }) {
  return requirement;
}

/** The page on a component, else the plugin's repository. */
function pageOf({ kind, type }, { plugin, repo }, { pages = {} }) {
  const page = pages[`${kind} ${type}`] ?? pages[kind] ?? `https://github.com/${repo}`;
  return page.replace('{type}', type).replace('{name}', type.replace(new RegExp(`^${plugin}-`), ''));
}
