import { assemblyIn, temporaryFolder } from './kit';
import { BuildSource, Expression, FileSource, Image, Local, PackerApp, ShellLocalProvisioner, Source } from '../../src';

/** The fingerprint of the target of the image `web`, as it is written. */
function digestOf(define: (image: Image) => void): string {
  const app = new PackerApp({ outdir: temporaryFolder() });
  define(new Image(app, 'web'));
  app.synth();
  return assemblyIn(app.outdir).images[0].targets[0].fingerprint.digest;
}

test('what a source uses is used by the target of the source of a build that extends it', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const base = new Image(app, 'base');
  const file = new FileSource(base, 'file', { target: 'f' });
  const web = new Image(app, 'web');
  const text = new FileSource(web, 'text', { content: `made from ${base.artifactOf(file).id}` });
  new BuildSource(web, 'german', { source: text, name: 'german', configuration: { target: 'de' } });

  // WHEN
  app.synth();

  // THEN
  const [, image] = assemblyIn(app.outdir).images;
  expect(image.targets.map(({ address, parents }) => [address, parents])).toEqual([['web:file.german', ['base:file.file']]]);
});

test('nested blocks of a source and of the source of a build that extends it are content both', () => {
  const withSizes = (size: number, added: number) => digestOf((image) => {
    const source = new Source(image, 'disk', { type: 'acme', configuration: { disk: [{ size }] } });
    new BuildSource(image, 'large', { source, name: 'large', configuration: { disk: [{ size: added }] } });
  });

  const digests = [withSizes(8, 1), withSizes(80, 1), withSizes(8, 2)];

  expect(new Set(digests).size).toBe(3);
});

test.each(['jsonencode(local)', 'local["x"]', 'upper(local.x)'])('a local value that is reached by %s is content', (code) => {
  const withLocal = (value: string) => digestOf((image) => {
    new Local(image, 'x', { expression: value });
    new FileSource(image, 'file', { content: Expression.asString(code), target: 'f' });
  });

  expect(withLocal('a')).not.toBe(withLocal('b'));
});

test('an override that would leave elements of the step is an error', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  const file = new FileSource(web, 'file', { target: 'f' });
  const step = new ShellLocalProvisioner(web, 'run', { inline: ['one', 'two'], env: { A: '1' } });

  // WHEN
  step.overrideFor(file, { inline: ['three'], env: { B: '2' } });

  // THEN
  expect(() => app.synth()).toThrow(/overrideFor: env: .*\n.*overrideFor: inline: the list is shorter/s);
});
