import { builder, Facts, generated, text, thing } from './support';

const see = 'builder/one.go Prepare';
const plugin = thing([builder('one', [text('a'), text('b', 'two.Config')])]);

/** An overlay that says this of the artifact of the builder. */
function artifact(...cases: object[]): Facts {
  return { overlay: { components: { 'builder thing-one': { artifact: cases.map((one) => ({ see, ...one })) } } } };
}

const ARTIFACT = 'overlay/thing.json: components › builder thing-one › artifact › ';

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
  ['an artifact under a condition on an option that there is not', artifact({ when: { option: 'c' } }, { form: 'run' }),
    `${ARTIFACT}0: there is no option c.`],
  ['regions by an option that there is not', artifact({ form: 'regions', regions: ['a', 'c'] }), `${ARTIFACT}0: there is no option c.`],
  ['a case that can never count', artifact({ form: 'run' }, { when: { option: 'a' } }),
    `${ARTIFACT}0: it holds always, so what stands after it never counts.`],
  ['the given artifact, and more', artifact({ same: true, form: 'id' }), `${ARTIFACT}0: \`same\` stands alone.`],
  ['a part without a group', artifact({ parts: { name: '^.*$' } }), `${ARTIFACT}0 › parts › name: it has 0 groups, not one.`],
  ['a part with two groups', artifact({ parts: { name: '(a)(b)' } }), `${ARTIFACT}0 › parts › name: it has 2 groups, not one.`],
  ['a part that looks ahead', artifact({ parts: { name: '(a)(?=b)' } }), `${ARTIFACT}0 › parts › name: RE2 and JavaScript do not read it alike.`],
  ['a part that Terraform would evaluate', artifact({ parts: { id: '(a)${' } }), `${ARTIFACT}0 › parts › id: it cannot stand in a text of Terraform.`],
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
