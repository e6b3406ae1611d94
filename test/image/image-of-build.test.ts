import { assemblyIn, list, nullSource, temporaryFolder } from './kit';
import { Build, BuildSource, FileSource, Image, PackerApp, PackerTemplate, ShellLocalPostProcessor, ShellLocalProvisioner, Source, Variable } from '../../src';
import { Assembly } from '../../src/image/assembly';

let app: PackerApp;
let template: PackerTemplate;
let disk: FileSource;

beforeEach(() => {
  app = new PackerApp({ outdir: temporaryFolder() });
  template = new PackerTemplate(app, 'servers');
  disk = new FileSource(template, 'disk', { target: 'disk.img' });
});

function build(name: string | undefined, id = name ?? 'unnamed'): Build {
  const made = new Build(template, id, { name, sources: [disk] });
  new ShellLocalProvisioner(made, 'pack', { inline: [`echo ${id}`] });
  return made;
}

function synth(): Assembly {
  app.synth();
  return assemblyIn(app.outdir);
}

test('each build of a template is an image of its own, in one directory', () => {
  // GIVEN
  const [small, large] = ['small', 'large'].map((name) => build(name));
  nullSource(template, 'unused');
  [small, large].forEach((one) => Image.fromBuild(one));

  // WHEN
  const { images } = synth();

  // THEN
  expect(images.map(({ path, directory, files }) => [path, directory, files.map((file) => file.path)])).toEqual([
    ['servers/small', 'images/servers', ['images/servers/template.pkr.json']],
    ['servers/large', 'images/servers', ['images/servers/template.pkr.json']],
  ]);
  expect(images.map(({ targets }) => targets.map(({ address, source, manifest }) => [address, source, manifest]))).toEqual([
    [['servers/small:file.disk', 'small.file.disk', 'small.disk.manifest.json']],
    [['servers/large:file.disk', 'large.file.disk', 'large.disk.manifest.json']],
  ]);
  expect(list(app.outdir)).toEqual(['images.json', 'images/servers/template.pkr.json']);
});

test('only a build that is an image has the manifests of the library', () => {
  // GIVEN
  const small = build('small');
  new ShellLocalPostProcessor(small, 'note', { inline: ['true'] });
  build('large');

  // WHEN
  Image.fromBuild(small);

  // THEN
  const { build: [first, second], variable, source } = template.toJson();
  expect(first['post-processors']).toEqual([
    { 'post-processor': [{ manifest: { output: '${var.work_dir}/small.${source.name}.manifest.json' } }] },
    { 'post-processor': [{ 'shell-local': { inline: ['true'] } }, { manifest: { output: '${var.work_dir}/small.${source.name}.1.manifest.json' } }] },
  ]);
  expect(second['post-processors']).toBeUndefined();
  expect(variable).toEqual({ work_dir: { type: 'string', default: '.' } });
  expect(source.file.disk.target).toBe('${var.work_dir}/disk.img');
});

test('a template of which nobody asked for an image is written as it is', () => {
  // WHEN
  build('small');

  // THEN
  expect(Object.keys(template.toJson())).toEqual(['packer', 'source', 'build']);
  expect(synth().images.map(({ path, targets }) => [path, targets])).toEqual([['servers', []]]);
});

test('the steps of another build are not in the fingerprint', () => {
  // GIVEN
  const [small, large] = ['small', 'large'].map((name) => build(name));
  Image.fromBuild(small);
  Image.fromBuild(large);
  const digests = () => synth().images.map(({ targets }) => targets[0].fingerprint.digest);
  const before = digests();

  // WHEN
  new ShellLocalProvisioner(large, 'more', { inline: ['true'] });

  // THEN
  const after = digests();
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});

test('a build of a template and an image with the same content have the same fingerprint', () => {
  // GIVEN
  Image.fromBuild(build('small'));
  const image = new Image(app, 'other');
  new FileSource(image, 'disk', { target: 'disk.img' });
  new ShellLocalProvisioner(image, 'pack', { inline: ['echo small'] });

  // THEN
  const [one, other] = synth().images.map(({ targets }) => targets[0].fingerprint);
  expect(one).toEqual(other);
});

test('a step of one build that uses a parent makes no other build a child', () => {
  // GIVEN
  const [small, large] = ['small', 'large'].map((name) => build(name));
  const base = Image.fromBuild(small);
  Image.fromBuild(large);

  // WHEN
  new ShellLocalProvisioner(large, 'use', { inline: [`cat ${base.artifactOf(disk).file('*.img')}`] });

  // THEN
  const { images } = synth();
  expect(images.map(({ targets }) => targets[0].parents)).toEqual([[], ['servers/small:file.disk']]);
  expect(images[1].targets[0].fingerprint.tree.parents).toEqual({ 1: images[0].targets[0].fingerprint.digest });
});

