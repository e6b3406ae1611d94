import { Construct } from 'constructs';
import { problemsOf, smallTemplate } from './support';
import { Build, ChecksumPostProcessor, Image, NullSource, PackerApp, PackerTemplate, PostProcessor, PostProcessorChain, Provisioner, ProvisionerGroup, Variable } from '../../src';

function step(scope: Construct, id: string): Provisioner {
  return new Provisioner(scope, id, { type: 'shell-local', configuration: { inline: [id] } });
}

function order(template: PackerTemplate, build = 0): string[] {
  return template.toJson().build[build].provisioner.map((block: any) => block['shell-local'].inline[0]);
}

function chains(template: PackerTemplate): string[][] {
  return template.toJson().build[0]['post-processors'].map((chain: any) => chain['post-processor'].map((block: any) => Object.keys(block)[0]));
}

test('steps run in the order of the tree, depth first, with plain constructs between', () => {
  const { template, build } = smallTemplate();

  step(build, 'first');
  const recipe = new Construct(build, 'recipe');
  const inner = new Construct(recipe, 'inner');
  step(build, 'last');
  step(inner, 'second');
  step(recipe, 'third');

  expect(order(template)).toEqual(['first', 'second', 'third', 'last']);
});

test('groups that were created first run first, whenever they are filled', () => {
  const { template, build } = smallTemplate();
  const install = new ProvisionerGroup(build, 'install');
  const cleanUp = new ProvisionerGroup(build, 'clean-up');

  step(cleanUp, 'remove');
  step(install, 'install');

  expect(order(template)).toEqual(['install', 'remove']);
});

test('a group that is last runs after steps that are created later, in its scope and in groups', () => {
  const { template, build } = smallTemplate();
  const install = new ProvisionerGroup(build, 'install');
  const cleanUp = new ProvisionerGroup(build, 'clean-up', { last: true });

  step(cleanUp, 'remove');
  step(build, 'own');
  step(install, 'install');
  step(new ProvisionerGroup(new Construct(build, 'recipe'), 'inner'), 'recipe');
  step(cleanUp, 'seal');

  expect(order(template)).toEqual(['install', 'own', 'recipe', 'remove', 'seal']);
});

test('a group is last in its own scope: a recipe in the middle stays there', () => {
  const { template, build } = smallTemplate();
  step(new ProvisionerGroup(build, 'clean-up', { last: true }), 'image-end');
  const recipe = new Construct(build, 'recipe');
  step(new ProvisionerGroup(recipe, 'end', { last: true }), 'recipe-end');

  step(build, 'between');
  step(recipe, 'recipe-step');

  expect(order(template)).toEqual(['recipe-step', 'recipe-end', 'between', 'image-end']);
});

test('in a group that is last, another one can be the last', () => {
  const { template, build } = smallTemplate();
  const cleanUp = new ProvisionerGroup(build, 'clean-up', { last: true });
  step(new ProvisionerGroup(cleanUp, 'seal', { last: true }), 'seal');

  step(cleanUp, 'remove');
  step(build, 'own');

  expect(order(template)).toEqual(['own', 'remove', 'seal']);
});

test('the last group of an image runs after the steps of its build', () => {
  const image = new Image(new PackerApp(), 'web');
  new NullSource(image, 'local', { communicator: 'none' });
  step(new ProvisionerGroup(image, 'clean-up', { last: true }), 'remove');

  step(image.packerBuild, 'build');
  step(image, 'image');

  expect(order(image)).toEqual(['build', 'image', 'remove']);
});

test('a group that is not last stays where it was created', () => {
  const { template, build } = smallTemplate();
  step(new ProvisionerGroup(build, 'group', { last: false }), 'first');

  step(build, 'second');

  expect(order(template)).toEqual(['first', 'second']);
});

test('post-processors below the last group come last, too', () => {
  const { template, build } = smallTemplate();
  new PostProcessor(new ProvisionerGroup(build, 'end', { last: true }), 'publish', { type: 'manifest' });

  new PostProcessorChain(build, 'chain');
  new ChecksumPostProcessor(build, 'sums');

  expect(chains(template)).toEqual([['checksum'], ['manifest']]);
});

test('two groups cannot both be the last of one scope', () => {
  const { build } = smallTemplate();
  new ProvisionerGroup(build, 'clean-up', { last: true });

  expect(() => new ProvisionerGroup(build, 'seal', { last: true })).toThrow(
    'web/build/seal: `last` is said of web/build/clean-up already, and only one group can run after all else below a scope. '
    + 'Create these steps below that group, or leave out `last`, and they run before it.',
  );
});

