import { nullSource, temporaryFolder } from './kit';
import { IImage, Image, PackerApp, Source, Variable } from '../../src';

function imageOn(base: IImage, app = new PackerApp({ outdir: temporaryFolder() })): Image {
  const web = new Image(app, 'web');
  new Source(web, 'cloud', { type: 'acme-cloud', configuration: { base: base.imageId } });
  return web;
}

test('an image that exists already stands where an image is taken', () => {
  expect(imageOn(Image.fromArtifactId('ami-1')).toJson().source['acme-cloud'].cloud).toEqual({ base: 'ami-1' });
});

test('its id may be a reference', () => {
  // GIVEN
  const web = new Image(new PackerApp({ outdir: temporaryFolder() }), 'web');
  const base = Image.fromArtifactId(new Variable(web, 'base').stringValue);

  // WHEN
  new Source(web, 'cloud', { type: 'acme-cloud', configuration: { base: base.imageId } });

  // THEN
  expect(web.toJson().source['acme-cloud'].cloud).toEqual({ base: '${var.base}' });
});

test('it has no artifacts of sources and no work folder', () => {
  // GIVEN
  const base = Image.fromArtifactId('ami-1');
  const source = nullSource(new Image(new PackerApp({ outdir: temporaryFolder() }), 'web'), 'local');

  // THEN
  expect(() => base.artifactOf(source)).toThrow('an image of `Image.fromArtifactId` has no artifact of web/local, since it exists already and is not '
    + 'built here. Only its `imageId` is known: use that.');
  expect(() => base.workDirectory).toThrow('has no work folder');
});
