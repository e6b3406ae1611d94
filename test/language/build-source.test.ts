import { problemsOf, smallTemplate } from './support';
import {
  Build, BuildSource, Dynamic, DynamicIterator, FileSource, Image, NullSource, PackerApp, PackerTemplate, ShellLocalProvisioner,
  ShellProvisioner, Source,
} from '../../src';

/** A source that two sources of a build extend. */
function twoLanguages() {
  const template = new PackerTemplate(new PackerApp(), 'web');
  const text = new Source(template, 'text', { type: 'file', configuration: { content: 'welcome' } });
  const build = new Build(template, 'build');
  const german = new BuildSource(build, 'german', { source: text, configuration: { target: 'de.txt' }, name: 'german' });
  const french = new BuildSource(build, 'french', { source: text, configuration: { target: 'fr.txt' }, name: 'french' });
  return { template, text, build, german, french };
}

test('a build says what it adds to a source, which is not built by itself', () => {
  const { template } = twoLanguages();

  const { source, build } = template.toJson();

  expect(source).toEqual({ file: { text: { content: 'welcome' } } });
  expect(build).toEqual([{
    source: [{ 'file.text': { name: 'german', target: 'de.txt' } }, { 'file.text': { name: 'french', target: 'fr.txt' } }],
  }]);
});

test('a source that is extended is built by itself where a build says so', () => {
  const { template, text } = twoLanguages();

  new Build(template, 'plain', { sources: [text] });

  expect(template.toJson().build[1]).toEqual({ sources: ['source.file.text'] });
});

test('sources of the build that are not extended are built beside those that extend one', () => {
  const { template } = twoLanguages();

  new NullSource(template, 'local', { communicator: 'none' });

  expect(template.toJson().build[0].sources).toEqual(['source.null.local']);
});

test('the name is that of the source unless another one is given', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  const text = new FileSource(template, 'text', { content: 'welcome' });
  const build = new Build(template, 'build');

  // WHEN
  const added = new BuildSource(build, 'german', { source: text, configuration: { target: 'de.txt' } });

  // THEN
  expect(added.name).toBe('text');
  expect(template.toJson().build).toEqual([{ source: [{ 'file.text': { target: 'de.txt' } }] }]);
});

test('a source and one that extends it cannot have one name in one build', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  const text = new FileSource(template, 'text', { content: 'welcome', target: 'en.txt' });
  const build = new Build(template, 'build', { sources: [text] });

  // WHEN
  new BuildSource(build, 'german', { source: text });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/build/german] two sources are named \'text\' (the other is web/text). Names of sources are unique in a build whatever their type, '
    + 'since overrides and files of results go by name. Rename one of them.',
  ]);
});

test('two sources of a build cannot have one name, nor that of another source that it builds', () => {
  // GIVEN
  const { template, text, build } = twoLanguages();
  const local = new NullSource(template, 'local', { communicator: 'none' });

  // WHEN
  new BuildSource(build, 'again', { source: text, name: 'german' });
  new BuildSource(build, 'clash', { source: text, name: local.name });

  // THEN
  expect(problemsOf(template)).toEqual([['again', 'german', 'build/german'], ['clash', 'local', 'local']].map(([id, name, other]) =>
    `[web/build/${id}] two sources are named '${name}' (the other is web/${other}). Names of sources are unique in a build whatever their type, `
    + 'since overrides and files of results go by name. Rename one of them.'));
});

test('several builds extend a source under one name', () => {
  // GIVEN
  const { template, text, german } = twoLanguages();
  const local = new NullSource(template, 'local', { communicator: 'none' });
  const second = new Build(template, 'second', { sources: [] });

  // WHEN
  for (const name of [text.name, german.name, local.name]) {
    new BuildSource(second, name, { source: text, name, configuration: { target: name } });
  }
  new BuildSource(new Build(template, 'third', { sources: [] }), 'text', { source: text, configuration: { target: 'third' } });

  // THEN
  expect(template.toJson().build.slice(1)).toEqual([
    { source: [{ 'file.text': { target: 'text' } }, { 'file.text': { name: 'german', target: 'german' } }, { 'file.text': { name: 'local', target: 'local' } }] },
    { source: [{ 'file.text': { target: 'third' } }] },
  ]);
});