test('steps belong to the nearest build', () => {
  const { template, build } = smallTemplate();
  const other = new Build(template, 'other');

  step(other, 'b');
  step(build, 'a');

  expect([order(template, 0), order(template, 1)]).toEqual([['a'], ['b']]);
});

test('a build without sources of its own takes all of the template', () => {
  const { template } = smallTemplate();
  new NullSource(new Construct(template, 'more'), 'second', { communicator: 'none' });

  expect(template.toJson().build[0].sources).toEqual(['source.null.local', 'source.null.second']);
});

test('a chain keeps the order of its post-processors, others are chains of one', () => {
  const { template, build } = smallTemplate();

  new PostProcessor(build, 'before', { type: 'manifest' });
  const chain = new PostProcessorChain(build, 'chain');
  new ChecksumPostProcessor(new Construct(chain, 'between'), 'sums');
  new PostProcessor(build, 'after', { type: 'artifice' });
  new PostProcessor(chain, 'last', { type: 'compress' });

  expect(chains(template)).toEqual([['manifest'], ['checksum', 'compress'], ['artifice']]);
});

test('a chain without post-processors is not written, and neither is an empty list of steps', () => {
  const { template, build } = smallTemplate();

  new PostProcessorChain(build, 'chain');
  new ProvisionerGroup(build, 'group');

  expect(template.toJson().build).toEqual([{ sources: ['source.null.local'] }]);
});

test('a template inside of a template keeps its own elements', () => {
  const { template, build } = smallTemplate();
  const inner = new PackerTemplate(build, 'inner');
  new NullSource(inner, 'other', { communicator: 'none' });
  step(new Build(inner, 'build'), 'inner');

  expect(template.toJson().build).toEqual([{ sources: ['source.null.local'] }]);
  expect(inner.toJson().build).toEqual([{ sources: ['source.null.other'], provisioner: [{ 'shell-local': { inline: ['inner'] } }] }]);
});

test('the steps of an image belong to its own build', () => {
  const image = new Image(new PackerApp(), 'web');
  new NullSource(image, 'local', { communicator: 'none' });

  step(image, 'first');
  step(new ProvisionerGroup(image, 'group'), 'second');

  expect(order(image)).toEqual(['first', 'second']);
});

test('a template without elements has only its header', () => {
  const template = new PackerTemplate(new PackerApp(), 'empty');
  template.requirePlugin('docker', { source: 'github.com/hashicorp/docker', version: '>= 1.1.0' });

  expect(template.toJson()).toEqual({
    packer: {
      required_version: '>= 1.9.4',
      required_plugins: { docker: { version: '>= 1.1.0', source: 'github.com/hashicorp/docker' } },
    },
  });
});

test.each<[string, (scope: Construct) => unknown]>([
  ['Variable', (scope) => new Variable(scope, 'x')],
  ['Source', (scope) => new NullSource(scope, 'x')],
  ['Build', (scope) => new Build(scope, 'x')],
])('a %s outside of a template is an error', (what, create) => {
  expect(() => create(new Construct(new PackerApp(), 'plain'))).toThrow(
    `plain/x: a ${what} must stand below a PackerTemplate or an Image, since it becomes a part of its template. Give one of them, or a construct below one, as its scope.`,
  );
});

test.each<[string, (scope: Construct) => unknown]>([
  ['provisioner', (scope) => step(scope, 'x')],
  ['post-processor', (scope) => new PostProcessor(scope, 'x', { type: 'manifest' })],
  ['group of provisioners', (scope) => new ProvisionerGroup(scope, 'x')],
  ['chain of post-processors', (scope) => new PostProcessorChain(scope, 'x')],
])('a %s outside of a build is an error', (what, create) => {
  expect(() => create(smallTemplate().template)).toThrow(
    `web/x: a ${what} must stand below a Build (or an Image, which has a build of its own). Give the build, or a construct below it, as its scope.`,
  );
});

test('a build without any source is an error', () => {
  const template = new PackerTemplate(new PackerApp(), 'web');
  new Build(template, 'build');

  expect(problemsOf(template)).toEqual([
    '[web] the build has no source, so there is nothing to build. Create a source below it or give `sources`.',
  ]);
});
