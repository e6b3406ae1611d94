import * as fc from 'fast-check';
import { digestOf } from './kit';
import { Image, Local, NullSource, PackerFn, ShellLocalProvisioner, Source, Variable } from '../../src';

interface Names {
  readonly image: string;
  readonly source: string;
  readonly variable: string;
  readonly local: string;
  readonly step: string;
}

const NAME = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((name) => name !== 'work_dir');
const NAMES: fc.Arbitrary<Names> = fc.uniqueArray(NAME, { minLength: 5, maxLength: 5 })
  .map(([image, source, variable, local, step]) => ({ image, source, variable, local, step }));

function define(names: Names): (image: Image) => Source {
  return (image) => {
    const release = new Variable(image, names.variable, { default: 'stable' });
    const file = new Local(image, names.local, { expression: `/srv/${release.stringValue}.tar` });
    new ShellLocalProvisioner(image, names.step, {
      inline: [`tar -xf ${file.stringValue}`, `echo ${PackerFn.upper(release.stringValue)}`],
      environmentVars: ['COLOR=red'],
    });
    return new NullSource(image, names.source, { communicator: 'none' });
  };
}

test('names of images, sources, variables, local values and steps are in no fingerprint', () => {
  const expected = digestOf(define({ image: 'web', source: 'local', variable: 'release', local: 'file', step: 'unpack' }));
  fc.assert(fc.property(NAMES, (names) => {
    expect(digestOf(define(names), names.image)).toBe(expected);
  }));
});

test('a description is in no fingerprint', () => {
  // GIVEN
  const described = (description?: string) => digestOf((image) => {
    const variable = new Variable(image, 'release', { default: '1', description });
    new ShellLocalProvisioner(image, 'step', { inline: [`echo ${variable.stringValue}`] });
    return new NullSource(image, 'local', { communicator: 'none' });
  });

  // THEN
  expect(described('what to install')).toBe(described());
});

test('the place of a step below plain constructs is in no fingerprint', () => {
  // GIVEN
  const direct = digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { inline: ['echo'] });
    return new NullSource(image, 'local', { communicator: 'none' });
  });

  // WHEN
  const below = digestOf((image) => {
    class Recipe extends Local {}
    const recipe = new Recipe(image, 'recipe', { expression: 1 });
    new ShellLocalProvisioner(recipe, 'step', { inline: ['echo'] });
    return new NullSource(recipe, 'local', { communicator: 'none' });
  });

  // THEN
  expect(below).toBe(direct);
});

test('texts that differ have digests that differ', () => {
  const run = (line: string) => digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { environmentVars: [line], inline: ['echo'] });
    return new NullSource(image, 'local', { communicator: 'none' });
  });
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    expect(run(a) === run(b)).toBe(a === b);
  }), { numRuns: 50 });
});
