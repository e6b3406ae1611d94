import { problemsOf, smallTemplate } from './support';
import { Build, Expression, NullSource, PackerApp, PackerTemplate, Source, Variable } from '../../src';
import { block, blocks, BlockSchema, ComponentSchema, option, OptionSchema, Requirement } from '../../src/language/component-schema';

/** A source of a plugin that there is none of, with these options. */
function templateWith(schema: Partial<ComponentSchema>, configuration: { [name: string]: any }, packerVersion?: string) {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
  new Source(template, 'x', { type: 'acme', configuration, _schema: { kind: 'source', type: 'acme', options: [], ...schema } });
  new Build(template, 'build');
  return template;
}

function problemsWith(options: OptionSchema[], configuration: { [name: string]: any }): string[] {
  return problemsOf(templateWith({ options }, configuration));
}

const UNKNOWN = Expression.asString('var.unknown');

test('a value that is none of those that are allowed is an error', () => {
  const kind = option('kind', { values: ['a', 'b', 3] });
  const problem = (name: string, value: string) => `[web/x] ${name}: ${value} is none of the values that the plugin accepts. Give one of "a", "b", 3.`;

  expect(problemsWith([kind], { kind: 'c' })).toEqual([problem('kind', '"c"')]);
  expect(problemsWith([kind], { kind: 4 })).toEqual([problem('kind', '4')]);
  expect(problemsWith([kind], { kind: ['a', 'c', UNKNOWN] })).toEqual([problem('kind', '"c"')]);
});

test.each([['a'], ['3'], [3], [''], [UNKNOWN], [`${UNKNOWN}c`], [[]]])('the value %j may be an allowed one', (kind) => {
  expect(problemsWith([option('kind', { values: ['a', 'b', 3] })], { kind })).toEqual([]);
});

test('a number out of range is an error', () => {
  const problem = (value: number, range: string) => [`[web/x] size: ${value} is out of range, and the plugin would refuse it. Give a number ${range}.`];

  expect(problemsWith([option('size', { range: [1, 9] })], { size: 0 })).toEqual(problem(0, 'from 1 to 9'));
  expect(problemsWith([option('size', { range: [1, 9] })], { size: [5, 9.5] })).toEqual(problem(9.5, 'from 1 to 9'));
  expect(problemsWith([option('size', { range: [undefined, 9] })], { size: 10 })).toEqual(problem(10, 'of at most 9'));
  expect(problemsWith([option('size', { range: [1, undefined] })], { size: -1 })).toEqual(problem(-1, 'of at least 1'));
});

test.each([[1], [9], [5.5], [Expression.asNumber('var.unknown')], ['0']])('the number %j may be in range', (size) => {
  expect(problemsWith([option('size', { range: [1, 9] })], { size })).toEqual([]);
});

test('a text that is too long or too short is an error, counted in characters', () => {
  const problem = (characters: number) => ['[web/x] name: it has ' + characters + ' characters, and the plugin would refuse it. Give a text with a number of characters from 2 to 3.'];
  const name = option('name', { length: [2, 3] });

  expect(problemsWith([name], { name: 'a' })).toEqual(problem(1));
  expect(problemsWith([name], { name: 'abcd' })).toEqual(problem(4));
  expect(problemsWith([name], { name: ['ab', '😀'] })).toEqual(problem(1));
});

test.each([['ab'], ['😀😀😀'], [''], [UNKNOWN], [`abcd${UNKNOWN}`]])('the text %j may have the right length', (name) => {
  expect(problemsWith([option('name', { length: [2, 3] })], { name })).toEqual([]);
});

test('an option that is deprecated gets a warning where it is given', () => {
  const options = [option('old', { deprecated: 'Use `new`.' })];

  expect(templateWith({ options }, { old: 'x' }).warnings()).toEqual([{ path: 'web/x', message: 'old: it is deprecated. Use `new`.' }]);
  expect(templateWith({ options }, {}).warnings()).toEqual([]);
});

test('what an option and a component need of Packer is named', () => {
  const problems = (since: string, packerVersion: string) =>
    problemsOf(templateWith({ since, options: [option('new', { since: '1.12.0' })] }, { new: 'x' }, packerVersion));
  const tooNew = (feature: string, since: string) => `[web/x] \`${feature}\` needs Packer ${since}, and the template may be built with older versions `
    + `('>= 1.11.0'). Say \`packerVersion: '>= ${since}'\`, or do without it.`;

  expect(problems('1.11.2', '>= 1.11.0')).toEqual([tooNew('new', '1.12.0'), tooNew('acme', '1.11.2')]);
  expect(problems('1.11.2', '>= 1.12.0')).toEqual([]);
});

test('a source that no build builds is not judged', () => {
  const template = templateWith({ since: '1.99.0', requirements: [{ kind: 'exactly one of', options: ['a'] }] }, {});
  const [build] = template.node.children.filter(({ node }) => node.id === 'build');
  template.node.tryRemoveChild(build.node.id);

  new Build(template, 'other', { sources: [new NullSource(template, 'local', { communicator: 'none' })] });

  expect(problemsOf(template)).toEqual([]);
});

const [A, B, C] = ['a', 'b', 'c'].map((name) => option(name));

