import { builder, generated, text, thing } from './support';

const see = 'builder/one.go Prepare';

function shared(names: readonly string[]): object[] {
  return names.map((name) => text(name, 'common.RunConfig'));
}

test('options of one struct that components share are one interface and one table', () => {
  // GIVEN
  const plugin = thing([builder('one', shared(['a', 'b'])), builder('two', [...shared(['a', 'b']), text('c')])]);

  // WHEN
  const { files } = generated({ plugin });

  // THEN
  expect(files['thing/run-options.ts']).toContain('/** The options that the components `thing-one`, `thing-two` share. */\nexport interface RunOptions {');
  expect(files['thing/thing-one-source.ts']).toContain('export interface ThingOneSourceProps extends RunOptions {');
  expect(files['thing/thing-one-source.ts']).toContain('  ...sharing([RUN_OPTIONS]),\n');
  expect(files['thing/thing-two-source.ts']).toContain('  ...sharing([RUN_OPTIONS], {\n    options: [\n      option(\'c\'),\n    ],\n  }),\n');
});

test('a component with other options of the struct keeps them to itself', () => {
  // GIVEN
  const plugin = thing([builder('one', shared(['a', 'b'])), builder('two', shared(['a', 'b'])), builder('old', shared(['a']))]);

  // WHEN
  const { files } = generated({ plugin });

  // THEN
  expect(files['thing/thing-old-source.ts']).toContain('  options: [\n    option(\'a\'),\n  ],\n');
});

test('what is said of one component changes its table, not what others share', () => {
  // GIVEN
  const plugin = thing(['one', 'two', 'three'].map((name) => builder(name, shared(['a', 'b']))));
  const overlay = { components: { 'builder thing-two': { options: { a: { role: 'naming', see } } } } };

  // WHEN
  const { files } = generated({ plugin, overlay });

  // THEN
  expect(files['thing/run-options.ts']).toContain('    option(\'a\'),\n    option(\'b\'),\n');
  expect(files['thing/thing-two-source.ts']).toContain('  ...sharing([RUN_OPTIONS], {\n    options: [\n      option(\'a\', { role: \'naming\' }),\n    ],\n  }),\n');
});

test('an option that is described differently stays in the props of each component', () => {
  // GIVEN
  const plugin = thing([builder('one', shared(['a', 'b', 'c'])), builder('two', shared(['a', 'b', 'c']))]);
  const overlay = { components: { 'builder thing-two': { options: { a: { description: 'Of two.', see } } } } };

  // WHEN
  const { files } = generated({ plugin, overlay });

  // THEN
  const declares = ([, text_]: [string, string]) => text_.includes('readonly a?: string;');
  expect(Object.entries(files).filter(declares).map(([file]) => file)).toEqual(['thing/thing-one-source.ts', 'thing/thing-two-source.ts']);
  expect(files['thing/thing-two-source.ts']).toContain('* Of two.\n');
});

test('a struct that is kept apart is not shared', () => {
  // GIVEN
  const plugin = thing([builder('one', shared(['a', 'b'])), builder('two', shared(['a', 'b']))]);

  // WHEN
  const { files } = generated({ plugin, presentation: { apart: ['common.RunConfig'] } });

  // THEN
  expect(Object.keys(files)).not.toContain('thing/run-options.ts');
});

test('a group of the SDK is shared between plugins, under the name it is given', () => {
  // GIVEN
  const plugin = thing([builder('one', [text('ssh_host', 'communicator.SSH'), text('c')])]);
  const groups = { CommunicatorOptions: { structs: ['communicator.SSH'], summary: 'How to reach the machine.' } };

  // WHEN
  const { files } = generated({ plugin, groups });

  // THEN
  expect(files['shared/communicator-options.ts']).toContain('/** How to reach the machine. */\nexport interface CommunicatorOptions {');
  expect(files['thing/thing-one-source.ts']).toContain(
    'import { COMMUNICATOR_OPTIONS, CommunicatorOptions } from \'../shared/communicator-options\';\n',
  );
});

test('nested blocks of one Go struct are one interface, those of another shape have another name', () => {
  // GIVEN
  const disk = (name: string, goType: string, fields: readonly object[]) => ({ name, type: 'block', block: 'list', goType, declaredIn: 'one.Config', fields });
  const plugin = thing([
    builder('one', [disk('disks', '[]common.FlatDisk', [text('size', 'common.Disk')]), disk('more_disks', '[]common.FlatDisk', [text('size', 'common.Disk')])]),
    builder('two', [disk('disks', '[]FlatDisk', [text('size', 'common.Disk'), text('path', 'one.Disk')])]),
  ]);

  // WHEN
  const { files } = generated({ plugin });

  // THEN
  expect(files['thing/thing-one-source.ts']).toContain('    blocks(\'disks\', DISK),\n    blocks(\'more_disks\', DISK),\n');
  expect(files['thing/thing-one-source.ts']).toContain('  readonly disks?: Disk[] | IResolvable;\n');
  expect(files['thing/thing-two-source.ts']).toContain('  readonly disks?: OneDisk[] | IResolvable;\n');
  expect(files['thing/disk.ts']).toContain('/** What is in the blocks `disks`, `more_disks`. */\n');
});

test('a single block is one object', () => {
  // GIVEN
  const block = { name: 'build', type: 'block', block: 'single', goType: '*FlatBuild', declaredIn: 'one.Config', fields: [text('path', 'one.Build')] };

  // WHEN
  const { files } = generated({ plugin: thing([builder('one', [block])]) });

  // THEN
  expect(files['thing/thing-one-source.ts']).toContain('  readonly buildOptions?: Build;\n');
  expect(files['thing/thing-one-source.ts']).toContain('    block(\'build\', BUILD, { option: \'buildOptions\' }),\n');
});

test('tables are not exported from the folder', () => {
  // GIVEN
  const plugin = thing([builder('one', shared(['a', 'b'])), builder('two', shared(['a', 'b']))]);

  // WHEN
  const { files } = generated({ plugin });

  // THEN
  expect(files['thing/index.ts'].split('\n').slice(1, -1)).toEqual([
    'export type * from \'./run-options\';',
    'export { ThingOneSource } from \'./thing-one-source\';',
    'export type * from \'./thing-one-source\';',
    'export { ThingTwoSource } from \'./thing-two-source\';',
    'export type * from \'./thing-two-source\';',
  ]);
  expect(files['index.ts']).toContain('export * as thing from \'./thing\';\n');
});
