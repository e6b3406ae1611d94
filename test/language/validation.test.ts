import * as vm from 'vm';
import { problemsOf, reachBySsh, smallTemplate, written } from './support';
import {
  Build, DataSource, FileProvisioner, FileSource, Lazy, Local, NullSource, PackerApp, PackerFn, PackerTemplate, ShellLocalProvisioner,
  ShellProvisioner, Source, Variable,
} from '../../src';

test('two sources of one name are an error, whatever their types', () => {
  const { template } = smallTemplate();

  new FileSource(template, 'other', { name: 'local', target: 'x' });

  expect(problemsOf(template)).toEqual([
    '[web/other] two sources are named \'local\' (the other is web/local). Names of sources are unique in a template whatever their type, '
    + 'since overrides and files of results go by name. Rename one of them.',
  ]);
});

test('a source that is given to a build more than once is an error', () => {
  // GIVEN
  const { template, source } = smallTemplate();
  const other = new NullSource(template, 'other', { communicator: 'none' });

  // WHEN
  new Build(template, 'twice', { sources: [source, other, source, source] });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/twice] sources: the source \'local\' is given more than once, and Packer would build it as often at the same time, under one name '
    + 'and into the same files. Give it once.',
  ]);
});

test('a source may be one of several builds', () => {
  // GIVEN
  const { template, source } = smallTemplate();

  // WHEN
  new Build(template, 'other', { sources: [source] });

  // THEN
  expect(problemsOf(template)).toEqual([]);
});

test('two elements of one name are an error', () => {
  const { template } = smallTemplate();
  for (const id of ['a', 'b']) {
    new Build(template, `build-${id}`, { name: 'same' });
    new Variable(template, `variable-${id}`, { name: 'same' });
    new Local(template, `local-${id}`, { name: 'same', expression: 1 });
    new DataSource(template, `data-${id}`, { name: 'same', type: 'http' });
  }

  expect(problemsOf(template)).toEqual([
    '[web/variable-b] two variables are named \'same\' (the other is web/variable-a), which Packer rejects. Rename one of them.',
    '[web/local-b] two local values are named \'same\' (the other is web/local-a), which Packer rejects. Rename one of them.',
    '[web/build-b] two builds are named \'same\' (the other is web/build-a), which Packer rejects. Rename one of them.',
    '[web/data-b] two data sources are named \'http.same\' (the other is web/data-a), which Packer rejects. Rename one of them.',
  ]);
});

test('data sources of different types may have one name', () => {
  const { template } = smallTemplate();
  new DataSource(template, 'a', { name: 'same', type: 'http' });
  new DataSource(template, 'b', { name: 'same', type: 'null' });

  expect(problemsOf(template)).toEqual([]);
});

test.each(['a,b', 'a.b', 'a b', '', 'ä', 'a*'])('the build name %j is an error', (name) => {
  expect(() => new Build(smallTemplate().template, 'x', { name })).toThrow(
    `web/x: the build name ${JSON.stringify(name)} contains characters other than letters, digits, \`_\` and \`-\`.`,
  );
});

test.each(['1a', 'a.b', 'a b', '-a', 'ä', 'a"b'])('the name %j is no identifier, and so an error', (name) => {
  const { template } = smallTemplate();
  const message = `${JSON.stringify(name)} cannot be the name of a`;

  expect(() => new Variable(template, 'a', { name })).toThrow(`web/a: ${message} variable in Packer, which allows letters`);
  expect(() => new Local(template, 'b', { name, expression: 1 })).toThrow(`web/b: ${message} local value`);
  expect(() => new DataSource(template, 'c', { name, type: 'http' })).toThrow(`web/c: ${message} data source`);
  expect(() => new NullSource(template, 'd', { name })).toThrow(`web/d: ${message} source`);
});

test('an id that is no identifier needs a name', () => {
  const { template } = smallTemplate();

  expect(() => new NullSource(template, 'my source')).toThrow('Choose another construct id, or give a `name`.');
  expect(new NullSource(template, 'your source', { name: 'yours' }).name).toBe('yours');
});

test.each(['', 'a b', 'a.b', 'a"'])('the type %j is an error', (type) => {
  expect(() => new Source(smallTemplate().template, 'x', { type })).toThrow(`web/x: ${JSON.stringify(type)} cannot be the type of a component`);
});

test('a step that needs a communicator is an error where there is none', () => {
  const { template, build } = smallTemplate();

  new ShellProvisioner(build, 'shell', { inline: ['true'] });
  new FileProvisioner(build, 'file', { content: 'x', destination: '/x' });

  expect(problemsOf(template)).toEqual(['shell', 'file'].map((type) =>
    `[web/build/${type}] a ${type} step runs on the machine being built, but the source 'local' says \`communicator: none\`, so there is no way to reach it. `
    + 'Use ShellLocalProvisioner to run on the machine that builds, give the source a communicator, or exclude the source with `except`.'));
});

test('a step that is not for the source without communicator is fine', () => {
  const { template, build, source } = smallTemplate();
  new NullSource(template, 'remote', { sshHost: 'h', sshUsername: 'u', sshAgentAuth: true });

  new ShellProvisioner(build, 'shell', { inline: ['true'], except: [source] });

  expect(problemsOf(template)).toEqual([]);
});

