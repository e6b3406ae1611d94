import { digestOf, fingerprintOf, nullSource } from './kit';
import { Image, PostProcessorChain, ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner, Source } from '../../src';

type Steps = (image: Image, sources: { readonly one: Source; readonly two: Source }) => void;

/** The digest of source `one` of an image with two sources. */
function digestOfOne(steps: Steps): string {
  return digestOf((image) => {
    const sources = { one: nullSource(image, 'one'), two: nullSource(image, 'two') };
    steps(image, sources);
    return sources.one;
  });
}

function run(image: Image, id: string, options: ConstructorParameters<typeof ShellLocalProvisioner>[2] = {}): ShellLocalProvisioner {
  return new ShellLocalProvisioner(image, id, { inline: [`echo ${id}`], ...options });
}

test('the order of steps is content', () => {
  // GIVEN
  const ordered = (...lines: string[]) => digestOfOne((image) => {
    lines.forEach((line, index) => run(image, `step-${index}`, { inline: [line] }));
  });

  // THEN
  expect(ordered('echo a', 'echo b')).not.toBe(ordered('echo b', 'echo a'));
});

test('a step for other sources only is not content', () => {
  // GIVEN
  const without = digestOfOne((image) => { run(image, 'a'); });

  // THEN
  expect(digestOfOne((image, { two }) => { run(image, 'first', { only: [two] }); run(image, 'a'); })).toBe(without);
  expect(digestOfOne((image, { one }) => { run(image, 'first', { except: [one] }); run(image, 'a'); })).toBe(without);
});

test('saying that a step is for the source changes nothing', () => {
  expect(digestOfOne((image, { one }) => { run(image, 'a', { only: [one] }); })).toBe(digestOfOne((image) => { run(image, 'a'); }));
});

test('groups change nothing but which sources their steps are for', () => {
  // GIVEN
  const grouped: Steps = (image, { two }) => {
    const group = new ProvisionerGroup(image, 'group', { except: [two] });
    new ShellLocalProvisioner(group, 'a', { inline: ['echo a'] });
  };

  // THEN
  expect(digestOfOne(grouped)).toBe(digestOfOne((image) => { run(image, 'a'); }));
});

test('how the order of steps comes about changes nothing', () => {
  // GIVEN
  const cleanUpLast: Steps = (image) => {
    new ShellLocalProvisioner(new ProvisionerGroup(image, 'clean-up', { last: true }), 'b', { inline: ['echo b'] });
    run(image, 'a');
  };

  // THEN
  expect(digestOfOne(cleanUpLast)).toBe(digestOfOne((image) => { run(image, 'a'); run(image, 'b'); }));
});

test('an override is content of its source only', () => {
  // GIVEN
  const overridden = (whose: 'one' | 'two') => digestOfOne((image, sources) => {
    run(image, 'a').overrideFor(sources[whose], { inline: ['echo b'] });
  });

  // THEN
  expect(overridden('two')).toBe(digestOfOne((image) => { run(image, 'a'); }));
  expect(overridden('one')).toBe(digestOfOne((image) => { run(image, 'a', { inline: ['echo b'] }); }));
});

test('pauses, timeouts and retries are not content', () => {
  expect(digestOfOne((image) => { run(image, 'a', { pauseBefore: '10s', timeout: '5m', maxRetries: 3 }); }))
    .toBe(digestOfOne((image) => { run(image, 'a'); }));
});

test('going on after a failure is content', () => {
  expect(digestOfOne((image) => { run(image, 'a', { continueOnError: true }); }))
    .not.toBe(digestOfOne((image) => { run(image, 'a'); }));
});

test('a post-processor is content, and so is its place in a chain', () => {
  // GIVEN
  const alone = digestOfOne((image) => {
    new ShellLocalPostProcessor(image, 'a', { inline: ['echo'] });
    new ShellLocalPostProcessor(image, 'b', { inline: ['echo'] });
  });
  const chained = digestOfOne((image) => {
    const chain = new PostProcessorChain(image, 'chain');
    new ShellLocalPostProcessor(chain, 'a', { inline: ['echo'] });
    new ShellLocalPostProcessor(chain, 'b', { inline: ['echo'] });
  });

  // THEN
  expect(chained).not.toBe(alone);
  expect(alone).not.toBe(digestOfOne(() => {}));
});

test('a chain for other sources only is not content, even when it comes first', () => {
  // GIVEN
  const publish = (image: Image) => new ShellLocalPostProcessor(image, 'publish', { inline: ['echo'] });
  const after: Steps = (image, { two }) => {
    new ShellLocalPostProcessor(image, 'other', { inline: ['echo other'], only: [two] });
    publish(image);
  };

  // THEN
  expect(digestOfOne(after)).toBe(digestOfOne((image) => { publish(image); }));
});

test('steps are named by position and type', () => {
  // WHEN
  const { tree } = fingerprintOf((image) => {
    run(image, 'a');
    run(image, 'b', { script: undefined, environmentVars: ['A=1'] });
    new ShellLocalPostProcessor(image, 'c', { inline: ['echo'] });
    return nullSource(image, 'local');
  });

  // THEN
  expect(Object.keys(tree.steps)).toEqual(['1 shell-local', '2 shell-local', 'post-processor 1.1 shell-local']);
  expect(Object.keys((tree.steps as any)['2 shell-local'])).toEqual(['environment_vars', 'inline']);
});
