import { tableOf, typedClasses, withEveryOption } from './every-option';
import { OverlaidOption, overlaid, PLUGINS } from './overlay';
import { ComponentKind, ComponentSchema } from '../../src/language/component-schema';

const CLASSES = typedClasses();
const COMPONENTS = PLUGINS.flatMap((plugin) => overlaid(plugin));

test('the library brings 85 plugins with 196 components, of which all but `sleep` work in HCL', () => {
  expect([PLUGINS.length, COMPONENTS.length]).toEqual([85, 195]);
});

test('every component that is for users has a class', () => {
  // WHEN
  const typed = CLASSES.map(([, type]) => tableOf(type)).map(({ kind, type }) => `${kind} ${type}`);

  // THEN
  expect(typed.sort()).toEqual(COMPONENTS.map(({ component, type }) => `${component} ${type}`).sort());
});

test.each(CLASSES)('every option of %s is written by its name in HCL, in order', (_name, typed) => {
  // GIVEN
  const { schema, body } = withEveryOption(typed);
  const { options } = COMPONENTS.find(({ component, type }) => component === schema.kind && type === schema.type)!;

  // THEN
  expect(Object.keys(body)).toEqual(options.filter((option) => isForUsers(option, schema)).map(({ name }) => name).sort());
});

/** Keys as bytes, what is no name, and what Packer takes out of a step's block: the plugins' facts contain them too. */
function isForUsers({ name, type }: OverlaidOption, { kind }: ComponentSchema): boolean {
  if (type === 'list(number)' && ['ssh_public_key', 'ssh_private_key'].includes(name)) { return false; }
  return name !== '_' && name !== '-' && !META_ARGUMENTS[kind].includes(name);
}

const META_ARGUMENTS: { readonly [kind in ComponentKind]: readonly string[] } = {
  'source': [],
  'data': [],
  'provisioner': ['continue_on_error', 'except', 'max_retries', 'name', 'only', 'override', 'pause_before', 'timeout'],
  'post-processor': ['except', 'keep_input_artifact', 'name', 'only'],
};

const WITH_BLOCKS = CLASSES.filter(([, typed]) => tableOf(typed).options.some(({ block }) => block));

test.each(WITH_BLOCKS)('the options of blocks of %s are written by their names in HCL', (_name, typed) => {
  // GIVEN
  const { schema, body } = withEveryOption(typed);

  // THEN
  for (const { name, block } of schema.options.filter((option) => option.block)) {
    const [inner] = [body[name]].flat();
    expect([name, Object.keys(inner)]).toEqual([name, block!.options.map((option) => option.name)]);
  }
});