test('a communicator that is set by an override counts, one that is not known yet does not', () => {
  const { template, build, source } = smallTemplate();
  reachBySsh(source);
  new NullSource(template, 'late', { communicator: Lazy.stringValue({ produce: () => 'none' }) });

  new ShellProvisioner(build, 'shell', { inline: ['true'] });

  expect(problemsOf(template)).toEqual([]);
});

test('a step that needs a machine gets a warning on a file source, which has none', () => {
  const template = new PackerTemplate(new PackerApp(), 'web');
  new FileSource(template, 'file', { target: 'x' });
  new ShellProvisioner(new Build(template, 'build'), 'shell', { inline: ['true'] });

  expect(template.warnings()).toEqual([{
    path: 'web/build/shell',
    message: 'a shell step runs on the machine being built, but a file source (\'file\') has none: Packer skips the step silently. '
      + 'Use ShellLocalProvisioner to run on the machine that builds.',
  }]);
  expect(problemsOf(template)).toEqual([]);
});

test.each<[string, (template: PackerTemplate) => any]>([
  ['variable', (template) => new Variable(template, 'v').stringValue],
  ['number of a variable', (template) => new Variable(template, 'v').numberValue],
  ['local value', (template) => new Local(template, 'l', { expression: 1 }).listValue],
  ['data source', (template) => new DataSource(template, 'd', { type: 'http' }).attribute('body')],
])('a reference to a %s of another template is an error', (_, reference) => {
  const { template, source } = smallTemplate();

  source.addOverride('x', reference(smallTemplate().template));

  expect(problemsOf(template)).toEqual([
    '[web/local] x: it refers to an element of another template, and Packer knows only its own. '
    + 'Create the element here, or hand the value over as a plain value in your program.',
  ]);
});

test('a default that refers to something is an error, the environment is not', () => {
  const { template } = smallTemplate();
  const x = new Variable(template, 'x', { default: PackerFn.env('HOME') });
  new Variable(template, 'y', { type: 'map(list(string))', default: { a: [`a ${x.stringValue}`] } });

  expect(problemsOf(template)).toEqual([
    '[web/y] default: it contains a reference, and Packer takes only literals and `PackerFn.env` as defaults. Use a Local for a value made of others.',
  ]);
});

test('a reference where Packer evaluates nothing is an error', () => {
  const { template } = smallTemplate();
  const x = new Variable(template, 'x');
  new Variable(template, 'y', { description: `like ${x.stringValue}` });
  template.requirePlugin('docker', { source: 'github.com/hashicorp/docker', version: x.stringValue });

  expect(problemsOf(template)).toEqual([
    '[web] requirePlugin: it contains a reference, but Packer evaluates nothing here. Write the text itself.',
    '[web/y] description: it contains a reference, but Packer evaluates nothing here. Write the text itself.',
  ]);
});

test.each<[string, any, string]>([
  ['a function', () => 1, 'a function'],
  ['a symbol', Symbol('x'), 'a symbol'],
  ['a date', new Date(0), 'an object of class Date'],
  ['a construct', new PackerTemplate(new PackerApp(), 'other'), 'the construct other'],
])('%s cannot be written into a template', (_, value, what) => {
  expect(() => written(() => ({ a: value }))).toThrow(
    `[web/f] content.a: ${what} cannot be written into a template. Pass a string, number, boolean, list, map or a reference.`,
  );
});

test('a map made in another context of Node is a map', () => {
  expect(written(() => ({ a: vm.runInNewContext('({ b: { c: 1 } })') }))).toEqual({ a: { b: { c: 1 } } });
});

test('all problems are reported at once, also by the validation of constructs', () => {
  const { template, build, source } = smallTemplate();
  source.addOverride('a', () => 1);
  source.addOverride('b', '\uFDD0');
  new ShellProvisioner(build, 'shell', { inline: ['true'] });
  new FileSource(template, 'x', { name: 'local', source: './missing', target: 'x' });

  expect(problemsOf(template)).toHaveLength(4);
  expect(template.node.validate()).toHaveLength(5);
  expect(template.node.validate()).toEqual(expect.arrayContaining([
    expect.stringMatching(/^web\/local: a: a function cannot be written/),
    expect.stringMatching(/^web\/x: source: the file or folder '\.\/missing' does not exist\./),
  ]));
});

test('a value that looks like a reference gets a warning with the fix', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['echo ${var.x}', 'echo ${HOME}', 'echo ${aws_instance.web.id}', 'echo ${data.http.x.body}'] });

  expect(template.warnings()).toEqual([
    ['inline.0', '${var.x}'], ['inline.2', '${aws_instance.web.id}'], ['inline.3', '${data.http.x.body}'],
  ].map(([option, found]) => ({
    path: 'web/build/step',
    message: `${option}: the text contains '${found}', which arrives literally, since strings are literals here. `
      + 'If Packer shall evaluate it, use Expression.asString(…) or the reference of the element.',
  })));
});

test('a timeout beside a pause gets a warning, since Packer ignores it', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['true'], timeout: '1m', pauseBefore: '1s' });

  expect(template.warnings()).toEqual([
    { path: 'web/build/step', message: '`timeout` is ignored by Packer beside `pauseBefore`. Remove one of them.' },
  ]);
});
