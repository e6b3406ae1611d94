import { problemsOf, smallTemplate } from './support';
import {
  Build, ChecksumPostProcessor, DataSource, Dynamic, DynamicIterator, FileSource, Local, PackerTemplate, PostProcessorChain, Provisioner,
  ShellLocalProvisioner, Source, Variable,
} from '../../src';

/** What is written for the options of a source that no table knows. */
function writtenSource(configuration: { [name: string]: any }): any {
  return templateWith(configuration).toJson().source.acme.x;
}

function templateWith(configuration: { [name: string]: any }): PackerTemplate {
  const { template } = smallTemplate();
  new Source(template, 'x', { type: 'acme', configuration });
  return template;
}

const REFUSED = 'Packer repeats nested blocks of sources and steps only, not arguments and not what is in data sources. '
  + 'Use an expression that makes a list, such as Expression.asAny(\'[for x in var.y : x]\').';

test('a repeated block stands where a list of blocks stands', () => {
  const { template } = smallTemplate();
  const disks = new Variable(template, 'disks', { type: 'map(number)', default: {} });
  const disk = DynamicIterator.over(disks.value, { name: 'disk' });

  new Source(template, 'x', { type: 'acme', configuration: { disk: Dynamic.of({ forEach: disk, content: { name: `d-${disk.key}`, size: disk.numberValue } }) } });

  expect(template.toJson().source.acme.x).toEqual({
    dynamic: { disk: { for_each: '${var.disks}', iterator: 'disk', content: { name: 'd-${disk.key}', size: '${disk.value}' } } },
  });
});

test('attributes of the element have every type', () => {
  const each = DynamicIterator.over(['a']);

  expect(writtenSource({
    disk: Dynamic.of({
      forEach: each,
      content: { a: each.stringAttribute('a'), b: each.numberAttribute('b'), c: each.attribute('c'), d: each.listValue, e: each.value, f: `${each.stringValue}!` },
    }),
  }).dynamic.disk.content).toEqual({
    a: '${each.value.a}', b: '${each.value.b}', c: '${each.value.c}', d: '${each.value}', e: '${each.value}', f: '${each.value}!',
  });
});

test('static blocks beside repeated ones keep their order', () => {
  const each = DynamicIterator.over([2, 3]);

  const json = writtenSource({ a: 1, disk: [{ size: 1 }, Dynamic.of({ forEach: each, content: { size: each.numberValue } }), { size: 4 }], z: 5 });

  expect(json).toEqual([[
    { a: 1 },
    { disk: { size: 1 } },
    { dynamic: { disk: { for_each: [2, 3], iterator: 'each', content: { size: '${each.value}' } } } },
    { disk: { size: 4 } },
    { z: 5 },
  ].flat()]);
});

test('blocks of different types that are repeated need no order', () => {
  const each = DynamicIterator.over([1]);
  const repeated = Dynamic.of({ forEach: each, content: {} });

  expect(writtenSource({ a: repeated, b: repeated })).toEqual({
    dynamic: { a: { for_each: [1], iterator: 'each', content: {} }, b: { for_each: [1], iterator: 'each', content: {} } },
  });
});

test('repeated blocks stand inside of each other, each with its own iterator', () => {
  const outer = DynamicIterator.over({ a: [1] }, { name: 'outer' });
  const inner = DynamicIterator.over(outer.value, { name: 'inner' });

  const json = writtenSource({
    disk: Dynamic.of({
      forEach: outer,
      content: { name: outer.key, part: [{ size: 0 }, Dynamic.of({ forEach: inner, content: { name: `${outer.key}-${inner.key}`, size: inner.numberValue } })] },
    }),
  });

  expect(json.dynamic.disk).toEqual({
    for_each: { a: [1] },
    iterator: 'outer',
    content: [[
      { name: '${outer.key}' },
      { part: { size: 0 } },
      { dynamic: { part: { for_each: '${outer.value}', iterator: 'inner', content: { name: '${outer.key}-${inner.key}', size: '${inner.value}' } } } },
    ]],
  });
});

