import * as path from 'path';
import { temporaryFolder, write } from '../../../../test/image/kit';

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
		// A comment that somebody wrote.
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

/** A folder with the sources, some of them changed. */
export function sources(changed: { readonly [file: string]: (text: string) => string } = {}): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(SOURCES)) { write(path.join(folder, file), changed[file]?.(text) ?? text); }
  return folder;
}
