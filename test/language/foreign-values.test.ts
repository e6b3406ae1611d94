import { FakeToken, FakeValues } from './fake-framework';
import { problemsOf, smallTemplate } from './support';
import { Image, NullSource, PackerApp, PackerFn, PackerTemplate, ShellLocalProvisioner, Source, Variable } from '../../src';
import { renderedTemplate } from '../../src/language/template';
import { attachForeignValues } from '../../src/references/foreign-values';

function withFramework() {
  const parts = smallTemplate();
  attachForeignValues(parts.app, new FakeValues());
  return parts;
}

function lifted(template: PackerTemplate) {
  return renderedTemplate(template).lifted.map(({ name, expression, json, sensitive }) => ({ name, expression, json, sensitive }));
}

/** What `value` is written as in the option `x` of a source. */
function written(value: any): { x: any; lifted: string[] } {
  const { template, source } = withFramework();
  source.addOverride('x', value);
  return { x: template.toJson().source.null.local.x, lifted: lifted(template).map(({ expression }) => expression!) };
}

test('a string of the framework becomes a variable named by its place', () => {
  // GIVEN
  const { template, build } = withFramework();

  // WHEN
  new ShellLocalProvisioner(build, 'Step', { inline: ['true', 'echo @{subnet} ${HOME}'] });

  // THEN
  expect(template.toJson()).toMatchObject({
    variable: { build_step_inline_1: { type: 'string' } },
    build: [{ provisioner: [{ 'shell-local': { inline: ['true', 'echo ${var.build_step_inline_1} $${HOME}'] } }] }],
  });
  expect(lifted(template)).toEqual([{ name: 'build_step_inline_1', expression: 'fake.subnet', json: false, sensitive: false }]);
});

test('where an option is rendered once as a Go template, braces of the value are escaped by Packer', () => {
  expect(written('a @{x}')).toEqual({ x: 'a ${replace(var.local_x, "{", "{{`{`}}")}', lifted: ['fake.x'] });
});

test('where braces could not be escaped, the variable refuses them', () => {
  const { template, build, source } = withFramework();
  new ShellLocalProvisioner(build, 'a', { inline: ['@{x}'] });
  source.addOverride('y', '@{y}');

  expect(renderedTemplate(template).lifted.map(({ uses }) => uses.map(({ option, refusesGoTemplate }) => [option, refusesGoTemplate]))).toEqual([
    [['y', false]], [['inline.0', true]],
  ]);
});

test('numbers and lists are handed over as JSON', () => {
  expect(written(new FakeToken('port', 'number'))).toEqual({ x: '${jsondecode(var.local_x)}', lifted: ['fake.port'] });
  expect(written(['@{list}'])).toEqual({ x: '${jsondecode(var.local_x)}', lifted: ['fake.list'] });
  expect(written({ a: [new FakeToken('ids', 'list')] })).toEqual({ x: { a: ['${jsondecode(var.local_x_a_0)}'] }, lifted: ['fake.ids'] });
});

test('functions take values of the framework', () => {
  expect(written(PackerFn.upper('@{x}')).x).toBe('${replace(upper("${var.local_x}"), "{", "{{`{`}}")}');
  expect(written(PackerFn.base64encode('a@{x}')).x).toBe('${base64encode("a${var.local_x}")}');
  expect(written(PackerFn.join(',', ['@{list}'])).x).toBe('${replace(join(",", jsondecode(var.local_x)), "{", "{{`{`}}")}');
  expect(written(PackerFn.length(new FakeToken('ids', 'list'))).x).toBe('${length(jsondecode(var.local_x))}');
});

test('the same value at two places is one variable, named by the first', () => {
  const { template, source, build } = withFramework();
  source.addOverride('a', '@{x}');
  source.addOverride('b', '@{y}-@{x}');
  new ShellLocalProvisioner(build, 'step', { inline: ['@{x}'] });

  expect(Object.keys(template.toJson().variable)).toEqual(['local_a', 'local_b']);
});

test('two values at one place, and variables of the user, get different names', () => {
  const { template, source } = withFramework();
  new Variable(template, 'local_a', { default: '' });
  source.addOverride('a', '@{x} @{y}');

  expect(Object.keys(template.toJson().variable)).toEqual(['local_a', 'local_a_2', 'local_a_3']);
});

test('a value that the framework knows is a literal', () => {
  expect(written('a @{literal}')).toEqual({ x: 'a $${known} {{`{{`}}', lifted: [] });
  expect(written(new FakeToken('literal', 'string'))).toEqual({ x: '$${known} {{`{{`}}', lifted: [] });
  expect(written(PackerFn.base64encode('@{literal}'))).toEqual({ x: '${base64encode("$${known} {{")}', lifted: [] });
});

test('a sensitive value, and any value in a secret position, makes a sensitive variable', () => {
  const { template, source } = withFramework();
  source.addOverride('x', '@{secret}');
  new NullSource(template, 'remote', { sshHost: '@{host}', sshUsername: 'u', sshPassword: '@{password}' });

  expect(template.toJson().variable).toEqual({
    local_x: { type: 'string', sensitive: true },
    remote_ssh_host: { type: 'string' },
    remote_ssh_password: { type: 'string', sensitive: true },
  });
});

test('keys of maps may be values of the framework', () => {
  expect(written({ '@{key}': 1 }).x).toEqual({ '${replace(var.local_x, "{", "{{`{`}}")}': 1 });
});

test('lines with a literal {{ beside a value of the framework are an error', () => {
  const { template, build } = withFramework();
  new ShellLocalProvisioner(build, 'step', { inline: ['{{.Id}}', '@{x}'] });

  expect(problemsOf(template)[0]).toMatch(/^\[web\/build\/step\] inline: it contains a literal `\{\{` beside references/);
});

test('a default cannot be a value that only the framework knows', () => {
  const { template } = withFramework();
  new Variable(template, 'v', { default: '@{x}' });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/v\] default: it contains a reference/)]);
});

test('the nearest adapter upwards serves', () => {
  const image = new Image(new PackerApp(), 'web');
  attachForeignValues(image, new FakeValues());
  new Source(image, 'local', { type: 'null', configuration: { x: '@{y}' } });

  expect(Object.keys(image.toJson().variable)).toEqual(['local_x', 'work_dir']);
});