test('a name that is no identifier is an error', () => {
  const { build, text } = twoLanguages();

  expect(() => new BuildSource(build, 'x', { source: text, name: 'a.b' })).toThrow('web/build/x: "a.b" cannot be the name of a source in Packer');
});

test('a source of a build outside of a build is an error', () => {
  const { template, text } = twoLanguages();

  expect(() => new BuildSource(template, 'x', { source: text })).toThrow(
    'web/x: a source of a build must stand below a Build (or an Image, which has a build of its own). Give the build, or a construct below it, as its scope.',
  );
});

test('only, except and overrideFor take a source of a build', () => {
  const { template, build, german, french } = twoLanguages();

  new ShellLocalProvisioner(build, 'only', { inline: ['a'], only: [german] });
  new ShellLocalProvisioner(build, 'except', { inline: ['b'], except: [german] });
  new ShellLocalProvisioner(build, 'override', { inline: ['c'] }).overrideFor(french, { inline: ['d'] });

  expect(template.toJson().build[0].provisioner.map((block: any) => block['shell-local'])).toEqual([
    { inline: ['a'], only: ['file.german'] },
    { inline: ['b'], only: ['file.french'] },
    { inline: ['c'], override: { french: { inline: ['d'] } } },
  ]);
});

test('a step for the source that is extended is for none of the build', () => {
  const { template, build, text } = twoLanguages();

  new ShellLocalProvisioner(build, 'only', { inline: ['a'], only: [text] });

  expect(template.toJson().build[0].provisioner).toBeUndefined();
});

test.each(['given', 'by an override'])('an argument that the source has already is an error, also one %s', (how) => {
  // GIVEN
  const { template, text, german } = twoLanguages();

  // WHEN
  if (how === 'given') { text.addOverride('target', 'en.txt'); } else { german.addOverride('content', 'willkommen'); }

  // THEN
  const problem = (id: string, option: string) => `[web/build/${id}] ${option}: the source 'text' gives it too, and Packer refuses that. `
    + 'A source of a build only adds options: leave it out in one of them.';
  expect(problemsOf(template)).toEqual(how === 'given' ? [problem('german', 'target'), problem('french', 'target')] : [problem('german', 'content')]);
});

test('an argument that an override removes is no second one', () => {
  const { template, text } = twoLanguages();
  text.addOverride('target', 'en.txt');

  text.addOverride('target', undefined);

  expect(problemsOf(template)).toEqual([]);
});

test('nested blocks are joined', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  const base = new Source(template, 'base', { type: 'acme', configuration: { disk: [{ size: 1 }], tag: 'a' } });
  const build = new Build(template, 'build');

  // WHEN
  const each = DynamicIterator.over([2, 3]);
  new BuildSource(build, 'more', { source: base, configuration: { disk: [Dynamic.of({ forEach: each, content: { size: each.numberValue } })], tag: 'b' } });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/build/more] tag: the source \'base\' gives it too, and Packer refuses that. A source of a build only adds options: leave it out in one of them.',
  ]);
});

test('a source of another template cannot be extended, nor one of a build', () => {
  // GIVEN
  const { template, build, german } = twoLanguages();
  const foreign = new Source(smallTemplate().template, 'foreign', { type: 'acme' });

  // WHEN
  new BuildSource(build, 'foreign', { source: foreign, name: 'foreign' });
  new BuildSource(build, 'twice', { source: german, name: 'twice' });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/build/foreign] the source \'foreign\' belongs to another template, and a build can only use sources of its own. Create one here.',
    '[web/build/twice] the source \'german\' is a source of a build itself, and Packer extends only those that stand outside of builds. Give the one that it extends.',
  ]);
});

test('the communicator is that of the source that is extended', () => {
  const { template, build, source } = smallTemplate();
  new BuildSource(build, 'more', { source, name: 'more' });

  new ShellProvisioner(build, 'shell', { inline: ['true'] });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/shell\] a shell step .* the source 'more' says `communicator: none`/)]);
});

test('a source of an image may be one of its build', () => {
  const image = new Image(new PackerApp(), 'web');
  const text = new FileSource(image, 'text', { content: 'welcome' });

  new BuildSource(image, 'german', { source: text, configuration: { target: 'de.txt' } });

  expect(image.toJson().build[0].source).toEqual([{ 'file.text': { target: '${var.work_dir}/de.txt' } }]);
  expect(image.toJson().build[0].sources).toBeUndefined();
});
