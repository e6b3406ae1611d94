import { smallTemplate, written } from './support';
import {
  Build, BuildContext, DataSource, Expression, Local, NullSource, PackerApp, PackerContext, PackerFn, PackerTemplate, PathContext,
  ShellLocalProvisioner, SourceContext, Variable,
} from '../../src';

const { template } = smallTemplate();
const variable = new Variable(template, 'v');
const local = new Local(template, 'l', { expression: 1 });
const data = new DataSource(template, 'd', { type: 'amazon-ami' });

/** Renders in the template of the elements above. */
function render(value: any): any {
  const target = new Local(template, `target${template.node.children.length}`, { expression: value });
  return template.toJson().local[target.name].expression;
}

test.each<[string, any, string]>([
  ['variable as a string', variable.stringValue, 'var.v'],
  ['variable as a number', variable.numberValue, 'var.v'],
  ['variable as a list', variable.listValue, 'var.v'],
  ['variable of any type', variable.value, 'var.v'],
  ['local value as a string', local.stringValue, 'local.l'],
  ['local value as a number', local.numberValue, 'local.l'],
  ['local value as a list', local.listValue, 'local.l'],
  ['local value of any type', local.value, 'local.l'],
  ['output of a data source as a string', data.stringAttribute('id'), 'data.amazon-ami.d.id'],
  ['output of a data source as a number', data.numberAttribute('count'), 'data.amazon-ami.d.count'],
  ['output of a data source as a list', data.listAttribute('ids'), 'data.amazon-ami.d.ids'],
  ['output of a data source of any type', data.attribute('tags'), 'data.amazon-ami.d.tags'],
])('a %s', (_, value, code) => {
  expect(render(value)).toBe(`\${${code}}`);
  expect(render({ a: [value, { b: value }] })).toEqual({ a: [`\${${code}}`, { b: `\${${code}}` }] });
  expect(render(PackerFn.jsonencode([value, 1]))).toBe(`\${jsonencode([${code}, 1])}`);
});

test.each<[string, string]>([
  [SourceContext.NAME, 'source.name'], [SourceContext.TYPE, 'source.type'],
  [BuildContext.NAME, 'build.name'], [BuildContext.ID, 'build.ID'], [BuildContext.HOST, 'build.Host'], [BuildContext.PORT, 'build.Port'],
  [BuildContext.USER, 'build.User'], [BuildContext.PASSWORD, 'build.Password'], [BuildContext.CONNECTION_TYPE, 'build.ConnType'],
  [BuildContext.PACKER_RUN_UUID, 'build.PackerRunUUID'], [BuildContext.PACKER_HTTP_IP, 'build.PackerHTTPIP'],
  [BuildContext.PACKER_HTTP_PORT, 'build.PackerHTTPPort'], [BuildContext.PACKER_HTTP_ADDRESS, 'build.PackerHTTPAddr'],
  [BuildContext.SSH_PUBLIC_KEY, 'build.SSHPublicKey'], [BuildContext.SSH_PRIVATE_KEY, 'build.SSHPrivateKey'],
  [BuildContext.WINRM_PASSWORD, 'build.WinRMPassword'], [BuildContext.generated('SourceAMI'), 'build.SourceAMI'],
  [PathContext.ROOT, 'path.root'], [PathContext.CWD, 'path.cwd'], [PackerContext.VERSION, 'packer.version'],
  [PackerContext.ITERATION_ID, 'packer.iterationID'], [PackerContext.VERSION_FINGERPRINT, 'packer.versionFingerprint'],
])('a contextual reference %#', (value, code) => {
  const other = new PackerTemplate(new PackerApp(), 'other', { packerVersion: '>= 1.10.1' });
  new NullSource(other, 'local', { communicator: 'none' });

  new ShellLocalProvisioner(new Build(other, 'build'), 'step', { inline: [`<${value}>`] });

  expect(other.toJson().build[0].provisioner[0]['shell-local'].inline).toEqual([`<\${${code}}>`]);
});

test.each(['', 'a.b', '1a', 'a}', '${a}'])('%s cannot be a value that a builder adds', (name) => {
  expect(() => BuildContext.generated(name)).toThrow(`BuildContext.generated(${JSON.stringify(name)}): a builder's value has a name of letters`);
});

test('an expression of each type', () => {
  expect(written(() => Expression.asString('upper("a")'))).toBe('${upper("a")}');
  expect(written(() => Expression.asNumber('1 + 1'))).toBe('${1 + 1}');
  expect(written(() => Expression.asList('["a"]'))).toBe('${["a"]}');
  expect(written(() => Expression.asAny('{ a = 1 }'))).toBe('${{ a = 1 }}');
});

test('a value of any type prints as a reference', () => {
  expect(render(`a ${variable.value} b`)).toBe('a ${var.v} b');
});

test.each<[string, any, string]>([
  ['base64encode', PackerFn.base64encode('a'), 'base64encode("a")'],
  ['basename', PackerFn.basename('a/b'), 'basename("a/b")'],
  ['coalesce', PackerFn.coalesce(['', 'a']), 'coalesce("", "a")'],
  ['concat', PackerFn.concat([['a'], ['b']]), 'concat(["a"], ["b"])'],
  ['dirname', PackerFn.dirname('a/b'), 'dirname("a/b")'],
  ['element', PackerFn.element(['a'], 1), 'element(["a"], 1)'],
  ['format', PackerFn.format('%s-%d', ['a', 1]), 'format("%s-%d", "a", 1)'],
  ['formatdate', PackerFn.formatdate('YYYY', PackerFn.timestamp()), 'formatdate("YYYY", timestamp())'],
  ['join', PackerFn.join(',', ['a']), 'join(",", ["a"])'],
  ['jsondecode', PackerFn.jsondecode('[1]'), 'jsondecode("[1]")'],
  ['jsonencode', PackerFn.jsonencode({ a: true }), 'jsonencode({ "a" = true })'],
  ['length', PackerFn.length(['a']), 'length(["a"])'],
  ['lookup', PackerFn.lookup({ a: 1 }, 'a', 2), 'lookup({ "a" = 1 }, "a", 2)'],
  ['lower', PackerFn.lower('A'), 'lower("A")'],
  ['merge', PackerFn.merge([{ a: 1 }, { b: 2 }]), 'merge({ "a" = 1 }, { "b" = 2 })'],
  ['replace', PackerFn.replace('a', 'b', 'c'), 'replace("a", "b", "c")'],
  ['sha256', PackerFn.sha256('a'), 'sha256("a")'],
  ['split', PackerFn.split(',', 'a,b'), 'split(",", "a,b")'],
  ['timestamp', PackerFn.timestamp(), 'timestamp()'],
  ['trim', PackerFn.trim('a', 'b'), 'trim("a", "b")'],
  ['upper', PackerFn.upper('a'), 'upper("a")'],
  ['uuidv4', PackerFn.uuidv4(), 'uuidv4()'],
])('the function %s', (_, value, code) => {
  expect(written(() => value)).toBe(`\${${code}}`);
});

test('base64decode gives a text that may contain anything, so it is escaped for Go templates', () => {
  expect(written(() => PackerFn.base64decode('e3s='))).toBe('${replace(base64decode("e3s="), "{", "{{`{`}}")}');
});

test('a reference in the text of an expression is an error', () => {
  expect(() => Expression.asString(`upper(${variable.stringValue})`)).toThrow('or use PackerFn, which takes references');
});
