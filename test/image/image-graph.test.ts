import { assemblyIn, nullSource, temporaryFolder } from './kit';
import { FileSource, Image, PackerApp, ShellLocalProvisioner, Source } from '../../src';

function fileOf(image: Image): string {
  const source = image.node.tryFindChild('file') as Source ?? new FileSource(image, 'file', { content: 'x', target: 'x.txt' });
  return image.artifactOf(source).file('*.txt');
}

function uses(image: Image, ...paths: string[]): void {
  new ShellLocalProvisioner(image, `uses-${image.node.children.length}`, { inline: paths.map((path) => `cat ${path}`) });
}

test('using an artifact in another image makes the other one a parent', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const base = new Image(app, 'base');
  const web = new Image(app, 'web');
  nullSource(web, 'local');

  // WHEN
  uses(web, fileOf(base));
  app.synth();

  // THEN
  const [first, second] = assemblyIn(app.outdir).images;
  expect(first.targets[0].parents).toEqual([]);
  expect(second.targets[0].parents).toEqual(['base:file.file']);
  expect(second.variables).toEqual([
    { name: 'uses_2_inline_0', sensitive: false, from: 'parent', parent: { address: 'base:file.file', part: { kind: 'file', glob: '*.txt' } } },
  ]);
});

test('only the targets that use an artifact have it as a parent', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const base = new Image(app, 'base');
  const web = new Image(app, 'web');
  const [one] = [nullSource(web, 'one'), nullSource(web, 'two')];

  // WHEN
  new ShellLocalProvisioner(web, 'cat', { inline: [`cat ${fileOf(base)}`], only: [one] });
  app.synth();

  // THEN
  expect(assemblyIn(app.outdir).images[1].targets.map(({ parents }) => parents)).toEqual([['base:file.file'], []]);
});

test('a circle of images is refused, and the message shows it', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => new Image(app, id));

  // WHEN
  uses(a, fileOf(b));
  uses(b, fileOf(c));
  uses(c, fileOf(a));

  // THEN
  expect(() => app.synth()).toThrow('in a circle, so none can be built first: a:file.file → b:file.file → c:file.file → a:file.file. ');
});

test('an image that uses its own artifact is a circle', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');

  // WHEN
  uses(web, fileOf(web));

  // THEN
  expect(() => app.synth()).toThrow('web:file.file → web:file.file');
});

test('images that use different targets of each other are no circle', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const [a, b] = ['a', 'b'].map((id) => new Image(app, id));
  const [a1, a2, b1, b2] = [nullSource(a, 'one'), nullSource(a, 'two'), nullSource(b, 'one'), nullSource(b, 'two')];

  // WHEN
  new ShellLocalProvisioner(a, 'id', { inline: [`echo ${b.artifactOf(b1).id}`], only: [a2] });
  new ShellLocalProvisioner(b, 'id', { inline: [`echo ${a.artifactOf(a1).id}`], only: [b2] });
  app.synth();

  // THEN
  expect(assemblyIn(app.outdir).images.flatMap(({ targets }) => targets.map(({ address, parents }) => [address, parents]))).toEqual([
    ['a:null.one', []], ['a:null.two', ['b:null.one']], ['b:null.one', []], ['b:null.two', ['a:null.one']],
  ]);
});

test('a dependency between images is no parent', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const [base, web] = ['base', 'web'].map((id) => new Image(app, id));
  nullSource(base, 'local');
  nullSource(web, 'local');

  // WHEN
  web.node.addDependency(base);
  app.synth();

  // THEN
  expect(assemblyIn(app.outdir).images[1].targets[0].parents).toEqual([]);
});

test('the artifact of an image of another app is refused', () => {
  // GIVEN
  const other = new Image(new PackerApp(), 'base');
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  nullSource(web, 'local');

  // WHEN
  uses(web, fileOf(other));

  // THEN
  expect(() => app.synth()).toThrow(
    '[web] this image uses the artifact of base:file.file, which is not below the same app, so nothing here would build it. '
    + 'Create both images below one app.');
});
