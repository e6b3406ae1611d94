import * as path from 'path';
import * as fc from 'fast-check';
import { PackerFn } from '../../src';
import { ExpressionNode } from '../../src/references/expression-node';
import { encodeMark, hasMark, splitMarks } from '../../src/references/mark';
import { problemsWith, written } from '../language/support';

const node: fc.Arbitrary<ExpressionNode> = fc.oneof(
  fc.fullUnicodeString().map((code) => ({ kind: 'code' as const, code })),
  fc.tuple(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(([name, value]): ExpressionNode =>
    ({ kind: 'call', name, arguments: [{ kind: 'literal', value: Object.is(value, -0) ? 0 : value }] })),
);
const literal = fc.fullUnicodeString({ minLength: 1 }).filter((text) => !hasMark(text));

test('a mark gives back the reference it was made of', () => {
  fc.assert(fc.property(node, fc.boolean(), (value, list) => {
    expect(splitMarks(encodeMark(list ? { node: value, list } : { node: value }))).toEqual([list ? { node: value, list: true } : { node: value }]);
  }));
});

test('marks and the texts around them are split in order', () => {
  fc.assert(fc.property(literal, node, node, literal, (before, first, second, after) => {
    expect(splitMarks(before + encodeMark({ node: first }) + encodeMark({ node: second }) + after))
      .toEqual([before, { node: first }, { node: second }, after]);
  }));
});

test('a text without marks is one literal', () => {
  fc.assert(fc.property(literal, (text) => expect(splitMarks(text)).toEqual([text])));
});

test('every cut of a mark is noticed that leaves more of it than two letters', () => {
  const mark = encodeMark({ node: { kind: 'code', code: 'var.x' } });
  fc.assert(fc.property(fc.nat(mark.length - 1), fc.nat(mark.length), (start, length) => {
    fc.pre(hasMark(mark.slice(start, start + length)) && length < mark.length);
    expect(() => splitMarks(mark.slice(start, start + length))).toThrow(/a reference was damaged in /);
  }));
});

test('every exchanged digit of a mark is noticed', () => {
  const mark = encodeMark({ node: { kind: 'code', code: 'var.x' } });
  fc.assert(fc.property(fc.integer({ min: 3, max: mark.length - 2 }), fc.integer({ min: 0xfde0, max: 0xfdef }), (index, digit) => {
    fc.pre(mark.charCodeAt(index) !== digit);
    expect(() => splitMarks(mark.slice(0, index) + String.fromCharCode(digit) + mark.slice(index + 1))).toThrow(/damaged/);
  }));
});

test.each<[string, (mark: string) => string]>([
  ['slice', (mark) => mark.slice(0, -1)],
  ['substring', (mark) => mark.substring(5)],
  ['toUpperCase', (mark) => mark.toUpperCase()],
  ['toLowerCase', (mark) => mark.toLowerCase()],
  ['a cut by path.basename', (mark) => path.basename(mark, '\uFDD1')],
  ['split and join', (mark) => mark.split('').reverse().join('')],
])('%s damages a reference, which is an error naming the construct', (_, damage) => {
  expect(problemsWith((__, x) => `a ${damage(x.stringValue)} b`)).toEqual([
    expect.stringMatching(/^\[web\/f\] content: a reference was damaged in "a .* b": .* so it must arrive whole\. Do not slice.*use PackerFn/),
  ]);
});

test('the message about a damaged reference shows no characters that cannot be read', () => {
  const [problem] = problemsWith((_, x) => x.stringValue.toUpperCase());

  expect(problem).toContain('"…AA…"');
});

test('path functions leave a reference whole', () => {
  expect(written((_, x) => path.posix.join('/srv', x.stringValue, '..', 'a', path.basename(x.stringValue)))).toBe('/srv/a/${var.x}');
});

test.each(['\uFDD0', '\uFDD1', '\uFDE5', 'a\uFDEFb'])('a character that marks references is an error in a literal: %j', (text) => {
  expect(problemsWith(() => text)).toEqual([
    expect.stringMatching(/^\[web\/f\] content: a reference was damaged in .*must not contain the characters U\+FDD0 to U\+FDEF/),
  ]);
});

test('other noncharacters are literal text', () => {
  expect(written(() => 'a\uFDCFb\uFDF0')).toBe('a\uFDCFb\uFDF0');
});

test('a stray mark in a key is an error', () => {
  expect(problemsWith((_, x) => ({ [x.stringValue.toUpperCase()]: 1 }))[0]).toMatch(/^\[web\/f\] content: a reference was damaged/);
});

test('a reference works alone, and inside longer strings', () => {
  expect(written((_, x) => x.stringValue)).toBe('${var.x}');
  expect(written((_, x) => `a ${x.stringValue}${x.stringValue} b`)).toBe('a ${var.x}${var.x} b');
});

test('functions can be nested in functions, with texts around references', () => {
  expect(written((_, x) => `<${PackerFn.upper(`a${PackerFn.lower(x.stringValue)}"b`)}>`)).toBe('<${upper("a${lower(var.x)}\\"b")}>');
});

test('a damaged reference is noticed by a function at once', () => {
  expect(() => written((_, x) => PackerFn.upper(x.stringValue.slice(1)))).toThrow(/a reference was damaged/);
});

test('a JSON text in the program keeps references', () => {
  expect(written((_, x) => JSON.stringify({ name: x.stringValue }))).toBe('{"name":"${var.x}"}');
});
