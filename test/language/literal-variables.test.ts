import { problemsOf, smallTemplate, written } from './support';
import { Expression, GoTemplate, Local, PackerFn, PackerTemplate, ShellLocalProvisioner, Variable } from '../../src';

const BRACES = '{{.Id}}';

function inline(line: (template: PackerTemplate) => string) {
  const { template, build } = smallTemplate();
  new ShellLocalProvisioner(build, 'step', { inline: [line(template)] });
  return { problems: problemsOf(template), warnings: template.warnings().map(({ message }) => message) };
}

test('a variable without braces in its default is written as it is', () => {
  expect(written((template) => `a-${new Variable(template, 'release', { default: 'stable {"a": 1}' }).stringValue}`)).toBe('a-${var.release}');
});

test('a variable or local with {{ in its value is escaped where Packer would run it', () => {
  expect(written((template) => new Variable(template, 'v', { default: BRACES }).stringValue)).toBe('${replace(var.v, "{", "{{`{`}}")}');
  expect(written((template) => new Local(template, 'l', { expression: BRACES }).stringValue)).toBe('${replace(local.l, "{", "{{`{`}}")}');
  expect(written((template) => new Variable(template, 'v', { literal: true }).stringValue)).toBe('${replace(var.v, "{", "{{`{`}}")}');
  expect(written((template) => new Variable(template, 'v', { type: 'map(string)', default: { a: BRACES } }).value))
    .toBe('${{ for key, text in var.v : key => replace(text, "{", "{{`{`}}") }}');
});

test('a value with {{ deep inside cannot be kept', () => {
  const { template, build } = smallTemplate();
  const deep = new Variable(template, 'deep', { type: 'list(map(string))', default: [{ a: BRACES }] });

  new ShellLocalProvisioner(build, 'step', { inline: ['true'] }).addOverride('unknown', deep.value);

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/step\] unknown: the value of `var.deep` contains a literal `\{\{`/)]);
});

test('where no escape survives, a variable with {{ in its default is an error', () => {
  expect(inline((template) => `echo ${new Variable(template, 'v', { default: BRACES }).stringValue}`).problems).toEqual([
    '[web/build/step] inline.0: the value of `var.v` contains a literal `{{`, but Packer would run it here as a Go template, and no escape survives. '
    + 'Put the text in a file, or use GoTemplate in the value if a template is meant.',
  ]);
});

test('where no escape survives, a variable that is to be literal gets a warning', () => {
  const { problems, warnings } = inline((template) => `echo ${new Variable(template, 'v', { literal: true }).stringValue}`);

  expect(problems).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('Packer runs a `{{` in the value of `var.v` here as a Go template, though it is to be literal')]);
});

test.each<[string, (template: PackerTemplate) => string]>([
  ['a variable that is not literal', (template) => new Variable(template, 'v', { default: BRACES, literal: false }).stringValue],
  ['a Go template as default', (template) => new Variable(template, 'v', { default: GoTemplate.BUILD_NAME }).stringValue],
  ['the result of a function without braces', (template) => PackerFn.base64encode(new Variable(template, 'v', { default: BRACES }).stringValue)],
  ['an expression', (template) => {
    new Variable(template, 'v', { default: BRACES });
    return Expression.asString('var.v');
  }],
])('%s may stand where no escape survives', (_, line) => {
  expect(inline((template) => `echo ${line(template)}`)).toEqual({ problems: [], warnings: [] });
});
