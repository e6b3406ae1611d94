import { problemsOf, smallTemplate } from './support';
import { Provisioner } from '../../src';
import { ComponentSchema, option } from '../../src/language/component-schema';

const SCHEMA: ComponentSchema = {
  kind: 'provisioner',
  type: 'copy',
  options: [
    option('archive', { type: 'block', block: { options: [option('path'), option('level', { type: 'number' })], requirements: [{ kind: 'at least one of', options: ['path'] }] } }),
    option('file'),
    option('files', { type: 'list(string)' }),
    option('names', { type: 'map(string)' }),
  ],
  requirements: [{ kind: 'exactly one of', options: ['archive', 'file', 'files', 'names'] }],
};

function problemsWith(configuration: { [name: string]: any }): string[] {
  const { template, build } = smallTemplate();
  new Provisioner(build, 'copy', { type: 'copy', configuration, _schema: SCHEMA } as any);
  return problemsOf(template);
}

test.each<[string, { [name: string]: any }]>([
  ['a list', { files: ['a'] }],
  ['a map', { names: { a: 'b' } }],
  ['a block', { archive: { path: 'a' } }],
])('%s beside a text is one option too many', (_what, given) => {
  expect(problemsWith({ file: 'a', ...given })).toEqual([expect.stringContaining('exactly one of')]);
});

test.each<[string, { [name: string]: any }]>([
  ['an empty list', { files: [] }],
  ['an empty map', { names: {} }],
  ['a block with nothing in it', { archive: {} }],
])('%s is not given', (_what, given) => {
  expect(problemsWith({ file: 'a', ...given })).toEqual([]);
  expect(problemsWith(given)).toEqual([expect.stringContaining('exactly one of')]);
});

test('the requirements of a block hold where something is in it', () => {
  expect(problemsWith({ archive: { level: 9 } })).toEqual([expect.stringContaining('`archive.path` must be given')]);
});
