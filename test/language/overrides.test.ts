import * as fc from 'fast-check';
import { problemsOf, smallTemplate } from './support';
import { Asset, Build, Element, Expression, Local, PackerTemplate, Provisioner, ShellLocalProvisioner, Source, Variable } from '../../src';
import { pathSegments, withOverrides } from '../../src/language/override';

function overridden(configuration: { [name: string]: any }, path: string, value: any) {
  const { template } = smallTemplate();
  const source = new Source(template, 'x', { type: 'y', configuration });
  source.addOverride(path, value);
  return template;
}

function withOverride<T extends Element>(element: T, path: string): T {
  element.addOverride(path, 1);
  return element;
}

function result(configuration: { [name: string]: any }, path: string, value: any): any {
  return overridden(configuration, path, value).toJson().source.y.x;
}

test('a path of names joined by dots gives the names back, with dots in them escaped', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('\\'));
  fc.assert(fc.property(fc.array(name, { minLength: 1 }), (names) => {
    expect(pathSegments(names.map((text) => text.replace(/\./g, '\\.')).join('.'))).toEqual(names);
  }));
});

test('a value that was set by a path is found there, and nothing else changes', () => {
  const name = fc.stringMatching(/^[a-z]{1,3}$/);
  const anyOptions = fc.dictionary(name, fc.dictionary(name, fc.integer()), { minKeys: 1 });
  fc.assert(fc.property(anyOptions, fc.nat(), name, (options, choice, last) => {
    const first = Object.keys(options)[choice % Object.keys(options).length];
    const before = JSON.stringify(options);

    const after = withOverrides(options, [{ path: `${first}.${last}`, value: 'new' }]);

    expect(after[first][last]).toBe('new');
    expect(JSON.stringify(options)).toBe(before);
    for (const key of Object.keys(options).filter((other) => other !== first)) { expect(after[key]).toBe(options[key]); }
  }));
});

test('an override sets an option, whatever was given', () => {
  expect(result({ a: 1 }, 'a', 2)).toEqual({ a: 2 });
  expect(result({}, 'a', 2)).toEqual({ a: 2 });
});

