import { PackerFn } from '../../src';
import { problemsWith, written } from '../language/support';

const AMONG_OTHERS = expect.stringMatching(
  /^\[web\/f\] content[.0-9]*: a list reference stands where a single value is expected: .* Use PackerFn\.concat to join lists, or PackerFn\.element/,
);

test('a list reference is the whole list', () => {
  expect(written((_, x) => x.listValue)).toBe('${var.x}');
});

test('a list reference among other elements is an error', () => {
  expect(problemsWith((_, x) => ['a', ...x.listValue])).toEqual([AMONG_OTHERS]);
});

test('a list reference inside a text is an error', () => {
  expect(problemsWith((_, x) => `a ${x.listValue.join(',')}`)).toEqual([AMONG_OTHERS]);
});

test('the element of a list reference in the program is no single value', () => {
  expect(problemsWith((_, x) => x.listValue[0])).toEqual([AMONG_OTHERS]);
});

test('a list inside a list is a list', () => {
  expect(written((_, x) => [x.listValue, ['a']])).toEqual(['${var.x}', ['a']]);
});

test('functions take list references as lists', () => {
  expect(written((_, x) => PackerFn.join(',', x.listValue))).toBe('${join(",", var.x)}');
  expect(written((_, x) => PackerFn.concat([x.listValue, ['a']]))).toBe('${concat(var.x, ["a"])}');
  expect(written((_, x) => PackerFn.element(x.listValue, 0))).toBe('${element(var.x, 0)}');
});

test('a function refuses a list reference among others, or as a text', () => {
  expect(() => written((_, x) => PackerFn.join(',', ['a', ...x.listValue]))).toThrow(/a list reference stands where a single value/);
  expect(() => written((_, x) => PackerFn.upper(x.listValue[0]))).toThrow(/a list reference stands where a single value/);
});
