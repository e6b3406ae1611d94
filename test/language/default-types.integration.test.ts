import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { anyType } from './arbitraries';
import { problemsOf, smallTemplate, temporaryFolder } from './support';
import { Expression, PackerFn, Variable } from '../../src';
import { renderedTemplate } from '../../src/language/template';
import { Packer, PACKERS } from '../programs/packers';

type Default = readonly [type: string, value: unknown];

const SOME: readonly Default[] = [
  ['object({ a = string })', { a: 'x' }], ['object({ a = string })', {}], ['object({ a = string })', { a: 'x', b: 1 }],
  ['object({ a = number })', { a: 'x' }], ['object({ a = string })', { a: null }], ['object({ a = string })', ['x']], ['object({ a = string })', 'x'],
  ['list(object({ a = string }))', [{ a: 1 }, {}]], ['map(object({ a = bool }))', { k: { a: 'true' } }], ['map(object({ a = bool }))', { k: { a: 'True' } }],
  ['object({})', { z: 1 }], ['object({})', []], ['object({ a = list(string) })', { a: null }], ['object({ a = object({ b = bool }) })', { a: { b: [] } }],
  ['bool', '1'], ['bool', 1], ['bool', 'yes'], ['bool', ''], ['bool', true], ['number', true], ['number', 1.5], ['number', ''],
  ...['abc', '1_0', ' 1', '1p3', '1e5', '+1', '1.', '.5', '.', 'Inf', '-inf', 'Infinity', 'NaN', '0x1', '1e', '--1', '١'].map((text): Default => ['number', text]),
  ['string', []], ['string', {}], ['string', 1], ['string', null], ['string', '${x}'], ['number', '${x}'],
  ['list(string)', 'x'], ['list(string)', {}], ['list(string)', ['a', ['b']]], ['list(string)', ['a', null]], ['list(number)', ['1', 'x']],
  ['set(string)', [1, true]], ['set(string)', {}], ['map(string)', []], ['map(string)', { a: [] }], ['map(string)', { '${x}': 1 }],
  ['tuple([string])', ['a', 'b']], ['tuple([string])', []], ['tuple([string, number])', ['a', '1']], ['tuple([string, number])', ['a', 'b']], ['tuple([])', {}],
];

/** Whether Packer takes each of many defaults. */
function accepts(packer: Packer, all: readonly Default[]): boolean[] {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'local.pkr.json'), JSON.stringify({ source: { null: { a: { communicator: 'none' } } }, build: { sources: ['null.a'] } }));
  all.forEach(([type, value], index) => {
    const { template } = smallTemplate();
    new Variable(template, `v${index}`, { type, default: value });
    fs.writeFileSync(path.join(folder, `v${index}.pkr.json`), JSON.stringify({ variable: renderedTemplate(template).json.variable }));
  });
  const reports = packer.run(['validate', '.'], { cwd: folder }).output.split(/^(?=Error: )/m);
  return all.map((_, index) => !reports.some((report) => report.includes(`on v${index}.pkr.json line `)));
}

function problemsWith([type, value]: Default): string[] {
  const { template } = smallTemplate();
  new Variable(template, 'x', { type, default: value });
  return problemsOf(template);
}

test.each(PACKERS)('%s takes the defaults that synthesis takes', (packer) => {
  const taken = accepts(packer, SOME);

  expect(SOME.map((one, index) => [...one, taken[index]])).toEqual(SOME.map((one) => [...one, problemsWith(one).length === 0]));
});

test('so it is with any default of any type', () => {
  const values = fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, true, 'true', '1', 'x', 7), fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, false, 'x', '2', 3), fc.array(tie('any'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a0', 'a1', 'a2'), tie('any'))),
  })).any);
  const types = anyType.filter((type) => !/any|optional/.test(type));
  fc.assert(fc.property(fc.array(fc.tuple(types, values), { minLength: 150, maxLength: 150 }), (all) => {
    const taken = accepts(PACKERS[0], all);
    expect(all.map((one) => [...one, problemsWith(one).length === 0])).toEqual(all.map((one, index) => [...one, taken[index]]));
  }), { numRuns: 2, seed: 20260808, endOnFailure: true });
});

test('a problem names the place, what stands there and the type, and never the value', () => {
  const says = (where: string, found: string, type: string) => [
    `[web/x] ${where}: it is ${found}, of which Packer makes no \`${type}\`, as the type of the variable says. Change the default or the \`type\`.`,
  ];

  expect(problemsWith(['object({a=object({ b = list(number) })})', { a: { b: [1, 'secret'] } }])).toEqual(says('default.a.b.1', 'a text', 'number'));
  expect(problemsWith(['map(object({ a = string }))', { k: {} }])).toEqual(says('default.k', "a map without 'a'", 'object({ a = string })'));
  expect(problemsWith(['tuple([string])', []])).toEqual(says('default', 'a list of 0', 'tuple([string])'));
  expect(problemsWith(['string', ['x']])).toEqual(says('default', 'a list', 'string'));
});

test('what only Packer knows is not judged', () => {
  const key = Expression.asString('env("X")');

  expect(problemsWith(['number', PackerFn.env('X')])).toEqual([]);
  expect(problemsWith(['object({ a = string })', { [key]: 'x' }])).toEqual([]);
  expect(problemsWith(['object({ a = optional(string), b = any })', { b: [1, {}] }]).filter((problem) => problem.includes('it is'))).toEqual([]);
});