test('a variable that only another build of the template uses is marked, since Packer wants a value for it too', () => {
  // GIVEN
  const [small, large] = ['small', 'large'].map((name) => build(name));
  const base = Image.fromBuild(small);
  Image.fromBuild(large);
  new Variable(template, 'release');

  // WHEN
  new ShellLocalProvisioner(large, 'use', { inline: [`cat ${base.artifactOf(disk).file('*.img')}`] });

  // THEN
  const [release, used] = synth().images[1].variables;
  expect(release).toEqual({ name: 'release', sensitive: false, from: 'user' });
  expect(used).toMatchObject({ name: 'large_use_inline_0', from: 'parent' });
  expect(used).not.toHaveProperty('unused');
  expect(assemblyIn(app.outdir).images[0].variables).toEqual([release, { ...used, unused: true }]);
});

test('two builds that use each other are a circle', () => {
  // GIVEN
  const [small, large] = ['small', 'large'].map((name) => build(name));
  const images = [small, large].map((one) => Image.fromBuild(one));
  new ShellLocalProvisioner(large, 'use', { inline: [images[0].imageId] });
  new ShellLocalProvisioner(small, 'use', { inline: [images[1].imageId] });

  // THEN
  expect(() => app.synth()).toThrow('in a circle, so none can be built first: servers/small:file.disk → servers/large:file.disk → servers/small:file.disk.');
});

test('the short form is the id of the one source of the build', () => {
  // GIVEN
  nullSource(template, 'other');
  const image = Image.fromBuild(build('small'));
  const all = Image.fromBuild(new Build(template, 'all', { name: 'all' }));

  // THEN
  expect(typeof image.imageId).toBe('string');
  expect(() => all.imageId).toThrow('servers/all: `imageId` is the id of the one source of an image, but this image has 2 sources (file.disk, null.other).');
});

test('a source that the build does not have is refused', () => {
  // GIVEN
  const other = nullSource(template, 'other');

  // THEN
  expect(() => Image.fromBuild(build('small')).artifactOf(other)).toThrow(
    'servers/small: servers/other is neither a source of this image nor a post-processor that runs for one.');
});

test('two builds that Packer could not tell apart need names', () => {
  // GIVEN
  build(undefined, 'one');
  Image.fromBuild(build(undefined, 'two'));

  // THEN
  expect(() => app.synth()).toThrow(
    '[servers/two] its source \'file.disk\' has the same name in the build servers/one, so one of them could not be built alone, or its results be told apart. Give the builds names.');
});

test('results go by the name of a source alone, whatever its type', () => {
  // GIVEN
  const base = new Source(template, 'base', { type: 'acme' });
  const other = new Build(template, 'other', { sources: [] });
  new BuildSource(other, 'x', { source: base, name: 'disk' });

  // WHEN
  build(undefined, 'one');
  Image.fromBuild(other);

  // THEN
  expect(() => app.synth()).toThrow(
    '[servers/other] its source \'acme.disk\' has the same name in the build servers/one, so one of them could not be built alone, or its results be told apart. Give the builds names.');
});

test('asking twice for the image of a build is allowed', () => {
  // GIVEN
  const one = build(undefined, 'one');

  // WHEN
  Image.fromBuild(one);
  Image.fromBuild(one);

  // THEN
  expect(synth().images.map(({ path, targets }) => [path, targets[0].source])).toEqual([['servers/one', 'file.disk']]);
});

test('a variable work_dir of the user is refused', () => {
  // GIVEN
  new Variable(template, 'work_dir');
  Image.fromBuild(build('small'));

  // THEN
  expect(() => app.synth()).toThrow('servers/work_dir: the template of an image declares the variable `work_dir` itself');
});

test('warnings of a template with several images are printed once', () => {
  // GIVEN
  ['small', 'large'].forEach((name) => Image.fromBuild(build(name)));
  new FileSource(template, 'odd', { target: 'x', content: '${var.release}' });
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  // WHEN
  app.synth();
  const printed = write.mock.calls.map(([text]) => text);
  write.mockRestore();

  // THEN
  expect(printed).toEqual([expect.stringMatching(/^\[WARNING\] \[servers\/odd\] content: /)]);
});

test('a build that no app writes is refused', () => {
  // GIVEN
  const lonely = new PackerTemplate(undefined as any, 'lonely');

  // THEN
  expect(() => Image.fromBuild(new Build(lonely, 'build'))).toThrow(
    'lonely/build: the image of a build can be had below a PackerApp only. In a Terraform stack make an Image of \'@cdk-packer/cdktf\' for each build.');
});
