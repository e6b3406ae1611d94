import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ROOT } from './assemblies';

const string = { primitive: 'string' };
const DISKS = 'https://example.com/disks';
const propsOf = (name: string) => ({ parameters: [{ name: 'props', type: { fqn: `acme.cloud.${name}` } }] });

/** A library with a plugin of two sources. They share their connection; a disk belongs to the first. */
const TYPES = [
  {
    kind: 'class',
    name: 'BigSource',
    docs: { summary: 'Makes big images.', remarks: 'Of <any> size.', example: 'new BigSource();', see: 'https://example.com/big' },
    initializer: propsOf('BigSourceProps'),
    methods: [{
      name: 'grow',
      docs: { summary: 'Makes it bigger.', custom: { throws: 'when it is full' } },
      parameters: [{ name: 'by', docs: { summary: '- how much' }, type: { primitive: 'number' } }],
      returns: { type: { fqn: 'acme.cloud.Disk' } },
    }],
    properties: [{ name: 'SIZE', static: true, docs: { summary: 'The size.' }, type: string }],
  },
  {
    kind: 'interface',
    name: 'BigSourceProps',
    datatype: true,
    docs: { see: 'BigSource' },
    interfaces: ['acme.cloud.Connection'],
    properties: [
      { name: 'disks', docs: { summary: 'Disks.' }, type: { collection: { kind: 'array', elementtype: { fqn: 'acme.cloud.Disk' } } } },
      {
        name: 'mode',
        optional: true,
        docs: { summary: '`a|b`.', default: "'a'" },
        type: { union: { types: [string, { fqn: 'acme.cloud.Mode' }] } },
      },
    ],
  },
  { kind: 'interface', name: 'Connection', datatype: true, docs: { summary: 'How to connect.' }, properties: [option('host')] },
  {
    kind: 'interface',
    name: 'Disk',
    datatype: true,
    docs: { summary: 'A disk.' },
    properties: [option('size', DISKS), option('kind', DISKS), option('name')],
  },
  {
    kind: 'enum',
    name: 'Mode',
    docs: { summary: 'A mode.' },
    members: [{ name: 'FAST', docs: { summary: 'In a hurry.', deprecated: '- use SLOW' } }],
  },
  { kind: 'class', name: 'SmallSource', docs: { summary: 'Makes small images.' }, initializer: propsOf('SmallSourceProps') },
  { kind: 'interface', name: 'SmallSourceProps', datatype: true, docs: { summary: 'Options.' }, interfaces: ['acme.cloud.Connection'] },
];

function option(name: string, see?: string) {
  return { name, optional: true, docs: { summary: `The ${name}.`, default: '- none', see }, type: string };
}

/** The page of the plugin, by its sections. */
function sections(): Map<string, string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-packer-docgen-'));
  const types = TYPES.map((type) => ({
    ...type, fqn: `acme.cloud.${type.name}`, namespace: 'cloud', locationInModule: { filename: 'src/plugins/cloud/index.ts' },
  }));
  fs.mkdirSync(path.join(folder, 'docs', 'api'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'docs', 'api', 'gone.md'), 'the page of an area that is gone');
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "jsii": {} }');
  const assembly = { name: 'acme', types: Object.fromEntries(types.map((type) => [type.fqn, type])) };
  fs.writeFileSync(path.join(folder, '.jsii'), JSON.stringify(assembly));
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'tools', 'docgen.mjs'), folder], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(fs.readdirSync(path.join(folder, 'docs', 'api'))).toEqual(['cloud.md']);
  const page = fs.readFileSync(path.join(folder, 'docs', 'api', 'cloud.md'), 'utf8');
  fs.rmSync(folder, { recursive: true });
  return new Map(page.split(/^(?=#+ )/m).map((section) => [section.split('\n')[0], section.slice(section.indexOf('\n')).trim()]));
}

test('types that serve one class stand below it, shared ones stand alone', () => {
  expect([...sections().keys()].slice(1)).toEqual([
    '# Plugin cloud', '## BigSource', '### BigSourceProps', '### Disk', '### Mode', '## SmallSource', '### SmallSourceProps', '## Connection',
  ]);
});

test('the beginning of a page says how to import, and lists what is there', () => {
  expect(sections().get('# Plugin cloud')).toBe([
    "Components of Packer's plugin `cloud`.",
    "```ts\nimport { cloud } from 'acme';\n```",
    '| Class | What it is |\n| --- | --- |\n| [`BigSource`](#bigsource) | Makes big images. |\n| [`SmallSource`](#smallsource) | Makes small images. |',
    '| Shared by several | What it is |\n| --- | --- |\n| [`Connection`](#connection) | How to connect. |',
  ].join('\n\n'));
});

test('a class has its description, example, constructor, properties and methods', () => {
  expect(sections().get('## BigSource')).toBe([
    'Makes big images. Of &lt;any> size. See <https://example.com/big>.',
    '```ts\nnew BigSource();\n```',
    '`new cloud.BigSource(props: `[`BigSourceProps`](#bigsourceprops)`)`.',
    '| Property | Type | What it is |\n| --- | --- | --- |\n| `cloud.BigSource.SIZE` | `string` | The size. |',
    '- `grow(by: number): `[`Disk`](#disk): Makes it bigger. Throws when it is full.\n  - `by`: how much',
  ].join('\n\n'));
});

test('options are a table, with those of shared interfaces by name only', () => {
  expect(sections().get('### BigSourceProps')).toBe([
    'Extends [`Connection`](#connection) (`host`).',
    [
      '| Option | Type | Default | What it is |',
      '| --- | --- | --- | --- |',
      '| `disks` | [`Disk`](#disk)`[]` | **required** | Disks. |',
      "| `mode` | `string \\| `[`Mode`](#mode) | `'a'` | `a\\|b`. |",
    ].join('\n'),
  ].join('\n\n'));
  expect(sections().get('## Connection')).toContain('| `host` | `string` | none | The host. |');
});

test('a page that most options refer to is said once', () => {
  expect(sections().get('### Disk')).toBe([
    'A disk.',
    'See <https://example.com/disks>.',
    [
      '| Option | Type | Default | What it is |',
      '| --- | --- | --- | --- |',
      '| `kind` | `string` | none | The kind. |',
      '| `name` | `string` | none | The name. |',
      '| `size` | `string` | none | The size. |',
    ].join('\n'),
  ].join('\n\n'));
});

test('what is deprecated says what to use', () => {
  expect(sections().get('### Mode')).toContain('| `cloud.Mode.FAST` | **Deprecated**: use SLOW. In a hurry. |');
});
