import * as fs from 'fs';
import * as path from 'path';
import { problemsOf, smallTemplate, temporaryFolder } from './support';
import { Dynamic, DynamicIterator, Source } from '../../src';
import { block, blocks, ComponentSchema, option, typed } from '../../src/language/component-schema';
import { renderedTemplate } from '../../src/language/template';

const PART = { options: [option('part_name'), option('key_file', { role: 'input path' })] };
const NETWORK = {
  options: [option('subnet_id'), option('host_ports', { type: 'list(number)' }), option('key_file', { role: 'input path' }), blocks('sub_part', PART)],
};
const ACME: ComponentSchema = {
  kind: 'source', type: 'acme', options: [option('region'), block('main_network', NETWORK, { role: 'environment' }), blocks('more_network', NETWORK)],
};

/** What is written for the props of a typed class. */
function writtenSource(props: { [option: string]: any }, change: (source: Source) => void = () => undefined): any {
  return templateWith(props, change).toJson().source.acme.x;
}

function templateWith(props: { [option: string]: any }, change: (source: Source) => void = () => undefined) {
  const { template } = smallTemplate();
  change(new Source(template, 'x', typed(ACME, props)));
  return template;
}

test('options of blocks are named as in TypeScript, and written as in HCL, in the order of the table', () => {
  expect(JSON.stringify(writtenSource({
    moreNetwork: [{ hostPorts: [1], subnetId: 'b' }, {}],
    mainNetwork: { subPart: [{ partName: '${p}' }], subnetId: 'a' },
    region: 'r',
  }))).toBe(
    '{"region":"r","main_network":{"subnet_id":"a","sub_part":[{"part_name":"$${p}"}]},"more_network":[{"subnet_id":"b","host_ports":[1]},{}]}',
  );
});

test('options of blocks may be named as in HCL too', () => {
  expect(writtenSource({ mainNetwork: { subnet_id: 'a', sub_part: [{ part_name: 'p' }] } })).toEqual({
    main_network: { subnet_id: 'a', sub_part: [{ part_name: 'p' }] },
  });
});

test('an override reaches into blocks by the names in HCL, and sets whole ones by either', () => {
  expect(writtenSource({ mainNetwork: { subnetId: 'a' }, moreNetwork: [{ subnetId: 'b' }] }, (source) => {
    source.addOverride('main_network.subnet_id', 'c');
    source.addOverride('main_network.sub_part', [{ partName: 'p' }]);
    source.addOverride('more_network.0.host_ports', [2]);
  })).toEqual({
    main_network: { subnet_id: 'c', sub_part: [{ part_name: 'p' }] }, more_network: [{ subnet_id: 'b', host_ports: [2] }],
  });
});

test('options of blocks that the table does not know are written last, under their own names', () => {
  const written = writtenSource({ mainNetwork: { subnetId: 'a' } }, (source) => source.addOverride('main_network', { newOption: 1, subnetId: 'a' }));

  expect(JSON.stringify(written)).toBe('{"main_network":{"subnet_id":"a","newOption":1}}');
});

test('no blocks are not written', () => {
  const template = templateWith({ moreNetwork: [], mainNetwork: { subPart: [], hostPorts: [] } });

  expect(template.toJson().source.acme.x).toEqual({ main_network: { host_ports: [] } });
  expect(template.toHcl()).toContain('source "acme" "x" {\n  main_network {\n    host_ports = []\n  }\n}\n');
});

test('what a block is to the image holds for its options of which nothing else is said', () => {
  const [main, more] = ['main_network', 'more_network'].map((name) => {
    const template = templateWith({ mainNetwork: { subnetId: 'a', subPart: [{ partName: 'b' }] }, moreNetwork: [{ subnetId: 'c', keyFile: './x' }] });
    const options = [...renderedTemplate(template).sources].find(([source]) => source.name === 'x')![1].options;
    return options.find(({ schema }) => schema.name === name)!.value as any;
  });

  expect(main.options.map(({ schema }: any) => [schema.name, schema.role])).toEqual([['subnet_id', 'environment'], ['sub_part', 'environment']]);
  expect(main.options[1].value[0].options.map(({ schema }: any) => schema.role)).toEqual(['environment']);
  expect(more[0].options.map(({ schema }: any) => [schema.name, schema.role])).toEqual([['subnet_id', 'content'], ['key_file', 'input path']]);
});

test('local files in blocks are staged, by the path of the option', () => {
  // GIVEN
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'key'), 'secret');
  const file = path.join(folder, 'key');

  // WHEN
  const json = writtenSource({
    mainNetwork: { keyFile: file },
    moreNetwork: [{}, { subPart: [{ keyFile: file }, Dynamic.of({ forEach: DynamicIterator.over([1]), content: { keyFile: file } })] }],
  });

  // THEN
  expect(json.main_network.key_file).toBe('${path.root}/assets/x/main_network.key_file/key');
  expect(json.more_network[1]).toEqual([
    { sub_part: { key_file: '${path.root}/assets/x/more_network.1.sub_part.0.key_file/key' } },
    { dynamic: { sub_part: { for_each: [1], iterator: 'each', content: { key_file: '${path.root}/assets/x/more_network.1.sub_part.1.content.key_file/key' } } } },
  ]);
});

test('blocks are repeated with options named as in TypeScript', () => {
  const each = DynamicIterator.over(['a'], { name: 'net' });

  expect(writtenSource({ moreNetwork: Dynamic.of({ forEach: each, content: { subnetId: each.stringValue } }) })).toEqual({
    dynamic: { more_network: { for_each: ['a'], iterator: 'net', content: { subnet_id: '${net.value}' } } },
  });
});

test('what stands in place of a block is reported with its path', () => {
  expect(problemsOf(templateWith({ moreNetwork: [{ subnetId: () => 1 }] }))).toEqual([
    '[web/x] more_network.0.subnet_id: a function cannot be written into a template. Pass a string, number, boolean, list, map or a reference.',
  ]);
});
