import * as fc from 'fast-check';
import { byCodePoint } from '../../src/references/code-point';

test('the order is that of the code points', () => {
  fc.assert(fc.property(fc.fullUnicodeString(), fc.fullUnicodeString(), (a, b) => {
    // Bytes of UTF-8 have the order of code points.
    expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }));
});

test('characters above U+FFFF come last, unlike in the order of JavaScript', () => {
  expect(['\u{1F600}', '\uFFFD', 'a'].sort(byCodePoint)).toEqual(['a', '\uFFFD', '\u{1F600}']);
  expect(['\u{1F600}', '\uFFFD', 'a'].sort()).toEqual(['a', '\u{1F600}', '\uFFFD']);
});

test('a beginning comes before what goes on', () => {
  expect(['ab', 'a', ''].sort(byCodePoint)).toEqual(['', 'a', 'ab']);
});