function requirementProblems(requirement: Requirement, configuration: { [name: string]: any }): string[] {
  return problemsOf(templateWith({ options: [A, B, C], requirements: [requirement] }, configuration));
}

const EXACTLY: Requirement = { kind: 'exactly one of', options: ['a', 'b'] };
const AT_MOST: Requirement = { kind: 'at most one of', options: ['a', 'b'] };
const AT_LEAST: Requirement = { kind: 'at least one of', options: ['a', 'b'] };
const NONE: Requirement = { kind: 'none of', options: ['a', 'b'], when: { option: 'c' } };

test.each<[string, Requirement, { [name: string]: any }, string]>([
  ['none of two', EXACTLY, {}, 'exactly one of `a`, `b` must be given, but none is. Give one of them.'],
  ['both of two', EXACTLY, { a: 'x', b: 'y' }, 'exactly one of `a`, `b` must be given, but `a` and `b` are. Give one of them.'],
  ['empty ones', EXACTLY, { a: '', b: [] }, 'exactly one of `a`, `b` must be given, but none is. Give one of them.'],
  ['zero, false and an empty map', EXACTLY, { a: 0, b: false, c: {} }, 'exactly one of `a`, `b` must be given, but none is. Give one of them.'],
  ['the only one', { ...EXACTLY, options: ['a'] }, {}, '`a` must be given, or the plugin refuses the build. Give it.'],
  ['too many', AT_MOST, { a: 'x', b: 1 }, 'at most one of `a`, `b` can be given, but `a` and `b` are. Remove all but one.'],
  ['too few', AT_LEAST, { c: 'x' }, 'at least one of `a`, `b` must be given, or the plugin refuses the build. Give it.'],
  ['the only one of few', { ...AT_LEAST, options: ['a'] }, {}, '`a` must be given, or the plugin refuses the build. Give it.'],
  ['one beside another', NONE, { a: 'x', c: 'y' }, '`a`, `b` cannot be given where `c` is given, but `a` is. Remove it.'],
  ['under a condition', { ...EXACTLY, when: { option: 'c', is: ['x', 1, true] } }, { c: 'x' },
    'exactly one of `a`, `b` must be given where `c` is "x" or 1 or true, but none is. Give one of them.'],
])('options that depend on each other: %s', (_, requirement, configuration, message) => {
  expect(requirementProblems(requirement, configuration)).toEqual([`[web/x] ${message}`]);
});

test.each<[string, Requirement, { [name: string]: any }]>([
  ['one of them', EXACTLY, { a: 'x' }],
  ['one of them and an empty one', EXACTLY, { a: 'x', b: '' }],
  ['one of them and one that may be empty', EXACTLY, { a: 'x', b: UNKNOWN }],
  ['one that may be empty', EXACTLY, { a: UNKNOWN }],
  ['two that may be empty', AT_MOST, { a: UNKNOWN, b: Expression.asList('var.b') }],
  ['one that may be empty, of which there must be one', AT_LEAST, { b: Expression.asNumber('var.b') }],
  ['none', AT_MOST, {}],
  ['one that may be empty and may not be given', NONE, { a: UNKNOWN, c: 'x' }],
  ['a condition that may be met', NONE, { a: 'x', c: UNKNOWN }],
  ['a condition that is not met', { ...EXACTLY, when: { option: 'c', is: ['x'] } }, { c: 'y' }],
  ['a condition that may have the value', { ...EXACTLY, when: { option: 'c', is: ['x'] } }, { c: UNKNOWN }],
  ['a condition that is not given', { ...EXACTLY, when: { option: 'c', is: ['x'] } }, {}],
])('options that depend on each other are fine: %s', (_, requirement, configuration) => {
  expect(requirementProblems(requirement, configuration)).toEqual([]);
});

test('text around what only Packer knows is not empty, so the option is given', () => {
  expect(requirementProblems(AT_MOST, { a: `x${UNKNOWN}`, b: 'y' })).toEqual([
    '[web/x] at most one of `a`, `b` can be given, but `a` and `b` are. Remove all but one.',
  ]);
});

test('rules of a block name its options with the path of the block', () => {
  const inner: BlockSchema = {
    options: [option('kind', { values: ['a'] }), A, B, option('size', { range: [1, 2] })],
    requirements: [{ ...EXACTLY, when: { option: 'kind', is: ['a'] } }],
  };

  expect(problemsWith([block('one', inner), blocks('many', inner)], { one: { kind: 'b', size: 3 }, many: [{ kind: 'a', a: 'x' }, { kind: 'a' }] })).toEqual([
    '[web/x] one.kind: "b" is none of the values that the plugin accepts. Give one of "a".',
    '[web/x] one.size: 3 is out of range, and the plugin would refuse it. Give a number from 1 to 2.',
    '[web/x] exactly one of `many.1.a`, `many.1.b` must be given where `many.1.kind` is "a", but none is. Give one of them.',
  ]);
});

test('what a variable has as its default is no value to judge', () => {
  const { template } = smallTemplate();
  const kind = new Variable(template, 'kind', { default: 'c' });
  new Source(template, 'x', {
    type: 'acme', configuration: { kind: kind.stringValue }, _schema: { kind: 'source', type: 'acme', options: [option('kind', { values: ['a'] })] },
  });

  expect(problemsOf(template)).toEqual([]);
});
