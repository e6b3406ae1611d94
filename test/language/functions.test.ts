import { problemsWith, written } from './support';
import { Asset, Expression, Lazy, PackerFn } from '../../src';
import { FUNCTIONS } from '../../src/language/functions';

test('every function of the table is a method, named as methods are', () => {
  const methods = Object.getOwnPropertyNames(PackerFn).filter((name) => typeof (PackerFn as any)[name] === 'function');

  const expected = Object.keys(FUNCTIONS).map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  expect(methods.sort()).toEqual(expected.sort());
});

test.each<[string, () => unknown, string]>([
  ['too few', () => PackerFn.max([]), 'PackerFn.max: the number of arguments is 0, and Packer\'s function takes 1 or more. Give it as many.'],
  ['too few combinations', () => PackerFn.setproduct([['a']]), 'PackerFn.setproduct: the number of arguments is 1, and Packer\'s function takes 2 or more. Give it as many.'],
  ['null', () => PackerFn.upper(null as any),
    'PackerFn.upper: the argument \'str\' is a null where Packer takes a string, so it would refuse to build. Pass a string, or a reference to one.'],
  ['a list for a text', () => PackerFn.regexReplace(['a'] as any, 'b', 'c'),
    'PackerFn.regexReplace: the argument \'str\' is a list where Packer takes a string, so it would refuse to build. Pass a string, or a reference to one.'],
  ['a text for a list', () => PackerFn.join(',', 'a'),
    'PackerFn.join: the argument \'lists\' is a string where Packer takes a list, so it would refuse to build. Pass a list, or a reference to one.'],
  ['the text of a function for a map', () => PackerFn.keys(PackerFn.upper('a')),
    'PackerFn.keys: the argument \'inputMap\' is a string where Packer takes a map, so it would refuse to build. Pass a map, or a reference to one.'],
  ['a number for a collection', () => PackerFn.length(1),
    'PackerFn.length: the argument \'value\' is a number where Packer takes a list, map or string, so it would refuse to build. '
    + 'Pass a list, map or string, or a reference to one.'],
  ['a base', () => PackerFn.parseint('1', 63), 'PackerFn.parseint: the argument \'base\' is one that Packer refuses: 63 is more than 62.'],
  ['an index', () => PackerFn.element(['a'], -1), 'PackerFn.element: the argument \'index\' is one that Packer refuses: -1 is less than 0.'],
  ['half an index', () => PackerFn.element(['a'], 0.5), 'PackerFn.element: the argument \'index\' is one that Packer refuses: 0.5 is no whole number.'],
  ['a network', () => PackerFn.cidrhost('10.0.0.0', 1),
    'PackerFn.cidrhost: the argument \'prefix\' is one that Packer refuses: "10.0.0.0" is no range of addresses such as 10.0.0.0/16.'],
  ['a namespace', () => PackerFn.uuidv5('foo', 'a'),
    'PackerFn.uuidv5: the argument \'namespace\' is one that Packer refuses: "foo" is none of dns, url, oid and x500, and no UUID.'],
  ['an end before the start', () => PackerFn.slice(['a'], 2, 1), 'PackerFn.slice: the argument \'end_index\' is one that Packer refuses: it is less than `start_index`.'],
  ['a step', () => PackerFn.range(1, 2, 0), 'PackerFn.range: the argument \'step\' is one that Packer refuses: a step of 0 leads nowhere.'],
  ['a type', () => PackerFn.convert(1, 'list'),
    'PackerFn.convert: \'list\' is no type of HCL: it ends too early. Write it like \'string\', \'list(number)\' or \'object({ name = string })\'.'],
])('Packer would refuse %s, so it is an error', (_, call, message) => {
  expect(call).toThrow(new Error(message));
});

test('what is known only later is not judged', () => {
  const late = [Expression.asString('a'), Lazy.stringValue({ produce: () => 'a' }), Asset.of('.').path, '${TfToken[TOKEN.1]}'];

  for (const value of late) { expect(() => [PackerFn.keys(value), PackerFn.join(',', value), PackerFn.cidrhost(value, 1)]).not.toThrow(); }
  expect(() => PackerFn.element(['a'], Expression.asNumber('-1'))).not.toThrow();
  expect(() => PackerFn.max(Expression.asList('[]'))).not.toThrow();
});

test('a type stands in an expression as it is', () => {
  expect(written((_, x) => PackerFn.convert(x.value, 'list(object({ a = number }))'))).toBe('${convert(var.x, list(object({ a = number })))}');
});

test('a list that only Packer knows becomes the arguments', () => {
  expect(written((_, x) => PackerFn.min(x.listValue))).toBe('${min(var.x...)}');
  expect(written((_, x) => PackerFn.format('%s', x.listValue))).toBe('${format("%s", var.x...)}');
  expect(written((_, x) => PackerFn.min([x.numberValue, 1]))).toBe('${min(var.x, 1)}');
});

test('a list token of another framework is no argument, but its elements are', () => {
  expect(problemsWith(() => PackerFn.max(['#{TfToken[TOKEN.1]}']))).toEqual([expect.stringContaining('a value of a CDK framework (a token)')]);
});

test('functions that may be left without their last argument', () => {
  expect(written(() => PackerFn.bcrypt('a'))).toBe('${bcrypt("a")}');
  expect(written(() => PackerFn.legacyIsotime())).toBe('${legacy_isotime()}');
  expect(written(() => PackerFn.range(1, undefined, undefined))).toBe('${range(1)}');
  expect(written(() => PackerFn.awsSecretsmanager('a{{b'))).toBe('${replace(aws_secretsmanager("a{{b", null), "{", "{{`{`}}")}');
});

test('the texts that functions make are escaped for Go templates where they may have braces', () => {
  expect(written(() => PackerFn.split('{{', 'a'))).toBe('${[for text in split("{{", "a") : replace(text, "{", "{{`{`}}")]}');
  expect(written(() => PackerFn.split(',', 'a'))).toBe('${split(",", "a")}');
  expect(written(() => PackerFn.length('{{'))).toBe('${length("{{")}');
  expect(written(() => PackerFn.contains(['{{'], '{{'))).toBe('${contains(["{{"], "{{")}');
  expect(written(() => PackerFn.try(['{{']))).toBe('${try("{{`{{`}}")}');
});
