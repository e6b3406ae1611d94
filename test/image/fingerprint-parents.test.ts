import { CloudSource, nullSource } from './kit';
import { FileSource, Image, PackerApp, ShellLocalProvisioner, Source } from '../../src';
import { Fingerprint } from '../../src/image/fingerprint';
import { Synthesis } from '../../src/image/synthesis';

function file(app: PackerApp, id: string, content = id): { readonly image: Image; readonly path: string } {
  const image = new Image(app, id);
  const source = new FileSource(image, 'file', { content, target: 'file.txt' });
  return { image, path: image.artifactOf(source).file('file.txt') };
}

function run(image: Image, id: string, line: string, only?: Source[]): void {
  new ShellLocalProvisioner(image, id, { inline: [line], only });
}

function childOf(content: string, names = { base: 'base', web: 'web' }): Fingerprint {
  const app = new PackerApp();
  const base = file(app, names.base, content);
  const web = new Image(app, names.web);
  const source = nullSource(web, 'local');
  run(web, 'cat', `cat ${base.path}`);
  return new Synthesis().fingerprint(web, source);
}

test('a change of a parent changes the child', () => {
  expect(childOf('2').digest).not.toBe(childOf('1').digest);
});

test('the difference is named as that of the parent, and is no difference of the step', () => {
  // WHEN
  const [one, two] = [childOf('1').tree, childOf('2').tree];

  // THEN
  expect(Object.keys(one.parents)).toEqual(['1']);
  expect(two.parents).not.toEqual(one.parents);
  expect({ ...two, parents: {} }).toEqual({ ...one, parents: {} });
});

test('renaming the parent changes nothing', () => {
  expect(childOf('1', { base: 'other', web: 'child' }).digest).toBe(childOf('1').digest);
});

test('which part of the artifact is used is content', () => {
  // GIVEN
  const part = (glob: string) => {
    const app = new PackerApp();
    const base = new Image(app, 'base');
    const source = new FileSource(base, 'file', { content: '1', target: 'file.txt' });
    const web = new Image(app, 'web');
    run(web, 'cat', `cat ${base.artifactOf(source).file(glob)}`);
    return new Synthesis().fingerprint(web, nullSource(web, 'local')).digest;
  };

  // THEN
  expect(part('*.tar')).not.toBe(part('*.txt'));
});

test('artifacts in a row are each content', () => {
  // GIVEN
  const after = (content: string) => {
    const app = new PackerApp();
    const [base, other] = [file(app, 'base', content), file(app, 'other')];
    const web = new Image(app, 'web');
    run(web, 'cat', `cat ${base.path}${other.path}`);
    return new Synthesis().fingerprint(web, nullSource(web, 'local')).digest;
  };

  // THEN
  expect(after('2')).not.toBe(after('1'));
});

test('exchanging two parents is a change', () => {
  // GIVEN
  const inOrder = (first: string, second: string) => {
    const app = new PackerApp();
    const paths: { [id: string]: string } = { a: file(app, 'a').path, b: file(app, 'b').path };
    const web = new Image(app, 'web');
    run(web, 'join', `cat ${paths[first]} ${paths[second]}`);
    return new Synthesis().fingerprint(web, nullSource(web, 'local')).digest;
  };

  // THEN
  expect(inOrder('b', 'a')).not.toBe(inOrder('a', 'b'));
});

test('the parents of another target are not those of this one, even when they come first', () => {
  // GIVEN
  const digestOfTwo = (withOther: boolean) => {
    const app = new PackerApp();
    const a = file(app, 'a');
    const b = file(app, 'b');
    const web = new Image(app, 'web');
    const [one, two] = [nullSource(web, 'one'), nullSource(web, 'two')];
    if (withOther) { run(web, 'other', `cat ${b.path} ${a.path}`, [one]); }
    run(web, 'same', `cat ${a.path}`, [two]);
    run(web, 'more', `cat ${b.path}`, [two]);
    return new Synthesis().fingerprint(web, two);
  };

  // THEN
  expect(digestOfTwo(true)).toEqual(digestOfTwo(false));
  expect(Object.keys(digestOfTwo(true).tree.parents)).toEqual(['1', '2']);
});

test('an override for one source brings no parent to another', () => {
  // GIVEN
  const app = new PackerApp();
  const base = file(app, 'base');
  const web = new Image(app, 'web');
  const [one, two] = [nullSource(web, 'one'), nullSource(web, 'two')];
  const step = new ShellLocalProvisioner(web, 'step', { inline: ['echo'] });

  // WHEN
  step.overrideFor(one, { inline: [`cat ${base.path}`] });

  // THEN
  const synthesis = new Synthesis();
  expect(Object.keys(synthesis.fingerprint(web, one).tree.parents)).toEqual(['1']);
  expect(synthesis.fingerprint(web, two).tree.parents).toBeUndefined();
});

test('an artifact in the name of an image is no content', () => {
  // GIVEN
  const named = (content: string) => {
    const app = new PackerApp();
    const base = file(app, 'base', content);
    const web = new Image(app, 'web');
    return new Synthesis().fingerprint(web, new CloudSource(web, 'cloud', { amiName: `from-${base.path}` })).digest;
  };

  // THEN
  expect(named('2')).toBe(named('1'));
});

test('saying only what is built first is in no fingerprint', () => {
  // GIVEN
  const ordered = (dependent: boolean) => {
    const app = new PackerApp();
    const base = file(app, 'base');
    const web = new Image(app, 'web');
    if (dependent) { web.node.addDependency(base.image); }
    return new Synthesis().fingerprint(web, nullSource(web, 'local')).digest;
  };

  // THEN
  expect(ordered(true)).toBe(ordered(false));
});