test('an override reaches into maps, blocks and lists', () => {
  expect(result({ a: { b: 1, c: 2 } }, 'a.b', 3)).toEqual({ a: { b: 3, c: 2 } });
  expect(result({ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b', 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
});

test('a dot in a name is escaped', () => {
  expect(result({ tags: { 'a.b': 1 } }, 'tags.a\\.b', 2)).toEqual({ tags: { 'a.b': 2 } });
});

test('undefined removes an option, a key or an element', () => {
  expect(result({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  expect(result({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
  expect(result({ a: ['x', 'y'] }, 'a.0', undefined)).toEqual({ a: ['y'] });
});

test.each<[string, (name: string) => Element]>([
  ['of the configuration', (name) => new Source(smallTemplate().template, 'x', { type: 'y', configuration: { [name]: 1 } })],
  ['of an override', (name) => withOverride(smallTemplate().source, name)],
  ['of an override of a block of the language', (name) => withOverride(smallTemplate().build, name)],
  ['of an override for one source', (name) => {
    const { build, source } = smallTemplate();
    const step = new ShellLocalProvisioner(build, 'x', { inline: ['true'] });
    step.overrideFor(source, { [name]: 1 });
    return step;
  }],
])('a reference in the name %s is an error, since it would arrive as a placeholder', (_where, define) => {
  const element = define(`a_${Expression.asString('var.x')}`);

  expect(problemsOf(element.node.scopes.find(PackerTemplate.isPackerTemplate)!)).toEqual([
    `[${element.node.path}] the name of an option: it contains a reference, but Packer evaluates nothing here. Write the text itself.`,
  ]);
});

test('later overrides win, and build on earlier ones', () => {
  const { template, source } = smallTemplate();

  source.addOverride('a', { b: 1 });
  source.addOverride('a.b', 2);
  source.addOverride('a.c', 3);

  expect(template.toJson().source.null.local).toEqual({ communicator: 'none', a: { b: 2, c: 3 } });
});

test('a value given by the program is not changed by an override', () => {
  const shared = { a: { b: 1 } };

  result(shared, 'a.b', 2);

  expect(shared).toEqual({ a: { b: 1 } });
});

test('the values of overrides are escaped, and references work in them', () => {
  const { template, source } = smallTemplate();
  const x = new Variable(template, 'x');

  source.addOverride('a', `\${HOME} ${x.stringValue}`);

  expect(template.toJson().source.null.local.a).toBe('$${HOME} ${var.x}');
});

test.each<[string, any]>([
  ['a.b', { a: 'text' }],
  ['a.b.c', { a: { b: 1 } }],
  ['a.5', { a: ['x'] }],
  ['a.x', { a: ['x'] }],
  ['a.0.b', { a: ['x'] }],
  ['a.b', {}],
  ['a.b.c', { a: { x: 1 } }],
  ['a..b', {}],
  ['', {}],
  ['__proto__.x', {}],
  ['a.b', { a: Asset.of('./site') }],
])('the path %j that leads nowhere is an error with the construct', (path, configuration) => {
  expect(problemsOf(overridden(configuration, path, 1))).toEqual([
    expect.stringMatching(/^\[web\/x\] addOverride\(".*", …\): nothing that could be changed stands at ".*"\. A path names options as in HCL/),
  ]);
});

test('an override wins over meta-arguments and can remove them', () => {
  const { template, build } = smallTemplate();
  const step = new ShellLocalProvisioner(build, 'x', { inline: ['true'], maxRetries: 2, pauseBefore: '1s' });

  step.addOverride('max_retries', 5);
  step.addOverride('pause_before', undefined);

  expect(template.toJson().build[0].provisioner).toEqual([{ 'shell-local': { inline: ['true'], max_retries: 5 } }]);
});

test('overrides change the blocks of the language too', () => {
  const { template, build } = smallTemplate();
  const variable = new Variable(template, 'v', { default: 'a' });
  const local = new Local(template, 'l', { expression: { a: 1 } });

  variable.addOverride('default', 'b');
  variable.addOverride('validation', [{ condition: Expression.asAny('length(var.v) > 3'), error_message: 'Too short.' }]);
  local.addOverride('expression.a', '${2}');
  build.addOverride('hcp_packer_registry', { bucket_name: 'web' });

  const json = template.toJson();
  expect(json.variable.v).toEqual({ type: 'string', default: 'b', validation: [{ condition: '${length(var.v) > 3}', error_message: 'Too short.' }] });
  expect(json.local.l).toEqual({ expression: { a: '$${2}' } });
  expect(json.build[0]).toEqual({ sources: ['source.null.local'], hcp_packer_registry: { bucket_name: 'web' } });
});

test('a bad path in an override of a build is an error with the construct', () => {
  const { template, build } = smallTemplate();

  build.addOverride('sources.7', 'x');

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\] addOverride\("sources\.7", …\)/)]);
});

test('overrideFor changes options for one source, the later call wins for each option', () => {
  const { template, build, source } = smallTemplate();
  const step = new Provisioner(build, 'x', { type: 'shell-local', configuration: { inline: ['a'] } });

  step.overrideFor(source, { inline: ['${b}'], env: { A: '1' } });
  step.overrideFor(source, { inline: ['c'] });

  expect(template.toJson().build[0].provisioner[0]['shell-local'].override).toEqual({ local: { env: { A: '1' }, inline: ['c'] } });
});

test('overrideFor with a source that the build does not have is an error', () => {
  const { template, build, source } = smallTemplate();
  const unused = new Source(template, 'unused', { type: 'null' });
  const other = new Build(template, 'other', { sources: [source] });

  for (const scope of [build, other]) { new Provisioner(scope, 'x', { type: 'shell-local' }).overrideFor(unused, {}); }

  expect(problemsOf(template)).toEqual([
    '[web/other/x] overrideFor: the source \'unused\' is not one of the build\'s, so nothing would be overridden. Give one of its sources.',
  ]);
});
