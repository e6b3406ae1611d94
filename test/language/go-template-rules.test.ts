import * as fc from 'fast-check';
import { text } from './arbitraries';
import { problemsOf } from './support';
import { Build, Expression, GoTemplate, Lazy, PackerApp, PackerTemplate, Source, Variable } from '../../src';
import { block, option, OptionSchema } from '../../src/language/component-schema';
import { isGoDuration } from '../../src/language/go-duration';

const PURPOSE = { goTemplate: 'purpose' } as const;
const NAMES = 'build, build_name, build_type, isotime, lower, packer_version, pwd, replace, replace_all, split, strftime, timestamp, upper, uuid';

/** A source of a plugin that there is none of, with one option. */
function templateWith(schema: OptionSchema, value: (template: PackerTemplate) => any): PackerTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web');
  new Source(template, 'x', {
    type: 'acme', configuration: { [schema.name]: value(template) }, _schema: { kind: 'source', type: 'acme', options: [schema] },
  });
  new Build(template, 'build');
  return template;
}

function problemsWith(schema: OptionSchema, value: any): string[] {
  return problemsOf(templateWith(schema, () => value));
}

test('an unknown function is an error that lists those that are known', () => {
  expect(problemsWith(option('name', { ...PURPOSE, functions: ['clean'] }), 'web {{isotme}} {{clean timestamp}} {{printf "a"}}')).toEqual([
    '[web/x] name: the Go template calls the function \'isotme\', which is not known there. '
    + `Known are build, build_name, build_type, clean, ${NAMES.slice(NAMES.indexOf('isotime'))}, and those of Go itself. Functions of HCL are methods of PackerFn.`,
  ]);
});

test('an unknown field is an error that lists those that are known', () => {
  expect(problemsWith(option('name', { ...PURPOSE, fields: ['Path', 'Vars'] }), '{{.Path}} {{.Pth}}')).toEqual([
    '[web/x] name: the Go template uses `.Pth`, which is not there, so that Packer would fail or write \'<no value>\'. Known are `.Path`, `.Vars`.',
  ]);
  expect(problemsWith(option('name', { ...PURPOSE, fields: [] }), '{{.Path}}')).toEqual([
    expect.stringContaining('Nothing is known there; use a reference.'),
  ]);
});

test('a field that a builder may give is no more than a warning', () => {
  // GIVEN
  const template = templateWith(option('name', { ...PURPOSE, fields: ['Path'], moreFields: true }), () => '{{.Path}} {{.ID}} {{.SourceAMI}}');

  // THEN
  expect(problemsOf(template)).toEqual([]);
  expect(template.warnings().map(({ message }) => message)).toEqual([
    'name: the Go template uses `.SourceAMI`, which Packer replaces by \'<no value>\' unless the builder gives it. Known are `.Path`.',
  ]);
});

test('a template that Go cannot read is an error that says why', () => {
  expect(problemsWith(option('name', PURPOSE), '{{if .Path}}{{.Path}}')).toEqual([
    '[web/x] name: Packer cannot read the Go template: `{{if …}}` has no `{{end}}`. Mend it; https://pkg.go.dev/text/template says how they are written.',
  ]);
});

test.each<[string, Partial<OptionSchema>, any]>([
  ['a list', { type: 'list(string)' }, ['ok', '{{foo}}']],
  ['the keys of a map', { type: 'map(string)' }, { '{{foo}}': 'ok' }],
  ['the values of a map', { type: 'map(string)' }, { ok: '{{foo}}' }],
  ['text beside a reference', {}, `${Expression.asString('x.y')}{{foo}}`],
  ['GoTemplate', {}, GoTemplate.of('{{foo}}')],
  ['a lazy value', {}, Lazy.stringValue({ produce: () => '{{foo}}' })],
])('the function in %s is judged', (_, facts, value) => {
  expect(problemsWith(option('name', { ...PURPOSE, ...facts }), value)).toEqual([expect.stringContaining('calls the function \'foo\'')]);
});

test('a block that is a Go template by purpose is one as a whole', () => {
  const tag = block('tag', { options: [option('value', { fields: ['Other'] })] }, { ...PURPOSE, fields: ['Path'] });

  expect(problemsWith(tag, { value: '{{.Path}}' })).toEqual([]);
  expect(problemsWith(tag, { value: '{{.Other}}' })).toEqual([expect.stringContaining('uses `.Other`')]);
});

test.each([
  ['fields that are not known', option('name', PURPOSE), '{{.Anything}}'],
  ['fields of another value', option('name', { ...PURPOSE, fields: ['Path'] }), '{{with .Path}}{{.Length}}{{end}}{{(print "a").B}}{{.Path.Inner}}'],
  ['fields that may be missing', option('name', { ...PURPOSE, fields: ['Path'] }), '{{if .Anything}}a{{end}}{{or .Anything "b"}}{{.Anything | printf "%v"}}'],
  ['what a reference stands for', option('name', { ...PURPOSE, fields: ['Path'] }), `{{${Expression.asString('x.y')}}} {{foo}}`],
  ['what is open around a reference', option('name', PURPOSE), `{{if .A}}${Expression.asString('x.y')}`],
  ['options that are rendered otherwise', option('name'), '{{foo'],
])('%s are not judged', (_, schema, value) => {
  expect(problemsWith(schema, value)).toEqual([]);
});

test('whatever text stands in a Go template, synthesis ends, and it says nothing of a text without braces', () => {
  fc.assert(fc.property(text, (value) => {
    const problems = problemsWith(option('name', { ...PURPOSE, fields: [] }), value);

    expect(problems.every((problem) => problem.includes('the Go template'))).toBe(true);
    expect(value.includes('{{') || problems.length === 0).toBe(true);
  }), { seed: 20260101 });
});

test.each([
  ['a reference', Expression.asString('x.y')],
  ['text beside a reference', `${Expression.asString('x.y')} minutes`],
  ['a number of Packer', Expression.asNumber('x.y')],
  ['a Go template', GoTemplate.of('{{build_name}}')],
  ['no text', ''],
])('%s is not judged as a duration', (_, value) => {
  expect(problemsWith(option('wait', { format: 'duration' }), value)).toEqual([]);
});

test('what is no duration is an error that says how they are written', () => {
  expect(problemsWith(option('wait', { format: 'duration' }), '5 minutes')).toEqual([
    '[web/x] wait: "5 minutes" is no duration of Go. Give numbers with units, for example \'1h30m\', \'5m\' or \'300ms\'; the units are h, m, s, ms, us and ns.',
  ]);
  expect(problemsWith(option('wait', { format: 'duration' }), 30)).toEqual([expect.stringContaining('30 is no duration of Go')]);
});

test('numbers with units are a duration whatever they are, and none with anything else between them', () => {
  const part = fc.tuple(fc.constantFrom('1', '07', '1.5', '.25', '3.'), fc.constantFrom('ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h')).map((both) => both.join(''));
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });

  fc.assert(fc.property(fc.constantFrom('', '+', '-'), parts, (sign, all) => isGoDuration(sign + all.join(''))));
  fc.assert(fc.property(parts, parts, fc.constantFrom(' ', ',', '-', 'd', 'x', '{'), (before, after, between) => (
    !isGoDuration(before.join('') + between + after.join('')))));
});

test('the variables of a template may stand in any Go template', () => {
  const template = templateWith(option('name', PURPOSE), (scope) => `web-${new Variable(scope, 'release', { default: 'stable' }).stringValue}-{{timestamp}}`);

  expect(problemsOf(template)).toEqual([]);
});