test('repeated blocks may stand in a block that no table knows', () => {
  const each = DynamicIterator.over([1]);
  const part = Dynamic.of({ forEach: each, content: { size: each.numberValue } });
  const dynamic = { part: { for_each: [1], iterator: 'each', content: { size: '${each.value}' } } };

  expect(writtenSource({ disk: [{ name: 'a', part }] })).toEqual({ disk: [{ name: 'a', dynamic }] });
  expect(writtenSource({ disk: { name: 'a', part } })).toEqual({ disk: { name: 'a', dynamic } });
  expect(writtenSource({ disk: [{ part: [part, { size: 2 }] }, { name: 'b' }] })).toEqual({ disk: [[{ dynamic }, { part: { size: 2 } }], { name: 'b' }] });
});

test('a step is repeated with its type as a label, beside others in order', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const folders = new Variable(template, 'folders', { type: 'list(string)', default: [] });
  const each = DynamicIterator.over(folders.listValue);

  // WHEN
  new ShellLocalProvisioner(build, 'before', { inline: ['a'] });
  new ShellLocalProvisioner(build, 'folders', { forEach: each, inline: [`mkdir ${each.stringValue}`], maxRetries: 1 });

  // THEN
  expect(template.toJson().build).toEqual([[
    { sources: ['source.null.local'] },
    { provisioner: [{ 'shell-local': { inline: ['a'] } }] },
    {
      dynamic: {
        provisioner: { for_each: '${var.folders}', iterator: 'each', labels: ['shell-local'], content: { inline: ['mkdir ${each.value}'], max_retries: 1 } },
      },
    },
  ]]);
});

test('a post-processor is repeated within its chain', () => {
  const { template, build } = smallTemplate();
  const chain = new PostProcessorChain(build, 'chain');

  new ChecksumPostProcessor(chain, 'sums', { forEach: DynamicIterator.over(['md5'], { name: 'kind' }) });
  new ChecksumPostProcessor(build, 'more');

  expect(template.toJson().build[0]['post-processors']).toEqual([
    { dynamic: { 'post-processor': { for_each: ['md5'], iterator: 'kind', labels: ['checksum'], content: {} } } },
    { 'post-processor': [{ checksum: {} }] },
  ]);
});

test('several builds stay several when one of them has an order to keep', () => {
  // GIVEN
  const { template, build, source } = smallTemplate();
  new Build(template, 'second', { sources: [source] });
  for (const id of ['a', 'b']) { new ShellLocalProvisioner(build, id, { inline: [id], forEach: DynamicIterator.over([1]) }); }

  // WHEN
  const { build: builds } = template.toJson();

  // THEN
  expect(builds[1]).toEqual({ sources: ['source.null.local'] });
  expect(builds).toHaveLength(2);
  expect(builds[0].map((part: any) => Object.keys(part)[0])).toEqual(['sources', 'dynamic', 'dynamic']);
});

test('an argument cannot be repeated, and neither can what is in a data source or for one source only', () => {
  // GIVEN
  const { template, build, source } = smallTemplate();
  const repeated = Dynamic.of({ forEach: DynamicIterator.over([1]), content: { a: 1 } });

  // WHEN
  new Variable(template, 'v', { type: 'list(string)', default: repeated });
  new Local(template, 'l', { expression: { a: [repeated] } });
  new DataSource(template, 'd', { type: 'http', configuration: { x: repeated } });
  new FileSource(template, 'file', { target: 'x' }).addOverride('content', repeated);
  new ShellLocalProvisioner(build, 'typed', { inline: ['true'] }).addOverride('env', repeated);
  new Provisioner(build, 'override', { type: 'acme' }).overrideFor(source, { x: { y: [repeated] } });

  // THEN
  expect(problemsOf(template)).toEqual([
    `[web/v] default: ${REFUSED}`,
    `[web/l] expression.a.0: ${REFUSED}`,
    `[web/d] x: ${REFUSED}`,
    `[web/file] content: ${REFUSED}`,
    `[web/build/typed] env: ${REFUSED}`,
    `[web/build/override] overrideFor: x: ${REFUSED}`,
  ]);
});

test('lists of maps are values in the blocks of the language itself', () => {
  const { template } = smallTemplate();
  new Local(template, 'l', { expression: [{ a: 1 }, { b: [{ c: 2 }] }] });
  new Variable(template, 'v', { type: 'list(map(number))', default: [{ a: 1 }] });

  const hcl = template.toHcl();

  expect(hcl).toContain('  default = [\n    {\n      a = 1\n    },\n  ]\n');
  expect(hcl).toContain('  expression = [\n    {\n      a = 1\n    },\n    {\n      b = [\n        {\n          c = 2\n        },\n      ]\n    },\n  ]\n');
});
