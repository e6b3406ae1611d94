import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { CALLS, SERVICE_CALLS } from './function-calls';
import { temporaryFolder } from './support';
import { checkArguments } from '../../src/language/function-arguments';
import { FUNCTIONS } from '../../src/language/functions';
import { ExpressionNode } from '../../src/references/expression-node';
import { PACKER_1_16_0, PACKERS } from '../programs/packers';

/** No service is where the functions look for one. */
const SERVICES = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_MAX_ATTEMPTS: '1',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  VAULT_ADDR: 'http://127.0.0.1:9',
  VAULT_TOKEN: 'x',
  VAULT_MAX_RETRIES: '0',
  CONSUL_HTTP_ADDR: '127.0.0.1:9',
};

/** Whether Packer can evaluate each of the expressions. */
function canEvaluate(expressions: readonly string[], packer = PACKER_1_16_0): boolean[] {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'a.txt'), 'a');
  const content = `\${jsonencode([${expressions.map((expression) => `can(${expression})`).join(', ')}])}`;
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify({
    source: { file: { f: { content, target: 'out' } } }, build: { sources: ['source.file.f'] },
  }));
  packer.success(['build', '.'], { cwd: folder });
  return JSON.parse(fs.readFileSync(path.join(folder, 'out'), 'utf8'));
}

/** What Packer says to an expression. */
function consoleOutput(expression: string, packer = PACKER_1_16_0): string {
  const { stdout, stderr } = spawnSync(packer.path, ['console', '-config-type=hcl2'], {
    input: expression, encoding: 'utf8', env: { ...process.env, ...SERVICES, CHECKPOINT_DISABLE: '1' },
  });
  return stdout + stderr;
}

function isNewerThan(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  return a[0] - b[0] > 0 || (a[0] === b[0] && (a[1] - b[1] > 0 || (a[1] === b[1] && a[2] > b[2])));
}

const NAMES = Object.keys(CALLS);

test('every function is in the table, and called in these tests', () => {
  expect([...NAMES, ...Object.keys(SERVICE_CALLS), 'env'].sort()).toEqual(Object.keys(FUNCTIONS).sort());
  expect(Object.keys(FUNCTIONS)).toHaveLength(104);
});

test.each(PACKERS)('%s knows the functions that are not newer, and no others', (packer) => {
  const called = [...NAMES, ...Object.keys(SERVICE_CALLS)];
  const newer = called.filter((name) => isNewerThan(FUNCTIONS[name].since, packer.version));

  const results = canEvaluate(NAMES.map((name) => `${name}(${CALLS[name].join(', ')})`), packer);
  const services = Object.entries(SERVICE_CALLS).map(([name, args]) => [name, consoleOutput(`${name}(${args.join(', ')})`, packer)]);
  const refused = newer.map((name) => consoleOutput(`${name}()`, packer));

  expect(NAMES.filter((_, index) => !results[index])).toEqual(newer.filter((name) => NAMES.includes(name)));
  for (const [name, said] of services) { expect(said).toContain(newer.includes(name) ? 'There is no function named' : 'failed'); }
  refused.forEach((said, index) => expect(said).toContain(`There is no function named "${newer[index]}"`));
});

test('Packer knows env in defaults of variables only', () => {
  expect(consoleOutput('env("HOME")')).toContain('There is no function named "env"');
});

test.each(Object.entries(SERVICE_CALLS))('Packer refuses %s with the numbers of arguments that are refused here', (name, args) => {
  expect(() => checkArguments(name, args.slice(1).map(code))).toThrow('the number of arguments is');
  expect(() => checkArguments(name, [...args, '"a"'].map(code))).toThrow('the number of arguments is');

  expect(consoleOutput(`${name}(${args.slice(1).join(', ')})`)).toContain(`Function "${name}" expects ${args.length} argument(s)`);
  expect(consoleOutput(`${name}(${[...args, '"a"'].join(', ')})`)).toContain(`Function "${name}" expects only ${args.length} argument(s)`);
});

