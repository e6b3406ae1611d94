import { Construct } from 'constructs';
import { nullSource, temporaryFolder } from './kit';
import { Build, FileSource, GoTemplate, Image, ManifestPostProcessor, PackerApp, ShellLocalPostProcessor, ShellLocalProvisioner, SourceContext, Variable } from '../../src';

function image(): Image {
  return new Image(new PackerApp({ outdir: temporaryFolder() }), 'web');
}

test('an image declares the variable work_dir, the current folder by default', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');

  // THEN
  expect(web.toJson().variable).toEqual({ work_dir: { type: 'string', default: '.' } });
});

test('the first manifest is that of the source, and each chain ends with one', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new ShellLocalPostProcessor(web, 'publish', { inline: ['echo'] });

  // THEN
  expect(web.toJson().build[0]['post-processors']).toEqual([
    { 'post-processor': [{ manifest: { output: '${var.work_dir}/${source.name}.manifest.json' } }] },
    {
      'post-processor': [
        { 'shell-local': { inline: ['echo'] } },
        { manifest: { output: '${var.work_dir}/${source.name}.1.manifest.json' } },
      ],
    },
  ]);
});

test('relative outputs lie below the work folder, absolute ones where they are', () => {
  // GIVEN
  const web = image();
  new FileSource(web, 'relative', { content: 'x', target: 'out/x.txt' });
  new FileSource(web, 'absolute', { content: 'x', target: '/srv/x.txt' });

  // THEN
  const { relative, absolute } = web.toJson().source.file;
  expect(relative.target).toBe('${var.work_dir}/out/x.txt');
  expect(absolute.target).toBe('/srv/x.txt');
});

test('an output that a plugin has by itself lies below the work folder too', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new ManifestPostProcessor(web, 'manifest');

  // THEN
  expect(web.toJson().build[0]['post-processors'][1]['post-processor'][0])
    .toEqual({ manifest: { output: '${var.work_dir}/packer-manifest.json' } });
});

test.each([
  ['the name of the source', `${SourceContext.NAME}.json`, '${var.work_dir}/${source.name}.json'],
  ['a Go template', `${GoTemplate.BUILD_NAME}.json`, '${var.work_dir}/{{build_name}}.json'],
  ['the work folder itself', (web: Image) => `${web.workDirectory}/x.json`, '${var.work_dir}/x.json'],
])('an output that begins with %s lies below the work folder once', (_, given, written) => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new ManifestPostProcessor(web, 'manifest', { output: typeof given === 'string' ? given : given(web) });

  // THEN
  expect(web.toJson().build[0]['post-processors'][1]['post-processor'][0]).toEqual({ manifest: { output: written } });
});

test('the work folder can stand in any text', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new ShellLocalProvisioner(web, 'list', { inline: [`ls ${web.workDirectory}/out`] });

  // THEN
  expect(web.toJson().build[0].provisioner[0]['shell-local'].inline).toEqual(['ls ${var.work_dir}/out']);
});

test('an image that nobody writes says which import is right', () => {
  // GIVEN
  class Root extends Construct {
    constructor() { super(undefined as any, ''); }
  }
  const web = new Image(new Root(), 'web');
  nullSource(web, 'local');

  // THEN
  expect(web.node.validate()).toEqual([
    "this image would never be written, since nothing above it does so. In a CDKTF stack import Image from '@cdk-packer/cdktf' "
    + "(in CDK Terrain from '@cdk-packer/cdktn'); for use without Terraform make a PackerApp the root of the tree.",
  ]);
});

test('a valid image below an app has no problems', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');

  // THEN
  expect(web.node.validate()).toEqual([]);
});

test('an image refuses a second build', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new Build(web, 'other');

  // THEN
  expect(web.node.validate()).toEqual([
    'an image has one build of its own, and web/other is another, whose artifacts and fingerprint could not be told apart. '
    + 'Create the steps directly below the image; for several builds in one template use PackerTemplate.',
  ]);
});

test('an image refuses a variable work_dir of the user', () => {
  // GIVEN
  const web = image();
  nullSource(web, 'local');
  new Variable(web, 'folder', { name: 'work_dir' });

  // THEN
  expect(web.node.validate()).toEqual([
    'web/folder: the template of an image declares the variable `work_dir` itself, for the folder that outputs lie in. '
    + 'Give yours another `name`, or use `image.workDirectory` if that folder is meant.',
  ]);
});

test('isImage knows images of any copy of this library, and nothing else', () => {
  // GIVEN
  const web = image();
  const source = nullSource(web, 'local');
  const copy = { [Symbol.for('cdk-packer.Image')]: true };

  // THEN
  expect([web, copy, source, undefined, 'web'].map((value) => Image.isImage(value))).toEqual([true, true, false, false, false]);
});

test('a reference in the salt is an error, since its value is not known when the fingerprint is made', () => {
  // GIVEN
  const web = image();
  const release = new Variable(web, 'release');

  // THEN
  expect(() => new Image(new PackerApp({ outdir: temporaryFolder() }), 'api', { fingerprint: { salt: release.stringValue } }))
    .toThrow('api: `fingerprint.salt` contains a reference');
});
