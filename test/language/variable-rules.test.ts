import * as fc from 'fast-check';
import { anyType } from './arbitraries';
import { problemsOf, smallTemplate } from './support';
import { Expression, PackerApp, PackerFn, PackerTemplate, Variable, VariableProps } from '../../src';
import { readType } from '../../src/language/type-expression';

function problemsWith(props: (template: PackerTemplate) => VariableProps, packerVersion = '>= 1.16.0'): string[] {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
  new Variable(template, 'x', props(template));
  const text = problemsOf(template).join('\n');
  return text === '' ? [] : text.split(/\n(?=\[)/);
}

function rule(condition: any, errorMessage = 'Too short.'): () => VariableProps {
  return () => ({ validation: [{ condition, errorMessage }] });
}

test('rules are written as blocks, the message as it is', () => {
  const { template } = smallTemplate();
  new Variable(template, 'x', {
    validation: [
      { condition: Expression.asAny('length(var.x) > 3'), errorMessage: 'Longer than ${3}.' },
      { condition: Expression.asAny('length(var.x) < 9'), errorMessage: 'Shorter!' },
    ],
  });

  expect(template.toJson().variable.x).toEqual({
    type: 'string',
    validation: [
      { condition: '${length(var.x) > 3}', error_message: 'Longer than ${3}.' },
      { condition: '${length(var.x) < 9}', error_message: 'Shorter!' },
    ],
  });
});

test('no rules are not written', () => {
  const { template } = smallTemplate();
  new Variable(template, 'x', { validation: [] });

  expect(template.toJson().variable.x).toEqual({ type: 'string' });
  expect(template.toHcl()).toContain('variable "x" {\n  type = string\n}\n');
});

test.each<[string, any]>([
  ['a literal', true], ['literal text', 'var.x'], ['no reference', Expression.asAny('1 > 0')], ['a longer name', Expression.asAny('var.x2 == "" || local.x')],
  ['text in the code', Expression.asAny('"var.x" == ""')], ['something of that name', Expression.asAny('local.var.x == ""')],
])('a condition that is %s does not refer to the variable, and so is an error', (_, condition) => {
  expect(problemsWith(rule(condition))[0]).toBe(
    '[web/x] validation: the condition does not refer to `var.x`, and Packer refuses one that does not. Write it like Expression.asAny(\'length(var.x) > 3\').',
  );
});

test.each(['var.y', 'var.x-y', 'local.y', 'data.http.y', 'path.root', 'packer.version'])('a condition that refers to %s too is an error', (other) => {
  const found = other.split('.').slice(0, 2).join('.');

  expect(problemsWith(rule(Expression.asAny(`var.x == "" || ${other} == "" || "\${${other}}" == ""`)))).toEqual([
    `[web/x] validation: the condition refers to \`${found}\`, and Packer allows it no reference but \`var.x\`. Leave the others out.`,
  ]);
});

test.each(['length(var.x) > 3', 'can(regex("^local.y$", var.x))', 'var.x.y[0].z != "var.y"', '[for v in [var.x] : v] != []', '"${var.x}" != ""'])(
  'the condition %j is fine', (code) => { expect(problemsWith(rule(Expression.asAny(code)))).toEqual([]); },
);

test('a condition of functions is fine', () => {
  expect(problemsWith((template) => ({
    validation: [{ condition: PackerFn.jsondecode(PackerFn.lower(new Variable(template, 'y', { name: 'z' }).stringValue)), errorMessage: 'A.' }],
  }))).toEqual([
    '[web/x] validation: the condition does not refer to `var.x`, and Packer refuses one that does not. Write it like Expression.asAny(\'length(var.x) > 3\').',
    '[web/x] validation: the condition refers to `var.z`, and Packer allows it no reference but `var.x`. Leave the others out.',
  ]);
});

const CONDITION = Expression.asAny('var.x != ""');

test.each(['', 'too short.', 'Too short', 'é.', '日本語.', 'ªa.', ' a.', 'A. b'])('the message %j is an error', (message) => {
  expect(problemsWith(rule(CONDITION, message))).toEqual([
    `[web/x] validation: Packer refuses the message '${message}'. Begin it with a capital letter, and end it with '.', '?' or '!'.`,
  ]);
});

test.each(['A.', 'Really?', 'No!', 'É.', '1 is not enough.', '"x" is short.', ' A. ', '😀 a.'])('the message %j is fine', (message) => {
  expect(problemsWith(rule(CONDITION, message))).toEqual([]);
});

test('a reference in a message is an error', () => {
  expect(problemsWith((template) => ({ validation: [{ condition: CONDITION, errorMessage: `A ${new Variable(template, 'y').stringValue}.` }] }))).toEqual([
    '[web/x] validation.0.error_message: it contains a reference, but Packer evaluates nothing here. Write the text itself.',
  ]);
});

test('the type that is known last is any, and attributes that may be missing are', () => {
  const gate = (feature: string) => [
    `[web/x] ${feature} needs Packer 1.16.0, and the template may be built with older versions ('>= 1.15.0'). Say \`packerVersion: '>= 1.16.0'\`, or do without it.`,
  ];

  expect(problemsWith(() => ({ type: 'list(any)' }), '>= 1.15.0')).toEqual(gate('the type `any`'));
  expect(problemsWith(() => ({ type: 'object({ a = optional(string) })' }), '>= 1.15.0')).toEqual(gate('`optional` in a type'));
  expect(problemsWith(() => ({ type: 'object({ a = optional(any) })' }))).toEqual([]);
});

test('what is only called any or optional needs no newer version', () => {
  expect(problemsWith(() => ({ type: 'object({ any = string, optional = map(string) }) # any' }), '>= 1.9.4')).toEqual([]);
});

test.each<[string, string]>([
  ['', 'it ends too early'],
  ['str', ''],
  ['"string"', ''],
  ['list', 'it ends too early'],
  ['list()', '\')\' is none'],
  ['list(string', 'it ends too early'],
  ['list(string, number)', '\')\' is expected, not \'number\''],
  ['list[string]', '\'(\' is expected, not \'[\''],
  ['string number', 'nothing is expected after the type, but there is \'number\''],
  ['tuple(string)', '\'[\' is expected, not \'string\''],
  ['tuple([string number])', '\',\' is expected, not \'number\''],
  ['object([])', '\'{\' is expected, not \'[\''],
  ['object({ a })', '\'=\' is expected, not \'}\''],
  ['object({ a = string b = string })', '\',\' is expected, not \'b\''],
  ['object({ a =\nstring })', 'the end of the line is none'],
  ['object({ a = string, a = number })', 'there are two attributes \'a\''],
  ['object({ "a" = string })', '\'"a"\' is no name of an attribute'],
  ['object({ for = string })', '\'for\' is no name of an attribute'],
  ['optional(string)', '\'optional\' is none'],
  ['list(optional(string))', '\'optional\' is none'],
  ['object({ a = optional(string, 1, 2) })', '\')\' is expected, not \'2\''],
  ['${string}', '\'$\' is none'],
])('the type %j is none: %s', (type, why) => {
  expect(problemsWith(() => ({ type }))).toEqual([
    `[web/x] type: '${type}' is no type of HCL${why && `: ${why}`}. Write it like 'string', 'list(number)' or 'object({ name = string })'.`,
  ]);
});

test.each<[string, string]>([
  ['string', 'string'],
  [' list ( number , ) ', 'list(number)'],
  ['map(set(bool)) # why', 'map(set(bool))'],
  ['tuple([string,\nnumber,])', 'tuple([string, number])'],
  ['object({\n  a = string // why\n\n  b: object({})\n})', 'object({ a = string, b = object({}) })'],
  ['object({a=optional(map(string),{b="{,",\nc=-1})})', 'object({ a = optional(map(string), { b = "{,", c = -1 }) })'],
  ['object({a=optional(list(object({b=string})),[{\nb="x"\n}])})', 'object({ a = optional(list(object({ b = string })), [{ b = "x" }]) })'],
  ['object({é-1=any,for-=/* why */bool})', 'object({ é-1 = any, for- = bool })'],
])('the type %j is read as %j', (type, text) => {
  expect(readType(type).type.text).toBe(text);
});

test('every type is read, and read the same when it is written anew', () => {
  fc.assert(fc.property(anyType, (type) => {
    const { text } = readType(type).type;

    expect(readType(text).type.text).toBe(text);
  }));
});
