import { Construct } from 'constructs';
import { problemsOf } from './support';
import { Build, NullSource, PackerApp, PackerTemplate, PostProcessor, Provisioner, ProvisionerGroup } from '../../src';

function threeSources() {
  const template = new PackerTemplate(new PackerApp(), 'web');
  const [a, b, c] = ['a', 'b', 'c'].map((name) => new NullSource(template, name, { communicator: 'none' }));
  return { template, build: new Build(template, 'build'), a, b, c };
}

function step(scope: Construct, id: string, selection = {}): Provisioner {
  return new Provisioner(scope, id, { type: 'shell-local', configuration: { inline: [id] }, ...selection });
}

function onlyOf(template: PackerTemplate): Array<[string, string[] | undefined]> {
  return (template.toJson().build[0].provisioner ?? []).map((block: any) => [block['shell-local'].inline[0], block['shell-local'].only]);
}

test('only is written as the addresses of the sources, in the order of the build', () => {
  const { template, build, a, c } = threeSources();

  step(build, 'x', { only: [c, a] });

  expect(onlyOf(template)).toEqual([['x', ['null.a', 'null.c']]]);
});

test('except is written as the other sources', () => {
  const { template, build, a } = threeSources();

  step(build, 'x', { except: [a] });

  expect(onlyOf(template)).toEqual([['x', ['null.b', 'null.c']]]);
});

test('a step for all sources says nothing', () => {
  const { template, build, a, b, c } = threeSources();

  step(build, 'x', { only: [a, b, c] });
  step(build, 'y', { except: [] });

  expect(onlyOf(template)).toEqual([['x', undefined], ['y', undefined]]);
});

test('a step must agree with every group above it, at any depth', () => {
  const { template, build, a, b } = threeSources();
  const outer = new ProvisionerGroup(build, 'outer', { only: [a, b] });
  const inner = new ProvisionerGroup(new Construct(outer, 'between'), 'inner', { except: [b] });

  step(outer, 'outer');
  step(inner, 'inner');

  expect(onlyOf(template)).toEqual([['inner', ['null.a']], ['outer', ['null.a', 'null.b']]]);
});

test('a step for no source at all is left out', () => {
  const { template, build, a, b } = threeSources();

  step(new ProvisionerGroup(build, 'group', { only: [a] }), 'x', { only: [b] });
  step(build, 'y', { only: [] });

  expect(onlyOf(template)).toEqual([]);
  expect(template.toJson().build[0]).toEqual({ sources: ['source.null.a', 'source.null.b', 'source.null.c'] });
});

test('an empty only gets a warning that it never runs, a group once', () => {
  // GIVEN
  const { template, build } = threeSources();

  // WHEN
  step(build, 'one', { only: [] });
  new PostProcessor(build, 'two', { type: 'manifest', only: [] });
  const group = new ProvisionerGroup(build, 'group', { only: [] });
  step(group, 'three');
  step(group, 'four');

  // THEN
  const message = '`only` is an empty list, so nothing here ever runs, and it is left out of the template. Name the sources it is for, '
    + 'or leave out `only` to run it for all.';
  expect(problemsOf(template)).toEqual([]);
  expect(template.warnings().sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'web/build/group', message }, { path: 'web/build/one', message }, { path: 'web/build/two', message },
  ]);
});

test('an empty except and an only that names sources get no warning', () => {
  // GIVEN
  const { template, build, a } = threeSources();

  // WHEN
  step(build, 'one', { except: [] });
  step(build, 'two', { only: [a] });

  // THEN
  expect(template.warnings()).toEqual([]);
});

test('post-processors are selected in the same way', () => {
  const { template, build, a } = threeSources();

  new PostProcessor(build, 'x', { type: 'manifest', only: [a] });

  expect(template.toJson().build[0]['post-processors']).toEqual([{ 'post-processor': [{ manifest: { only: ['null.a'] } }] }]);
});

test.each<[string, (scope: Construct, selection: any) => unknown]>([
  ['a provisioner', (scope, selection) => step(scope, 'x', selection)],
  ['a post-processor', (scope, selection) => new PostProcessor(scope, 'x', { type: 'manifest', ...selection })],
  ['a group', (scope, selection) => new ProvisionerGroup(scope, 'x', selection)],
])('only and except together on %s are an error', (_, create) => {
  const { build, a, b } = threeSources();

  expect(() => create(build, { only: [a], except: [b] })).toThrow(
    'web/build/x: `only` and `except` exclude each other in Packer. Give one of them.',
  );
});

test('a source of another template is an error wherever it is selected', () => {
  const { template, build } = threeSources();
  const { a: foreign } = threeSources();

  step(build, 'x', { only: [foreign] });
  new PostProcessor(build, 'y', { type: 'manifest', except: [foreign] });
  const group = new ProvisionerGroup(build, 'group', { only: [foreign] });
  step(group, 'one');
  step(group, 'two');
  new Build(template, 'other', { sources: [foreign] });

  const message = 'the source \'a\' belongs to another template, and a build can only use sources of its own. Create one here.';
  expect(problemsOf(template).sort()).toEqual([
    `[web/build/group] ${message}`, `[web/build/x] ${message}`, `[web/build/y] ${message}`, `[web/other] ${message}`,
  ]);
});
