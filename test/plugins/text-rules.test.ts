import { problemsWith } from './synthesis';
import * as rows from './text-rule-rows';
import { ShellLocalProvisioner } from '../../src';
import { problemsOf, smallTemplate } from '../language/support';

// The programs say the same of the same rows: see the integration test beside this one.
const { META_DURATIONS, ...others } = rows;
const ROWS = Object.values(others).flat();

test.each(ROWS.filter(({ problem }) => problem))('$type: synthesis says what is wrong with $text', ({ problem, ...configured }) => {
  expect(problemsWith(configured)).toEqual([expect.stringContaining(problem!)]);
});

test('synthesis accepts texts that Packer accepts', () => {
  // GIVEN
  const accepted = ROWS.filter(({ problem }) => !problem);

  // THEN
  expect(accepted.map((row) => [row.type, row.text, problemsWith(row)])).toEqual(accepted.map(({ type, text }) => [type, text, []]));
});

test.each(META_DURATIONS)('synthesis says of the durations $configuration of a step what Packer says', ({ configuration, problem }) => {
  // GIVEN
  const { template, build } = smallTemplate();

  // WHEN
  new ShellLocalProvisioner(build, 'step', { inline: ['true'], pauseBefore: configuration.pause_before, timeout: configuration.timeout });

  // THEN
  expect(problemsOf(template)).toEqual(problem ? [expect.stringContaining(problem)] : []);
});
