import * as fc from 'fast-check';
import { smallTemplate, written } from './support';
import { Asset, PackerFn, ShellLocalProvisioner, Variable } from '../../src';
import { byCodePoint } from '../../src/references/code-point';

/** Keys without those that JavaScript puts first: whole numbers. */
const key = fc.fullUnicodeString().filter((text) => !/^\d+$|[{\uFDD0-\uFDEF\uFEFF\r]/.test(text));

test('keys of maps stand in the order of code points, whatever the order they were given in', () => {
  fc.assert(fc.property(fc.uniqueArray(key), (keys) => {
    const map = Object.fromEntries(keys.map((name) => [name, 1]));

    expect(Object.keys(written(() => ({ map })).map)).toEqual([...keys].sort(byCodePoint));
  }));
});

test('whole numbers as keys come first, in their order', () => {
  expect(JSON.stringify(written(() => ({ b: 1, 10: 1, 9: 1, a: 1 })))).toBe('{"9":1,"10":1,"a":1,"b":1}');
});

test('keys are ordered by what is written', () => {
  const { template, source } = smallTemplate();
  const [z, a] = ['z', 'a'].map((id) => new Variable(template, id));

  source.addOverride('x', { [z.stringValue]: 1, [a.stringValue]: 2, '!': 3 });

  expect(JSON.stringify(template.toJson().source.null.local.x)).toBe('{"!":3,"${var.a}":2,"${var.z}":1}');
});

test('a key with the name of a property of all objects is a key', () => {
  const map = JSON.parse('{"__proto__": 1, "constructor": 2}');

  expect(JSON.stringify(written(() => map))).toBe('{"__proto__":1,"constructor":2}');
});

test('maps in functions have the same order, and leave out what is not there', () => {
  expect(written(() => PackerFn.jsonencode({ b: 1, a: [undefined, null], c: undefined }))).toBe('${jsonencode({ "a" = [null, null], "b" = 1 })}');
});

test('references can be keys of maps in functions', () => {
  expect(written((_, x) => PackerFn.jsonencode({ [x.stringValue]: x.numberValue, '${a}': true })))
    .toBe('${replace(jsonencode({ "$${a}" = true, (var.x) = var.x }), "{", "{{`{`}}")}');
});

test('empty maps and lists that were given stay', () => {
  expect(written(() => ({ a: {}, b: [], c: '', d: 0, e: false }))).toEqual({ a: {}, b: [], c: '', d: 0, e: false });
});

test('options of typed classes stand in the order of the table, options that no table knows after them', () => {
  const { template, build } = smallTemplate();
  const step = new ShellLocalProvisioner(build, 'x', { validExitCodes: [1], script: './x.sh', env: { b: '1', a: '2' } });

  step.addOverride('zeta', 1);
  step.addOverride('alpha', 1);

  expect(JSON.stringify(template.toJson().build[0].provisioner[0]['shell-local'])).toBe(
    '{"env":{"a":"2","b":"1"},"script":"${path.root}/assets/build-x/script/x.sh","valid_exit_codes":[1],"alpha":1,"zeta":1}',
  );
});

test('required plugins stand in the order of the code points of their names, whatever the order they were required in', () => {
  // GIVEN
  const { template } = smallTemplate();

  // WHEN
  for (const name of ['docker', 'a_b', '\u{1F600}', '\uFF5E', 'amazon', 'Z']) {
    template.requirePlugin(name, { source: `github.com/hashicorp/${name}`, version: '>= 1.0.0' });
  }

  // THEN
  expect(Object.keys(template.toJson().packer.required_plugins)).toEqual(['Z', 'a_b', 'amazon', 'docker', '\uFF5E', '\u{1F600}']);
});

test('rendering reads and writes no file', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  new ShellLocalProvisioner(build, 'x', { script: './does-not-exist.sh' });
  new ShellLocalProvisioner(build, 'y', { inline: [`cat ${Asset.of('/does/not/exist').file('a')}`] });
  const fs = jest.requireActual('fs');
  const calls = Object.keys(fs).filter((name) => typeof fs[name] === 'function' && name.endsWith('Sync')).map((name) => jest.spyOn(fs, name as never));

  // WHEN
  const json = template.toJson();
  const used = calls.filter((call) => call.mock.calls.length > 0).length;
  fs.existsSync('/');
  const usedByTheTest = calls.filter((call) => call.mock.calls.length > 0).length;
  jest.restoreAllMocks();

  // THEN
  expect([used, usedByTheTest]).toEqual([0, 1]);
  expect(json.build[0].provisioner).toEqual([
    { 'shell-local': { script: '${path.root}/assets/build-x/script/does-not-exist.sh' } },
    { 'shell-local': { inline: ['cat ${path.root}/assets/build-y/inline.0/exist/a'] } },
  ]);
});

test('rendering does not change the tree: it can be done again, and after a change', () => {
  const { template, source } = smallTemplate();
  const first = JSON.stringify(template.toJson());

  expect(JSON.stringify(template.toJson())).toBe(first);
  source.addOverride('x', 1);
  expect(template.toJson().source.null.local).toEqual({ communicator: 'none', x: 1 });
});
