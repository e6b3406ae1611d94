import { tableOf, typedClasses, withEveryOption } from './every-option';
import { overlaid } from './overlay';

const CLASSES = typedClasses();

test('every component of Packer, docker and amazon that is for users has a class', () => {
  // GIVEN
  const components = ['packer', 'docker', 'amazon'].flatMap((plugin) => overlaid(plugin).map(({ component, type }) => `${component} ${type}`));

  // WHEN
  const typed = CLASSES.map(([, type]) => tableOf(type)).map(({ kind, type }) => `${kind} ${type}`);

  // THEN
  expect(typed.sort()).toEqual(components.sort());
});

test.each(CLASSES)('every option of %s is written by its name in HCL, in order', (_name, typed) => {
  // GIVEN
  const { schema, body } = withEveryOption(typed);
  const known = ['packer', 'docker', 'amazon'].flatMap(overlaid).find(({ component, type }) => component === schema.kind && type === schema.type)!;

  // THEN
  expect(Object.keys(body)).toEqual(known.options.map(({ name }) => name).filter((name) => !NOT_OPTIONS.includes(name)));
});

/** Keys as bytes, which the plugins' facts contain. */
const NOT_OPTIONS = ['ssh_public_key', 'ssh_private_key'];

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
