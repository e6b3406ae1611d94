import { problemsOf } from './support';
import { Build, HcpPackerRegistry, HcpPackerRegistryProps, Image, NullSource, PackerApp, PackerTemplate, ShellLocalProvisioner, Variable } from '../../src';

/** A template with one build and a registry. */
function published(packerVersion: string | undefined, props: HcpPackerRegistryProps) {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
  const source = new NullSource(template, 'local', { communicator: 'none' });
  const build = new Build(template, 'build');
  return { template, source, build, registry: new HcpPackerRegistry(template, 'hcp', props) };
}

test('the registry stands in the build where an older Packer may be used, which knows no other place', () => {
  const { template, build } = published('>= 1.12.0', { bucketName: 'web', description: 'The ${site}' });
  new ShellLocalProvisioner(build, 'step', { inline: ['true'] });

  expect(template.toJson().hcp_packer_registry).toBeUndefined();
  expect(template.toJson().build).toEqual([{
    sources: ['source.null.local'],
    hcp_packer_registry: { bucket_name: 'web', description: 'The $${site}' },
    provisioner: [{ 'shell-local': { inline: ['true'] } }],
  }]);
});

test('the registry stands beside the build from Packer 1.13 on', () => {
  const { template } = published('>= 1.13.0', { bucketName: 'web' });

  expect(template.toJson()).toMatchObject({ hcp_packer_registry: { bucket_name: 'web' }, build: [{ sources: ['source.null.local'] }] });
  expect(template.toJson().build[0].hcp_packer_registry).toBeUndefined();
});

test('everything that it says is written, in the order of the language', () => {
  // GIVEN
  const { template, registry } = published('>= 1.15.0', {
    channels: ['prod'], buildLabels: { b: '2' }, bucketLabels: { a: '1' }, description: 'd', bucketName: 'web',
  });

  // WHEN
  registry.addOverride('bucket_labels.c', '3');

  // THEN
  expect(JSON.stringify(template.toJson().hcp_packer_registry)).toBe(
    '{"bucket_name":"web","description":"d","bucket_labels":{"a":"1","c":"3"},"build_labels":{"b":"2"},"channels":["prod"]}',
  );
});

test('a registry that says nothing is written, since it publishes', () => {
  expect(published('>= 1.13.0', {}).template.toJson().hcp_packer_registry).toEqual({});
});

test('references work in it', () => {
  const { template, registry } = published(undefined, {});
  const release = new Variable(template, 'release');

  registry.addOverride('description', `of ${release.stringValue}`);

  expect(template.toJson().build[0].hcp_packer_registry).toEqual({ description: 'of ${var.release}' });
});

test('channels need Packer 1.15', () => {
  expect(problemsOf(published('>= 1.14.0', { channels: ['prod'] }).template)).toEqual([
    '[web/hcp] `channels` needs Packer 1.15.0, and the template may be built with older versions (\'>= 1.14.0\'). Say `packerVersion: \'>= 1.15.0\'`, or do without it.',
  ]);
});

test('a template has one registry at most', () => {
  const { template } = published(undefined, {});

  new HcpPackerRegistry(template, 'more');

  expect(problemsOf(template)).toEqual(['[web/more] a template has one HcpPackerRegistry at most, and the other is web/hcp. Remove one of them.']);
});

test.each([0, 2])('a template with %i builds cannot have a registry', (builds) => {
  const template = new PackerTemplate(new PackerApp(), 'web');
  new NullSource(template, 'local', { communicator: 'none' });
  for (let i = 0; i < builds; i++) { new Build(template, `build${i}`); }

  new HcpPackerRegistry(template, 'hcp');

  expect(problemsOf(template)).toEqual([
    `[web/hcp] HCP Packer takes templates with one build, and this one has ${builds}. Give each build a template of its own.`,
  ]);
});

test('a registry outside of a template is an error', () => {
  expect(() => new HcpPackerRegistry(new PackerApp(), 'x')).toThrow('x: a HcpPackerRegistry must stand below a PackerTemplate or an Image');
});

test('the name of a bucket has 3 to 36 characters, a description 255 at most', () => {
  expect(problemsOf(published(undefined, { bucketName: 'ab', description: 'd'.repeat(256) }).template)).toEqual([
    '[web/hcp] bucket_name: it has 2 characters, and the plugin would refuse it. Give a text with a number of characters from 3 to 36.',
    '[web/hcp] description: it has 256 characters, and the plugin would refuse it. Give a text with a number of characters of at most 255.',
  ]);
  expect(problemsOf(published(undefined, { bucketName: 'abc', description: 'd'.repeat(255) }).template)).toEqual([]);
});

test('an image may be published', () => {
  const image = new Image(new PackerApp(), 'web');
  new NullSource(image, 'local', { communicator: 'none' });

  new HcpPackerRegistry(image, 'hcp', { bucketName: 'web' });

  expect(image.toJson().build[0].hcp_packer_registry).toEqual({ bucket_name: 'web' });
});
