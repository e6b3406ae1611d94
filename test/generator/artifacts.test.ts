import { builder, generated, text, thing } from './support';

const see = 'builder/one/artifact.go Id';

test('what components leave is one table, by kind and type, without sources', () => {
  // GIVEN
  const plugin = thing([
    builder('one', [text('a')]), builder('two', []), builder('three', []), { kind: 'post-processor', type: 'thing', fields: [] },
  ]);
  const overlay = {
    components: {
      'post-processor thing': { artifact: [{ same: true, see }] },
      'builder thing-one': {
        artifact: [
          { when: { option: 'a', is: ['no'] }, builderId: 'acme.one', form: 'none', see },
          { builderId: 'acme.one', parts: { name: '^(\\w+)$' }, see },
        ],
      },
      'builder thing-three': { drop: true, artifact: [{ form: 'run', see }] },
    },
  };

  // WHEN
  const { files, guide, complaint } = generated({ plugin, overlay });

  // THEN
  expect(complaint).toBe('');
  expect(files['artifact-facts.ts'].split('\n').slice(3)).toEqual([
    '/** What sources and post-processors leave, by kind and type. */',
    'export const ARTIFACT_FACTS: ArtifactFacts = {',
    '  \'post-processor thing\': [',
    '    { same: true },',
    '  ],',
    '  \'source thing-one\': [',
    '    { when: { option: \'a\', is: [\'no\'] }, builderId: \'acme.one\', form: \'none\' },',
    '    { builderId: \'acme.one\', parts: { name: \'^(\\\\w+)$\' } },',
    '  ],',
    '};',
    '',
  ]);
  expect(guide.trim().split('\n').slice(2)).toEqual([
    '| `thing-one` with `a` `no` | nothing |',
    '| `thing-one` | `id`, `name` |',
    '| `thing` | what it was given has |',
    '| anything else | `id`: what Packer says, `file(glob)` |',
  ]);
});
