import { CloudSource, nullSource, temporaryFolder } from './kit';
import { FileSource, Image, PackerApp, PackerFn, ShellLocalProvisioner, Source, Variable } from '../../src';
import { grammarOf } from '../../src/image/grammar';

interface Two {
  readonly base: Image;
  readonly web: Image;
}

function twoImages(): Two {
  const app = new PackerApp({ outdir: temporaryFolder() });
  return { base: new Image(app, 'base'), web: new Image(app, 'web') };
}

function amazon(image: Image): Source {
  return new Source(image, 'aws', { type: 'amazon-ebs', configuration: { region: 'eu-west-1' } });
}

function inlineOf(web: Image, line: string): string[] {
  nullSource(web, 'local');
  new ShellLocalProvisioner(web, 'use', { inline: [line] });
  return web.toJson().build[0].provisioner[0]['shell-local'].inline;
}

test('an artifact in another image is a variable without a default', () => {
  // GIVEN
  const { base, web } = twoImages();

  // WHEN
  const inline = inlineOf(web, `echo ${base.artifactOf(nullSource(base, 'local')).id}`);

  // THEN
  expect(inline).toEqual(['echo ${var.use_inline_0}']);
  expect(web.toJson().variable.use_inline_0).toEqual({ type: 'string' });
});

test('the same part used twice is one variable', () => {
  // GIVEN
  const { base, web } = twoImages();
  const artifact = base.artifactOf(nullSource(base, 'local'));

  // THEN
  expect(inlineOf(web, `${artifact.id} ${artifact.id}`)).toEqual(['${var.use_inline_0} ${var.use_inline_0}']);
});

test('an artifact can be an argument of a function', () => {
  // GIVEN
  const { base, web } = twoImages();

  // THEN
  expect(inlineOf(web, `echo ${PackerFn.upper(base.artifactOf(nullSource(base, 'local')).id)}`)).toEqual(['echo ${upper(var.use_inline_0)}']);
});

test('an artifact without a machine has no files', () => {
  // GIVEN
  const { base } = twoImages();

  // THEN
  expect(() => base.artifactOf(nullSource(base, 'local')).file('*')).toThrow(
    'base/local: the artifact of null, with these options, has no files. It has `id`.');
});

test('an artifact of files has no regions', () => {
  // GIVEN
  const { base } = twoImages();
  const source = new FileSource(base, 'file', { content: 'x', target: 'x' });

  // THEN
  expect(() => base.artifactOf(source).idIn('eu-west-1')).toThrow(
    'base/file: the artifact of file, with these options, has no regions. It has `id` and `file(glob)`.');
});

test.each(['qemu', 'virtualbox-iso', 'hyperv-vmcx', 'parallels-pvm', 'lxc'])('the id of a %s artifact is that of its run, since Packer always says VM', (type) => {
  // GIVEN
  const { base } = twoImages();

  // THEN
  expect(grammarOf(new Source(base, 'machine', { type }))).toMatchObject({ form: 'run', local: true, files: true });
});

test('an artifact of a kind that nobody described has an id and files', () => {
  // GIVEN
  const { base } = twoImages();
  const artifact = base.artifactOf(new CloudSource(base, 'cloud'));

  // THEN
  expect([typeof artifact.id, typeof artifact.file('*')]).toEqual(['string', 'string']);
});

test('which part of an artifact is used cannot be a reference', () => {
  // GIVEN
  const { base, web } = twoImages();
  const text = new FileSource(base, 'text', { target: 'x.txt' });
  const aws = amazon(web);
  const release = new Variable(base, 'release').stringValue;

  // THEN
  for (const reference of [release, '${TfToken[TOKEN.1]}']) {
    expect(() => base.artifactOf(text).file(`${reference}.txt`)).toThrow(
      'base/text: a reference stands in the pattern, but which part of an artifact is used is decided at synth, when its value is not known.',
    );
    expect(() => web.artifactOf(aws).idIn(reference)).toThrow('web/aws: a reference stands in the region');
  }
});

test('a source of another image is refused', () => {
  // GIVEN
  const { base, web } = twoImages();

  // THEN
  expect(() => web.artifactOf(nullSource(base, 'local'))).toThrow(
    'web: base/local is neither a source of this image nor a post-processor that runs for one. Ask the image that it was created below.');
});

test('imageId is the id of the only source', () => {
  // GIVEN
  const { base, web } = twoImages();
  nullSource(base, 'local');

  // THEN
  expect(inlineOf(web, `echo ${base.imageId}`)).toEqual(['echo ${var.use_inline_0}']);
});

test('imageId of several sources is refused, and the message lists them', () => {
  // GIVEN
  const { base } = twoImages();
  nullSource(base, 'one');
  amazon(base);

  // THEN
  expect(() => base.imageId).toThrow(
    'base: `imageId` is the id of the one source of an image, but this image has 2 sources (null.one, amazon-ebs.aws). '
    + 'Use `artifactOf(source).id` with the source that is meant.');
});

test('imageId of an image without a source is refused', () => {
  // GIVEN
  const { base } = twoImages();

  // THEN
  expect(() => base.imageId).toThrow('this image has 0 sources. ');
});
