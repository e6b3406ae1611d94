import { Expression, Lazy, PackerFn } from '../../src';
import { problemsWith, written } from '../language/support';

test('a late string is asked for when the tree is rendered', () => {
  // GIVEN
  const packages: string[] = [];
  const value = Lazy.stringValue({ produce: () => packages.join(' ') });

  // WHEN
  packages.push('nginx', 'curl');

  // THEN
  expect(written(() => value)).toBe('nginx curl');
  expect(written(() => `install ${value}!`)).toBe('install nginx curl!');
});

test('what a late string gives is a literal', () => {
  expect(written(() => Lazy.stringValue({ produce: () => '${HOME} {{' }))).toBe('$${HOME} {{`{{`}}');
});

test('the text before a late string and its beginning are escaped together', () => {
  expect(written(() => `$${Lazy.stringValue({ produce: () => '{HOME}' })}`)).toBe('$${HOME}');
});

test('a late string may give references', () => {
  expect(written((_, x) => Lazy.stringValue({ produce: () => `<${x.stringValue}>` }))).toBe('<${var.x}>');
  expect(written((_, x) => `${Lazy.stringValue({ produce: () => x.stringValue })}!`)).toBe('${var.x}!');
});

test('late values may give late values', () => {
  const inner = Lazy.stringValue({ produce: () => 'deep' });

  expect(written(() => Lazy.stringValue({ produce: () => `<${inner}>` }))).toBe('<deep>');
});

test.each<[string, any]>([
  ['string', Lazy.stringValue({ produce: () => undefined })],
  ['number', Lazy.numberValue({ produce: () => undefined })],
  ['list', Lazy.listValue({ produce: () => undefined })],
  ['value', Lazy.anyValue({ produce: () => undefined })],
])('a late %s that gives nothing leaves the option out', (_, value) => {
  expect(written(() => value)).toBeUndefined();
});

test('a late string that gives nothing is empty inside a text, and left out of lists and maps', () => {
  const nothing = Lazy.stringValue({ produce: () => undefined });

  expect(written(() => `a${nothing}b`)).toBe('ab');
  expect(written(() => ['a', nothing, { b: nothing, c: 1 }])).toEqual(['a', { c: 1 }]);
});

test('a late number stands alone, in texts and in functions', () => {
  const late = Lazy.numberValue({ produce: () => 8080 });

  expect(written(() => late)).toBe(8080);
  expect(written(() => `:${late}/`)).toBe(':8080/');
  expect(written(() => PackerFn.format('%d', [late]))).toBe('${format("%d", 8080)}');
});

test('a late list stands alone and in functions, and may be a reference', () => {
  expect(written(() => Lazy.listValue({ produce: () => ['a', 'b'] }))).toEqual(['a', 'b']);
  expect(written(() => PackerFn.join(',', Lazy.listValue({ produce: () => ['a', 'b'] })))).toBe('${join(",", ["a", "b"])}');
  expect(written((_, x) => Lazy.listValue({ produce: () => x.listValue }))).toBe('${var.x}');
});

test('nothing can be added to a late list', () => {
  expect(problemsWith(() => [...Lazy.listValue({ produce: () => ['a'] }), 'b'])[0]).toMatch(/a list reference stands where a single value/);
});

test('a late value of any type', () => {
  expect(written((_, x) => ({ on: Lazy.anyValue({ produce: () => true }), map: Lazy.anyValue({ produce: () => ({ b: x.stringValue, a: [1] }) }) })))
    .toEqual({ map: { a: [1], b: '${var.x}' }, on: true });
  expect(written((_, x) => Lazy.anyValue({ produce: () => x.value }))).toBe('${var.x}');
});

test('a late value inside a text is used as it is printed', () => {
  expect(written(() => `on=${Lazy.anyValue({ produce: () => true })}`)).toBe('on=true');
});

test('a list inside a text is an error that says how to write it', () => {
  expect(problemsWith(() => `all: ${Lazy.anyValue({ produce: () => ['a'] })}`)).toEqual([
    '[web/f] content: a list or map stands inside a longer text. Use PackerFn.jsonencode or PackerFn.join.',
  ]);
});

test('an error of a producer names the construct and the option', () => {
  const broken = Lazy.stringValue({ produce: () => { throw new Error('no release found'); } });

  expect(problemsWith(() => ['a', broken])).toEqual(['[web/f] content.1: no release found']);
});

test('a late value that gives itself is an error, not a crash', () => {
  const circle: string = Lazy.stringValue({ produce: () => `${circle}` });

  expect(problemsWith(() => `a${circle}`)).toEqual([
    '[web/f] content: a value contains itself, so what is written would have no end. Pass a list or map that does not lead back to itself.',
  ]);
});

test('expressions of any type stand alone and in texts', () => {
  expect(written(() => Expression.asAny('{ a = 1 }'))).toBe('${{ a = 1 }}');
  expect(written(() => `${Expression.asAny('var.x')}.`)).toBe('${var.x}.');
});
