import { builder, Facts, generated, text, thing } from './support';

const see = 'builder/one.go Prepare';
const plugin = thing([builder('one', [text('a'), text('b', 'two.Config')])]);

const WRONG: Array<[string, Facts, string]> = [
  ['a struct that no option is declared in', { overlay: { structs: { 'three.Config': {} } } },
    'overlay/thing.json: structs › three.Config: no option is declared in this struct.'],
  ['a struct of the SDK that no plugin has', { shared: { structs: { 'communicator.SSH': {} } } },
    'overlay/shared.json: structs › communicator.SSH: no option is declared in this struct.'],
  ['an option that the struct does not have', { overlay: { structs: { 'one.Config': { options: { b: { see } } } } } },
    'overlay/thing.json: structs › one.Config › options › b: there is no such option.'],
  ['a component that the plugin does not have', { overlay: { components: { 'builder thing-two': {} } } },
    'overlay/thing.json: components › builder thing-two: the plugin has no such component.'],
  ['an option that the component does not have', { overlay: { components: { 'builder thing-one': { options: { c: { see } } } } } },
    'overlay/thing.json: components › builder thing-one › options › c: there is no such option.'],
  ['a rule on an option that the component does not have', {
    overlay: { components: { 'builder thing-one': { requirements: [{ kind: 'exactly one of', options: ['a', 'c'], see }] } } },
  }, 'overlay/thing.json: components › builder thing-one › requirements › 0: there is no option c.'],
  ['a rule under a condition on an option that is nowhere', {
    overlay: { structs: { 'one.Config': { requirements: [{ kind: 'none of', options: ['a'], when: { option: 'c' }, see }] } } },
  }, 'overlay/thing.json: structs › one.Config › requirements › 0: there is no option c.'],
  ['a fact that is not known', { overlay: { structs: { 'one.Config': { options: { a: { rule: 'content', see } } } } } },
    'overlay/thing.json: structs › one.Config › options › a: must NOT have additional properties (rule).'],
  ['a fact without its source', { overlay: { structs: { 'one.Config': { options: { a: { role: 'content' } } } } } },
    'overlay/thing.json: structs › one.Config › options › a: must have required property \'see\'.'],
  ['a role that there is not', { overlay: { structs: { 'one.Config': { options: { a: { role: 'place', see } } } } } },
    'overlay/thing.json: structs › one.Config › options › a › role: must be equal to one of the allowed values.'],
];

test.each(WRONG)('an overlay with %s is an error with file and key, and nothing is written', (_, facts, message) => {
  // WHEN
  const { files, complaint } = generated({ plugin, ...facts });

  // THEN
  expect(complaint).toMatch(/^The facts in .* are wrong:\n/);
  expect(complaint.split('\n').slice(1, -1)).toEqual([`- ${message}`]);
  expect(files).toEqual({});
});

test('a rule of a struct may name options of another struct of the component', () => {
  // GIVEN
  const requirements = [{ kind: 'exactly one of', options: ['a', 'b'], see }];

  // WHEN
  const { files } = generated({ plugin, overlay: { structs: { 'one.Config': { requirements } } } });

  // THEN
  expect(files['thing/thing-one-source.ts']).toContain('    { kind: \'exactly one of\', options: [\'a\', \'b\'] },\n');
});
