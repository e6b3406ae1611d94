import { CLOUD_RULES } from './cloud-rules';
import { ownRules } from './overlay';
import { problemsWith } from './synthesis';

const PLUGINS = Object.entries(CLOUD_RULES);

test.each(PLUGINS)('every rule of the overlay of %s is tried', (plugin, { rules }) => {
  // WHEN
  const tried = new Set(rules.map(({ component, type, rule }) => `${component} ${type}: ${rule}`));

  // THEN
  expect([...tried].sort()).toEqual([...new Set(ownRules(plugin))].sort());
});

test.each(PLUGINS)('synthesis rejects what breaks a rule of %s', (_plugin, { rules }) => {
  // WHEN
  const accepted = rules.filter(({ rejected, ...row }) => problemsWith({ ...row, configuration: rejected }).length === 0);

  // THEN
  expect(accepted).toEqual([]);
});

test.each(PLUGINS)('synthesis accepts what comes close to a rule of %s and does not break it', (_plugin, { rules, near }) => {
  // GIVEN
  const all = [...rules.flatMap(({ accepted, ...row }) => accepted.map((configuration) => ({ ...row, configuration }))), ...near];

  // WHEN
  const rejected = all.map((row) => ({ row, problems: problemsWith(row) })).filter(({ problems }) => problems.length > 0);

  // THEN
  expect(rejected).toEqual([]);
});
