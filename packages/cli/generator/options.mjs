// The options of a component or a block: the plugin's facts with the overlay's laid over them.
import { propName } from './names.mjs';

/** Arguments that Packer takes out of a block before the plugin sees them, by kind. The base classes have them. */
const META_ARGUMENTS = {
  'source': [],
  'data': [],
  'provisioner': ['continue_on_error', 'except', 'max_retries', 'name', 'only', 'override', 'pause_before', 'timeout'],
  'post-processor': ['except', 'keep_input_artifact', 'name', 'only'],
};

/** Props that the classes of a kind have besides options. */
const TAKEN_PROPS = { source: ['name'], data: ['name'] };

/** Names that a plugin's facts contain by accident, and keys that are bytes. */
export function isNoOption({ name, type, internal }, kind) {
  return internal || name === '_' || name === '-' || META_ARGUMENTS[kind]?.includes(name)
    || (type === 'list(number)' && ['ssh_public_key', 'ssh_private_key'].includes(name));
}

/**
 * The options made of `fields`, sorted by name.
 *
 * @param layers overlays' options for a field, from the most general to the most particular
 * @param kind of the component; `undefined` in a block
 * @param blockOf makes the block of a field
 */
export function optionsOf(fields, { layers, kind, blockOf }) {
  return fields
    .filter(field => !isNoOption(field, kind))
    .map(field => optionOf(field, layers(field), kind, blockOf))
    .filter(({ drop }) => !drop)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function optionOf(field, layers, kind, blockOf) {
  const { see: _see, prop, ...facts } = Object.assign({}, ...layers);
  const isBlock = field.type === 'block';
  return {
    type: isBlock && field.block === 'list' ? 'block list' : field.type,
    ...facts,
    name: field.name,
    prop: prop ?? propName(field.name, isBlock, TAKEN_PROPS[kind]),
    declaredIn: field.declaredIn,
    ...isBlock && { block: blockOf(field) },
  };
}

/** What two options must have in common to be one property of an interface. */
export function shapeOf(options) {
  return JSON.stringify(options.map(({ name, prop, type, block }) => [name, prop, type, block?.signature]));
}

/** The requirements that can be judged where only `options` are known. */
export function requirementsAmong(requirements, options) {
  const names = new Set(options.map(({ name }) => name));
  return requirements.filter(requirement => namesIn(requirement).every(name => names.has(name)));
}

/** The options that a requirement speaks of. */
export function namesIn({ options, when }) {
  return when ? [...options, when.option] : options;
}
