import * as fc from 'fast-check';
import { Expression, PackerFn } from '../../src';
import { decodeNumber, encodeNumber, splitNumbers } from '../../src/references/interned';
import { problemsWith, written } from '../language/support';

test('an encoded number gives back its expression', () => {
  const node = { kind: 'code', code: 'var.port' } as const;

  expect(decodeNumber(encodeNumber(node))).toBe(node);
});

test('ordinary numbers are left alone', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), (value) => {
    fc.pre(value > -1e270);
    expect(decodeNumber(value)).toBeUndefined();
  }));
});

test('ordinary numbers in texts are left alone', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), fc.string(), (value, text) => {
    fc.pre(value > -1e270);
    expect(splitNumbers(`${value}${text}`).join('')).toBe(`${value}${text}`);
  }));
});

test('a number reference stands alone', () => {
  expect(written((_, x) => x.numberValue)).toBe('${var.x}');
});

test('a number reference is found in a text, also after a minus and before digits', () => {
  expect(written((_, x) => `web-${x.numberValue}0 ${x.numberValue}`)).toBe('web-${var.x}0 ${var.x}');
});

test.each<[string, (number: number) => string]>([
  ['Python', (number) => String(number)],
  ['Java', (number) => String(number).replace('e+', 'E')],
  ['C#', (number) => String(number).replace('e', 'E')],
])('a number reference is found as %s prints it', (_, print) => {
  expect(written((__, x) => `port ${print(x.numberValue)};`)).toBe('port ${var.x};');
});

test('a number reference survives JSON', () => {
  expect(written((_, x) => JSON.parse(JSON.stringify({ port: x.numberValue })))).toEqual({ port: '${var.x}' });
  expect(written((_, x) => JSON.stringify({ port: x.numberValue }))).toBe('{"port":${var.x}}');
});

test('a number reference in a list and in a function', () => {
  expect(written((_, x) => [1, x.numberValue])).toEqual([1, '${var.x}']);
  expect(written((_, x) => PackerFn.format('%d', [x.numberValue]))).toBe('${format("%d", var.x)}');
  expect(written((_, x) => PackerFn.upper(`a${x.numberValue}`))).toBe('${upper("a${var.x}")}');
});

test('a number that a function gives can be used as a number', () => {
  expect(written(() => PackerFn.length('abc'))).toBe('${length("abc")}');
  expect(written(() => Expression.asNumber('1 + 1'))).toBe('${1 + 1}');
});

test.each<[string, (number: number) => number]>([
  ['multiplied', (number) => number * 2],
  ['divided', (number) => number / 4],
])('a number reference that was %s is an error', (_, calculate) => {
  expect(problemsWith((__, x) => calculate(x.numberValue))).toEqual([
    expect.stringMatching(/^\[web\/f\] content: the number -\d.* is no number that Packer could use: .*Expression\.asNumber/),
  ]);
});

test.each([NaN, Infinity, -Infinity])('%d cannot be written', (value) => {
  expect(problemsWith(() => value)).toEqual([
    `[web/f] content: ${value} cannot be written into a template. Pass a string, number, boolean, list, map or a reference.`,
  ]);
  expect(() => PackerFn.format('%d', [value])).toThrow(`${value} cannot be used in an expression of Packer. Pass a string`);
});