test('Packer refuses the numbers of arguments that are refused here, and no others', () => {
  const calls = NAMES.flatMap((name) => [0, 1, 2, 3, 4, 5].map((count) => {
    const args = Array.from({ length: count }, (_, index) => CALLS[name][Math.min(index, CALLS[name].length - 1)] ?? '1');
    return { name, args, accepted: accepts(name, args.map(code)), hcl: `${name}(${args.join(', ')})` };
  }));

  const packer = canEvaluate(calls.map(({ hcl }) => hcl));

  const wrong = calls.filter(({ accepted }, index) => accepted !== packer[index]).map(({ hcl }) => hcl);
  // With the right number of arguments, these are refused for what the arguments are.
  expect(wrong).toEqual([
    'format("%s")', 'format("%s", "a", "a")', 'format("%s", "a", "a", "a")', 'format("%s", "a", "a", "a", "a")',
    'formatlist("%s")', 'formatlist("%s", ["a"], ["a"])', 'formatlist("%s", ["a"], ["a"], ["a"])', 'formatlist("%s", ["a"], ["a"], ["a"], ["a"])',
  ]);
});

const SAMPLES: ReadonlyArray<[string, ExpressionNode]> = [
  ['"a"', { kind: 'literal', value: 'a' }],
  ['1', { kind: 'literal', value: 1 }],
  ['1.5', { kind: 'literal', value: 1.5 }],
  ['-1', { kind: 'literal', value: -1 }],
  ['99', { kind: 'literal', value: 99 }],
  ['true', { kind: 'literal', value: true }],
  ['null', { kind: 'literal', value: null }],
  ['["a"]', { kind: 'list', items: [{ kind: 'literal', value: 'a' }] }],
  ['{ a = "b" }', { kind: 'object', entries: [[{ kind: 'literal', value: 'a' }, { kind: 'literal', value: 'b' }]] }],
  ['"10.0.0.0/33"', { kind: 'literal', value: '10.0.0.0/33' }],
  ['"::1/129"', { kind: 'literal', value: '::1/129' }],
  ['upper("a")', { kind: 'call', name: 'upper', arguments: [] }],
  ['max(1)', { kind: 'call', name: 'max', arguments: [] }],
  ['split(",", "a")', { kind: 'call', name: 'split', arguments: [] }],
];

test('Packer refuses all the arguments that are refused here', () => {
  const calls = NAMES.flatMap((name) => CALLS[name].flatMap((_, place) => SAMPLES.map(([hcl, node]) => {
    const replaced = CALLS[name].map((arg, index) => (index === place ? hcl : arg));
    const accepted = accepts(name, CALLS[name].map((arg, index) => (index === place ? node : code(arg))));
    return { hcl: `${name}(${replaced.join(', ')})`, accepted };
  }))).filter(({ hcl, accepted }) => !accepted && !NULL_IN_FORMATS.includes(hcl));

  const packer = canEvaluate(calls.map(({ hcl }) => hcl));

  expect(calls.length).toBeGreaterThan(700);
  expect(calls.filter((_, index) => packer[index])).toEqual([]);
});

const NULL_IN_FORMATS = ['format("%s", null)', 'formatlist("%s", null)'];

test.each(NULL_IN_FORMATS)('Packer does not refuse %s, and writes junk, so it is refused here', (call) => {
  expect(consoleOutput(call)).toBe('<unknown>\n');
  expect(accepts(call.split('(')[0], [code('"%s"'), { kind: 'literal', value: null }])).toBe(false);
});

function accepts(name: string, args: ExpressionNode[]): boolean {
  try {
    checkArguments(name, args);
    return true;
  } catch {
    return false;
  }
}

function code(hcl: string): ExpressionNode {
  return { kind: 'code', code: hcl };
}
