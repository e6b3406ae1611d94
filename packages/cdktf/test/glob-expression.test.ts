import * as fc from 'fast-check';
import { globExpression } from '../src/artifact-reference';

/** The lines that an expression matches, as Terraform's `regexall` finds them. */
function matchingLines(glob: string, lines: readonly string[]): string[] {
  return lines.join('\n').match(new RegExp(globExpression(glob).replace('(?m)', ''), 'gmu')) ?? [];
}

/** The meaning of a glob, as plainly as possible. */
function matches(glob: readonly string[], name: readonly string[]): boolean {
  const [first, ...rest] = glob;
  if (first === undefined) { return name.length === 0; }
  if (first === '*') {
    const crossesFolders = rest[0] === '*';
    const after = crossesFolders ? rest.slice(1) : rest;
    return matches(after, name) || (name.length > 0 && (crossesFolders || name[0] !== '/') && matches(glob, name.slice(1)));
  }
  return name.length > 0 && (first === '?' ? name[0] !== '/' : name[0] === first) && matches(rest, name.slice(1));
}

const character = fc.constantFrom(...'aab1/._-[](){}^$|+\\"\'%#é😀 ,');
const name = fc.string({ unit: character, minLength: 1, maxLength: 6 });
const glob = fc.string({ unit: fc.oneof({ weight: 3, arbitrary: character }, fc.constantFrom('*', '?', '**')), minLength: 1, maxLength: 6 });

test('an expression matches exactly the lines that the glob means', () => {
  fc.assert(fc.property(glob, fc.array(name, { maxLength: 5 }), (pattern, names) => {
    expect(matchingLines(pattern, names)).toEqual(names.filter((candidate) => matches([...pattern], [...candidate])));
  }), { numRuns: 2000 });
});

test('every name matches itself', () => {
  fc.assert(fc.property(name, (text) => {
    expect(matchingLines(text, ['x', text, 'y'])).toEqual([text, 'x', 'y'].filter((line) => line === text));
  }));
});

test('a star stays in one line and in one folder', () => {
  expect(matchingLines('*', ['a', 'b/c', 'd'])).toEqual(['a', 'd']);
});

test('two stars cross folders', () => {
  expect(matchingLines('**.img', ['a.img', 'b/c.img', 'd.txt'])).toEqual(['a.img', 'b/c.img']);
});

test('characters with a meaning in expressions stand for themselves, without quotes that would end a text', () => {
  expect(globExpression('a.b^[c]"d\\é😀')).toBe('(?m)^a\\x2eb\\x5e\\x5bc\\x5d\\x22d\\x5cé😀$');
});
