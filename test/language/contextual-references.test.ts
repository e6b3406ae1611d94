import { problemsOf, smallTemplate } from './support';
import {
  BuildContext, DataSource, Dynamic, DynamicIterator, Expression, Image, Local, PackerApp, PackerContext, PackerFn, PackerTemplate, PathContext,
  PostProcessor, Provisioner, ShellLocalProvisioner, Source, SourceContext, Variable,
} from '../../src';

type Small = ReturnType<typeof smallTemplate>;

const STEPS = 'options of provisioners and post-processors';
const PLACES: ReadonlyArray<[string, string, string, (small: Small, value: string) => unknown]> = [
  ['a local value', 'v', 'expression.0', ({ template }, value) => new Local(template, 'v', { expression: [value] })],
  ['a data source', 'v', 'input', ({ template }, value) => new DataSource(template, 'v', { type: 'null', configuration: { input: value } })],
  ['a meta-argument', 'build/v', 'timeout', ({ build }, value) => new ShellLocalProvisioner(build, 'v', { inline: ['true'], timeout: value })],
  ['an override', 'build/v', 'inline.0', ({ build, source }, value) =>
    new ShellLocalProvisioner(build, 'v', { inline: ['true'] }).overrideFor(source, { inline: [value] })],
];

test.each(PLACES)('the name of the source in %s is a problem', (_, path, option, use) => {
  const small = smallTemplate();

  use(small, `a ${SourceContext.NAME}`);

  expect(problemsOf(small.template)).toEqual([
    `[web/${path}] ${option}: 'source.name' is not known to Packer here. It may stand in options of sources, ${STEPS}.`,
  ]);
});

test.each(PLACES)('the id of the machine in %s is a problem', (_, path, option, use) => {
  const small = smallTemplate();

  use(small, PackerFn.upper(BuildContext.ID));

  expect(problemsOf(small.template)).toEqual([`[web/${path}] ${option}: 'build.ID' is not known to Packer here. It may stand in ${STEPS}.`]);
});

test('the running build is not known in sources, the name of the source is', () => {
  const { template } = smallTemplate();

  new Source(template, 'f', { type: 'file', configuration: { content: BuildContext.generated('SourceAMI'), target: SourceContext.NAME } });

  expect(problemsOf(template)).toEqual([`[web/f] content: 'build.SourceAMI' is not known to Packer here. It may stand in ${STEPS}.`]);
});

test('steps know everything, and their meta-arguments the name of the build', () => {
  const { template, build } = smallTemplate();
  const all = `${SourceContext.NAME} ${BuildContext.NAME} ${BuildContext.ID} ${PathContext.ROOT} ${PackerContext.VERSION} ${PackerContext.ITERATION_ID}`;

  new Provisioner(build, 'provisioner', { type: 'shell-local', configuration: { inline: [all], name: BuildContext.NAME } });
  new PostProcessor(build, 'post-processor', { type: 'shell-local', configuration: { inline: [all] } });

  expect(problemsOf(template)).toEqual([]);
});

test('paths and the version of Packer are known everywhere but in defaults of variables', () => {
  const { template } = smallTemplate();

  new Local(template, 'l', { expression: `${PathContext.CWD} ${PackerContext.VERSION}` });
  new Variable(template, 'v', { default: PackerContext.VERSION });

  expect(problemsOf(template)).toEqual([
    '[web/v] default: it contains a reference, and Packer takes only literals and `PackerFn.env` as defaults. Use a Local for a value made of others.',
  ]);
});

test.each(['source.name', '"a ${upper("${source.name}")}"', '[for x in ["a"] : "${x} ${source.name}"]', '{ source.name = 1 }'])(
  'references are found in expressions: %s', (code) => {
    const { template } = smallTemplate();

    new Local(template, 'l', { expression: Expression.asAny(code) });

    expect(problemsOf(template)).toHaveLength(1);
  });

test.each([
  '"source.name"', '"a $${source.name}"', 'local.source.name', 'var.build.ID', '[for source in [{ name = 1 }] : source.name]', '"\\"" == "source.name"',
  '<<EOF\n${source.name}\nEOF\n', 'upper("env(x)")', '1 # source.name', '"${"}"} source.name"',
])('what only looks like a reference is none: %s', (code) => {
  const { template } = smallTemplate();

  new Local(template, 'l', { expression: Expression.asAny(code) });

  expect(problemsOf(template)).toEqual([]);
});

test('the environment is known in defaults of variables only', () => {
  const { template, build } = smallTemplate();
  new Variable(template, 'v', { default: `${PackerFn.env('HOME')}/x` });
  new Variable(template, 'raw', { type: 'object({ a = string })', default: Expression.asAny('{ a = env("HOME") }') });
  new ShellLocalProvisioner(build, 's', { inline: ['true', PackerFn.upper(PackerFn.env('HOME')), Expression.asString('env("HOME")')] });

  const message = 'PackerFn.env stands here, and Packer knows it only in the default of a variable. '
    + 'Create a Variable with it as `default`, and use the variable here.';
  expect(problemsOf(template)).toEqual([`[web/build/s] inline.1: ${message}`, `[web/build/s] inline.2: ${message}`]);
});

test('defaults of variables know no other function', () => {
  const image = new Image(new PackerApp(), 'web');
  new Source(image, 's', { type: 'null' });
  new Variable(image, 'a', { type: 'map(string)', default: { x: PackerFn.upper('x') } });
  new Variable(image, 'b', { default: Expression.asString('lower(env("HOME"))') });

  const message = (name: string) => `it calls the function '${name}', and in defaults Packer knows only \`env\`. Use a Local for a value that is computed.`;
  expect(() => image.toJson()).toThrow(`[web/a] default.x: ${message('upper')}\n[web/b] default: ${message('lower')}`);
});

test.each<[string, any, string]>([
  ['a function', PackerFn.strcontains('a', 'b'), 'the function `strcontains` needs Packer 1.12.0'],
  ['a function in an expression', Expression.asString('"${strcontains("a", "b")}"'), 'the function `strcontains` needs Packer 1.12.0'],
  ['a reference', PackerContext.VERSION_FINGERPRINT, '`packer.versionFingerprint` needs Packer 1.10.1'],
])('%s that older versions do not know is a problem unless they are excluded', (_, value, message) => {
  const problems = (packerVersion: string) => {
    const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
    new Source(template, 'f', { type: 'file', configuration: { content: value } });
    return problemsOf(template);
  };

  expect(problems('>= 1.9.4')).toEqual([expect.stringContaining(`[web/f] content: ${message}, and the template may be built with older versions`)]);
  expect(problems('>= 1.12')).toEqual([]);
});

test('what blocks are repeated over does not know the source, their content does', () => {
  const { template, build } = smallTemplate();
  const each = DynamicIterator.over([SourceContext.NAME]);
  const blocks = Dynamic.of({ forEach: each, content: { device_name: SourceContext.NAME } });

  new ShellLocalProvisioner(build, 's', { inline: [`${SourceContext.NAME} ${each.stringValue}`], forEach: each });
  new Source(template, 'aws', { type: 'amazon-ebs', configuration: { launch_block_device_mappings: blocks } });

  const message = `'source.name' is not known to Packer here. It may stand in options of sources, ${STEPS}.`;
  expect(problemsOf(template)).toEqual([
    `[web/aws] launch_block_device_mappings.for_each.0: ${message}`, `[web/build/s] forEach.0: ${message}`,
  ]);
});
