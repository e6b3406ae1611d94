import { problemsOf, problemsWith, smallTemplate } from './support';
import {
  ChecksumPostProcessor, Expression, FileProvisioner, Image, NullSource, PackerApp, PackerFn, PackerTemplate, ShellLocalProvisioner, Source, Variable,
} from '../../src';
import { block, blocks, ComponentSchema, option, typed } from '../../src/language/component-schema';

/** A reference that a program has cut. */
const DAMAGED = Expression.asString('var.x').slice(0, -1);
const DAMAGE = expect.stringMatching(/: a reference was damaged in "a?…"/);
const ITSELF = 'a value contains itself, so what is written would have no end. Pass a list or map that does not lead back to itself.';

test('a list or map that contains itself is one short problem', () => {
  const list: any[] = [];
  list.push('a', { list });

  expect(problemsWith(() => list)).toEqual([`[web/f] content.1.list: ${ITSELF}`]);
  expect(() => PackerFn.jsonencode(list)).toThrow(ITSELF);
});

test('a value may stand at several places', () => {
  const shared = { a: ['b'] };

  expect(problemsWith(() => ({ one: shared, two: [shared, shared], three: PackerFn.jsonencode([shared, shared]) }))).toEqual([]);
});

test('a list of blocks that contains itself is one short problem', () => {
  const list: any[] = [];
  list.push(list);
  const schema: ComponentSchema = { kind: 'source', type: 'acme', options: [blocks('disk', { options: [option('size')] })] };
  const { template } = smallTemplate();

  new Source(template, 'x', typed(schema, { disk: list }));

  expect(problemsOf(template)).toEqual([`[web/x] disk.0.0: ${ITSELF}`]);
});

test('nothing is said of a damaged value but that it is damaged', () => {
  // GIVEN
  const schema: ComponentSchema = {
    kind: 'source',
    type: 'acme',
    options: [
      option('kind', { values: ['a', 'b'] }), option('label', { length: [3, 5] }), option('list', { type: 'list(string)' }), option('other'),
      block('part', { options: [option('key'), option('file')], requirements: [{ kind: 'exactly one of', options: ['key', 'file'] }] }),
    ],
    requirements: [{ kind: 'exactly one of', options: ['list', 'other'] }],
  };
  const { template } = smallTemplate();

  // WHEN
  new Source(template, 'x', typed(schema, { kind: DAMAGED, label: `a${DAMAGED}`, list: [DAMAGED], part: { key: DAMAGED } }));

  // THEN
  expect(problemsOf(template)).toEqual(Array(4).fill(DAMAGE));
});

test('what cannot be written counts as given', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: (() => 1) as any });

  expect(problemsOf(template)).toEqual([
    '[web/build/step] inline: a function cannot be written into a template. Pass a string, number, boolean, list, map or a reference.',
  ]);
});

test('a damaged condition, message, type or version is one problem each', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion: DAMAGED });
  const condition = Expression.asAny('var.y == 1');

  // WHEN
  new Variable(template, 'x', { validation: [{ condition: DAMAGED, errorMessage: 'No.' }], default: DAMAGED });
  new Variable(template, 'y', { type: DAMAGED, validation: [{ condition, errorMessage: DAMAGED }] });

  // THEN
  const literal = (where: string, what: string) => `[${where}] ${what}: it contains a reference, but Packer evaluates nothing here. Write the text itself.`;
  expect(problemsOf(template)).toEqual([
    literal('web', 'packerVersion'), DAMAGE, DAMAGE, literal('web/y', 'type'), literal('web/y', 'validation.0.error_message'),
  ]);
});

test('a damaged reference in lines that would become a file is the only problem of the lines', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['echo {{.Id}}', `echo ${DAMAGED}`] });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/step\] inline\.1: a reference was damaged/)]);
});

test('a reference beside a literal {{ is the only problem of the lines', () => {
  const { template, build } = smallTemplate();
  const x = new Variable(template, 'x', { default: '' });

  new ShellLocalProvisioner(build, 'step', { inline: ['echo {{.Id}}', `echo ${x.stringValue}`] });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/step\] inline: it contains a literal `\{\{` beside references/)]);
});

test('lines that become a file are warned of what looks like a reference', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['echo {{.Id}}', 'echo ${var.list[0]} ${HOME}'] });

  expect(template.warnings()).toEqual([{
    path: 'web/build/step',
    message: 'inline.1: the text contains \'${var.list[0]}\', which arrives literally, since strings are literals here. '
      + 'If Packer shall evaluate it, use Expression.asString(…) or the reference of the element.',
  }]);
});

test('other values of a damaged step are still judged', () => {
  const image = new Image(new PackerApp(), 'web');
  new NullSource(image, 'local', { communicator: 'none' });

  new ChecksumPostProcessor(image, 'sums', { output: DAMAGED, checksumTypes: ['md6'] });
  new FileProvisioner(image, 'copy', { source: DAMAGED });

  expect(problemsOf(image)).toEqual([
    expect.stringMatching(/^\[web\/copy\] a file step runs on the machine/),
    expect.stringMatching(/^\[web\/copy\] source: a reference was damaged/),
    expect.stringMatching(/^\[web\/copy\] `destination` must be given/),
    expect.stringMatching(/^\[web\/sums\] checksum_types: "md6" is none of the values/),
    expect.stringMatching(/^\[web\/sums\] output: a reference was damaged/),
  ]);
});
