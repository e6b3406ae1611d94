import * as path from 'path';
import { list, temporaryFolder, write } from '../../../../test/image/kit';
import { readPluginSource } from '../../src/schema';

/** The sources of a plugin, as `packer-sdc` and `gofmt` leave them. */
const SOURCES: { readonly [file: string]: string } = {
  'go.mod': 'module example.com/acme/packer-plugin-thing\n\ngo 1.21\n',
  'main.go': `package main

import (
	"github.com/hashicorp/packer-plugin-sdk/plugin"

	"example.com/acme/packer-plugin-thing/builder/one"
	two "example.com/acme/packer-plugin-thing/datasource/two"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder(plugin.DEFAULT_NAME, new(one.Builder))
	pps.RegisterDatasource("two", new(two.Datasource))
	pps.SetVersion(version.PluginVersion)
}
`,
  'builder/one/builder.go': `package one

import "github.com/hashicorp/hcl/v2/hcldec"

type Builder struct {
	config Settings
	runner multistep.Runner
}

func (b *Builder) ConfigSpec() hcldec.ObjectSpec { return b.config.FlatMapstructure().HCL2Spec() }
`,
  'builder/one/builder.hcl2spec.go': `package one

import (
	"example.com/acme/packer-plugin-thing/common"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type FlatSettings struct {
	Name *string \`mapstructure:"name"\`
}

func (*FlatSettings) HCL2Spec() map[string]hcldec.Spec {
	s := map[string]hcldec.Spec{
		"packer_debug": &hcldec.AttrSpec{Name: "packer_debug", Type: cty.Bool, Required: false},
		"size":         &hcldec.AttrSpec{Name: "size", Type: cty.Number, Required: true},
		"args":         &hcldec.AttrSpec{Name: "args", Type: cty.List(cty.List(cty.String)), Required: false},
		"mode":         &hcldec.AttrSpec{Name: "mode", Type: cty.Bool, Required: false}, /* TODO(azr): could not find type */
		"tag":          &hcldec.BlockListSpec{TypeName: "tag", Nested: hcldec.ObjectSpec((*config.FlatKeyValue)(nil).HCL2Spec())},
		"disk":         &hcldec.BlockSpec{TypeName: "disk", Nested: hcldec.ObjectSpec((*common.FlatDisk)(nil).HCL2Spec())},
	}
	return s
}
`,
  'common/disk.hcl2spec.go': `package common

func (*FlatDisk) HCL2Spec() map[string]hcldec.Spec {
	s := map[string]hcldec.Spec{
		"labels": &hcldec.AttrSpec{Name: "labels", Type: cty.Map(cty.String), Required: false},
	}
	return s
}
`,
  'datasource/two/data.go': `package two

type Datasource struct {
	config Config
}

func (d *Datasource) ConfigSpec() hcldec.ObjectSpec {
	return d.config.FlatMapstructure().HCL2Spec()
}

func (d *Datasource) OutputSpec() hcldec.ObjectSpec {
	return (&DatasourceOutput{}).FlatMapstructure().HCL2Spec()
}
`,
  'datasource/two/data.hcl2spec.go': `package two

func (*FlatConfig) HCL2Spec() map[string]hcldec.Spec {
	s := map[string]hcldec.Spec{}
	return s
}

func (*FlatDatasourceOutput) HCL2Spec() map[string]hcldec.Spec {
	s := map[string]hcldec.Spec{
		"id": &hcldec.AttrSpec{Name: "id", Type: cty.String, Required: false},
	}
	return s
}
`,
};

/** Writes the sources, some of them changed. */
function sources(changed: { readonly [file: string]: (text: string) => string } = {}): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(SOURCES)) { write(path.join(folder, file), changed[file]?.(text) ?? text); }
  return folder;
}

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
  ['an option', 'builder/one/builder.hcl2spec.go', (text: string) => text.replace('Type: cty.Number', 'Type: cty.Set(cty.String)'), 15],
  ['an option', 'builder/one/builder.hcl2spec.go', (text: string) => text.replace('&hcldec.BlockSpec{', '&hcldec.BlockTupleSpec{'), 19],
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
