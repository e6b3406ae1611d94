import { problemsOf, smallTemplate } from './support';
import { Build, NullSource, ShellLocalProvisioner, ShellProvisioner } from '../../src';

test('the step that cleans up is a block of its own, wherever it stands', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const other = new NullSource(template, 'other', { communicator: 'none' });

  // WHEN
  new ShellLocalProvisioner(build, 'undo', { errorCleanup: true, inline: ['undo'], only: [other], maxRetries: 1 });
  new ShellLocalProvisioner(build, 'do', { inline: ['do'] });

  // THEN
  expect(template.toJson().build).toEqual([{
    'sources': ['source.null.local', 'source.null.other'],
    'error-cleanup-provisioner': { 'shell-local': { inline: ['undo'], max_retries: 1, only: ['null.other'] } },
    'provisioner': [{ 'shell-local': { inline: ['do'] } }],
  }]);
});

test('errorCleanup that is false changes nothing', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'do', { errorCleanup: false, inline: ['do'] });

  expect(Object.keys(template.toJson().build[0])).toEqual(['sources', 'provisioner']);
});

test('a build has one step at most that cleans up, another build another one', () => {
  // GIVEN
  const { template, build, source } = smallTemplate();
  new ShellLocalProvisioner(build, 'a', { errorCleanup: true, inline: ['a'] });
  new ShellLocalProvisioner(new Build(template, 'second', { sources: [source] }), 'c', { errorCleanup: true, inline: ['c'] });

  // WHEN
  new ShellLocalProvisioner(build, 'b', { errorCleanup: true, inline: ['b'] });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/build/b] errorCleanup: a build has one such step at most, and the other is web/build/a. Do all that is to be cleaned up in one step.',
  ]);
});

test('a step that cleans up on the machine needs a machine too', () => {
  const { template, build } = smallTemplate();

  new ShellProvisioner(build, 'undo', { errorCleanup: true, inline: ['undo'] });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/undo\] a shell step runs on the machine being built/)]);
});

test('a name of a step is written beside its other meta-arguments', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'do', { name: 'the ${step}', inline: ['do'], timeout: '1m' });

  expect(template.toJson().build[0].provisioner).toEqual([{ 'shell-local': { inline: ['do'], name: 'the $${step}', timeout: '1m' } }]);
});
