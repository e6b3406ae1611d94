import * as fc from 'fast-check';
import { text } from './arbitraries';
import { evaluated } from './evaluation';
import { PackerFn } from '../../src';

/** A value as our tree says it, and what it must be. */
interface Said<T> {
  readonly said: any;
  readonly is: T;
}

type Text = fc.Arbitrary<Said<string>>;
type List = fc.Arbitrary<Said<string[]>>;

/** Packer normalizes whatever text comes about. */
const nfc = (given: string) => given.normalize('NFC');
const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
/** Where both sides have the same tables of characters. */
const isAscii = (given: string) => /^[\0-\x7f]*$/.test(given);

function both<A, B, T>(
  a: fc.Arbitrary<Said<A>>, b: fc.Arbitrary<Said<B>>, said: (a: any, b: any) => any, is: (a: A, b: B) => T,
): fc.Arbitrary<Said<T>> {
  return fc.tuple(a, b).map(([x, y]) => ({ said: said(x.said, y.said), is: is(x.is, y.is) }));
}

function one<A, T>(a: fc.Arbitrary<Said<A>>, said: (a: any) => any, is: (a: A) => T): fc.Arbitrary<Said<T>> {
  return a.map((x) => ({ said: said(x.said), is: is(x.is) }));
}

const literal: Text = text.map((given) => ({ said: given, is: given }));
const notEmpty: Text = literal.map(({ said }) => ({ said: `${said}x`, is: nfc(`${said}x`) }));

type Kinds = {
  texts: Said<string>;
  lists: Said<string[]>;
  maps: Said<{ [key: string]: string }>;
  numbers: Said<number>;
};

const { texts, lists, maps, numbers } = fc.letrec<Kinds>((tie) => ({
  texts: fc.oneof({ maxDepth: 4, depthIdentifier: 'expression' },
    literal,
    both(tie('texts'), tie('texts'), (a, b) => `${a}${b}`, (a, b) => nfc(a + b)),
    one(tie('texts'), PackerFn.upper, (a) => a.toUpperCase()).filter(({ is }) => isAscii(is)),
    one(tie('texts'), PackerFn.lower, (a) => a.toLowerCase()).filter(({ is }) => isAscii(is)),
    one(tie('texts'), (a) => PackerFn.base64decode(PackerFn.base64encode(a)), (a) => a),
    one(tie('texts'), (a) => PackerFn.base64encode(a), (a) => Buffer.from(a).toString('base64')),
    one(tie('texts'), (a) => PackerFn.strrev(a), (a) => [...new Intl.Segmenter().segment(a)].map(({ segment }) => segment).reverse().join(''))
      .filter(({ is }) => isAscii(is)),
    both(tie('texts'), tie('texts'), (a, b) => PackerFn.format('%s{{%s${x}', [a, b]), (a, b) => nfc(`${a}{{${b}\${x}`)),
    both(tie('texts'), tie('texts'), (a, b) => PackerFn.coalesce([a, b]), (a, b) => a || b).filter(({ is }) => is !== ''),
    both(tie('texts'), tie('lists'), (a, b) => PackerFn.join(a, b), (a, b) => nfc(b.join(a))),
    both(tie('texts'), tie('texts'), (a, b) => PackerFn.replace(a, 'x', b), (a, b) => nfc(a.split('x').join(b))),
    both(tie('texts'), tie('texts'), (a, b) => PackerFn.trimprefix(`${b}${a}`, b), (a, b) => trimmed(nfc(b + a), b)),
    both(tie('lists'), fc.nat(9).map((is) => ({ said: is, is })),
      (a, b) => PackerFn.element(PackerFn.concat([a, ['{{']]), b), (a, b) => [...a, '{{'][b % (a.length + 1)]),
    both(tie('maps'), tie('texts'), (a, b) => PackerFn.lookup(a, '{{k', b), (a, b) => a['{{k'] ?? b),
    both(tie('maps'), notEmpty, (a, b) => PackerFn.lookup(PackerFn.jsondecode(PackerFn.jsonencode(a)), '${k', b), (a, b) => a['${k'] ?? b),
    one(tie('numbers'), (a) => PackerFn.format('%d', [a]), String),
    one(tie('numbers'), (a) => `n${a}`, (a) => `n${a}`),
  ),
  lists: fc.oneof({ maxDepth: 4, depthIdentifier: 'expression' },
    fc.array(literal, { minLength: 1, maxLength: 3 }).map((items) => ({ said: items.map(({ said }) => said), is: items.map(({ is }) => is) })),
    both(tie('lists'), tie('lists'), (a, b) => PackerFn.concat([a, b]), (a, b) => [...a, ...b]),
    one(tie('lists'), (a) => PackerFn.reverse(a), (a) => [...a].reverse()),
    one(tie('lists'), (a) => PackerFn.sort(a), (a) => [...a].sort(byCodePoint)),
    one(tie('lists'), (a) => PackerFn.distinct(a), (a) => [...new Set(a)]),
    one(tie('lists'), (a) => PackerFn.flatten([a, [a]]), (a) => [...a, ...a]),
    one(tie('lists'), (a) => PackerFn.slice(PackerFn.concat([a, ['b']]), 1, 2), (a) => [...a, 'b'].slice(1, 2)),
    both(tie('lists'), tie('texts'), (a, b) => PackerFn.formatlist('%s$%s', [a, b]), (a, b) => a.map((item) => nfc(`${item}$${b}`))),
    one(tie('texts'), (a) => PackerFn.split('{', `${a}x`), (a) => nfc(`${a}x`).split('{')),
    one(tie('maps'), (a) => PackerFn.keys(a), (a) => Object.keys(a).sort(byCodePoint)),
  ),
  maps: fc.oneof({ maxDepth: 4, depthIdentifier: 'expression' },
    fc.tuple(fc.constantFrom('{{k', '${k', 'k"', '%{k'), tie('texts')).map(([key, { said, is }]) => ({ said: { [key]: said }, is: { [key]: is } })),
    both(tie('maps'), tie('maps'), (a, b) => PackerFn.merge([a, b]), (a, b) => ({ ...a, ...b })),
    one(tie('texts'), (a) => PackerFn.zipmap(['{{k'], [a]), (a) => ({ '{{k': a })),
  ),
  numbers: fc.oneof({ maxDepth: 4, depthIdentifier: 'expression' },
    fc.integer({ min: -1000, max: 1000 }).map((is) => ({ said: is, is })),
    both(tie('numbers'), tie('numbers'), (a, b) => PackerFn.max([a, b]), (a, b) => Math.max(a, b)),
    one(tie('numbers'), (a) => PackerFn.abs(a), Math.abs),
    one(tie('lists'), (a) => PackerFn.length(a), (a) => a.length),
    one(tie('maps'), (a) => PackerFn.length(a), (a) => Object.keys(a).length),
  ),
}));

function trimmed(given: string, prefix: string): string {
  return prefix !== '' && given.startsWith(prefix) ? given.slice(prefix.length) : given;
}

test('what a tree of functions means is what Packer evaluates', () => {
  const any = fc.oneof<fc.Arbitrary<Said<any>>[]>(texts as Text, lists as List, maps, numbers);

  fc.assert(fc.property(fc.array(any, { minLength: 60, maxLength: 60 }), (values) => {
    const results = evaluated(() => Object.fromEntries(values.map(({ said }, index) => [`v${index}`, said])));

    expect(values.map((_, index) => results[`v${index}`])).toEqual(values.map(({ is }) => is));
  }), { numRuns: 4, seed: 11, endOnFailure: true });
});
