import * as path from 'path';
import { sources } from './sources';
import { list, temporaryFolder, write } from '../../../../test/image/kit';
import { readPluginSource } from '../../src/schema';

const VERSION = { version: '1.0.0' };

test('sources tell the options of every component', async () => {
  // WHEN
  const { components, unread } = await readPluginSource('thing', sources(), VERSION);

  // THEN
  expect(unread).toEqual([]);
  expect(components).toEqual([
    {
      kind: 'builder',
      type: 'thing',
      fields: [
        { name: 'args', type: 'list(list(string))' },
        { name: 'disk', type: 'block', block: 'single', goType: '*common.FlatDisk', fields: [{ name: 'labels', type: 'map(string)' }] },
        { name: 'mode', type: 'bool' },
        { name: 'size', type: 'number', specRequired: true },
        {
          name: 'tag',
          type: 'block',
          block: 'list',
          goType: '[]config.FlatKeyValue',
          fields: [
            { name: 'key', type: 'string', declaredIn: 'config.KeyValue' },
            { name: 'value', type: 'string', declaredIn: 'config.KeyValue' },
          ],
        },
      ],
    },
    { kind: 'data-source', type: 'thing-two', fields: [], outputs: [{ name: 'id', type: 'string' }] },
  ]);
});

test.each([
  ['an option', 'builder/one/builder.hcl2spec.go', (text: string) => text.replace('Type: cty.Number', 'Type: cty.Set(cty.String)'), 16],
  ['an option', 'builder/one/builder.hcl2spec.go', (text: string) => text.replace('&hcldec.BlockSpec{', '&hcldec.BlockTupleSpec{'), 20],
])('a line that is not known (%s) is an error with its file and line', async (what, file, change, line) => {
  // GIVEN
  const folder = sources({ [file]: change });

  // WHEN
  const { components, unread } = await readPluginSource('thing', folder, VERSION);

  // THEN
  expect(components.map(({ type }) => type)).toEqual(['thing-two']);
  expect(unread[0].error.message).toMatch(`${path.join(folder, file)}:${line}: ${what} is written in a form that is not known: "`);
});

test.each([
  ['new(one.Builder)', 'one.New()'], ['RegisterBuilder', 'RegisterHook'],
])('a registration that is not known is an error with its file and line (%s)', async (known, unknown) => {
  // GIVEN
  const folder = sources({ 'main.go': (text) => text.replace(known, unknown) });

  // THEN
  await expect(readPluginSource('thing', folder, VERSION)).rejects.toThrow(`${path.join(folder, 'main.go')}:12: a registration is written in a form that is not known`);
});

test('options that another module declares are an error that says so', async () => {
  // GIVEN
  const folder = sources({ 'builder/one/builder.hcl2spec.go': (text) => text.replace('example.com/acme/packer-plugin-thing/common', 'example.com/other/common') });

  // WHEN
  const { unread } = await readPluginSource('thing', folder, VERSION);

  // THEN
  expect(unread[0].error.message).toBe('FlatDisk of example.com/other/common is in no *.hcl2spec.go of this folder. Put it there with `go mod vendor`, '
    + 'or read the plugin from its program, with --binary.');
});

test('a folder without sources of a plugin is said to be none', async () => {
  // GIVEN
  const [empty, module] = [temporaryFolder(), temporaryFolder()];
  write(path.join(module, 'go.mod'), 'module example.com/thing\n');

  // THEN
  await expect(readPluginSource('thing', empty, VERSION)).rejects.toThrow(`${empty}: there is no go.mod with a module`);
  await expect(readPluginSource('thing', module, VERSION)).rejects.toThrow(`${path.join(module, 'main.go')}: no component is registered in it.`);
  expect(list(empty)).toEqual([]);
});
