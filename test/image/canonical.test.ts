import * as fc from 'fast-check';
import { canonicalJson } from '../../src/image/canonical';

test('keys are sorted by code point, and nothing stands between', () => {
  // WHEN
  const text = canonicalJson({ b: [1, 'x', null], a: { '\u{1F600}': true, '\uFF5E': false } });

  // THEN
  expect(text).toBe('{"a":{"\uFF5E":false,"\u{1F600}":true},"b":[1,"x",null]}');
});

test('what is undefined is left out of maps and is null in lists, as in JSON', () => {
  // WHEN
  const text = canonicalJson({ a: undefined, b: [undefined] });

  // THEN
  expect(text).toBe('{"b":[null]}');
});

test('it is JSON of the same value', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test('the order in which keys were added does not matter', () => {
  const maps = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key });
  const shuffled = maps.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
  fc.assert(fc.property(shuffled, ([entries, others]) => {
    expect(canonicalJson(Object.fromEntries(others))).toBe(canonicalJson(Object.fromEntries(entries)));
  }));
});

test('different values have different texts', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
    const same = canonicalJson(a) === canonicalJson(b);
    // Only JSON's own -0 is equal to another value.
    expect(same).toBe(canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(JSON.parse(JSON.stringify(b))));
    if (same) { expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b))); }
  }));
});
