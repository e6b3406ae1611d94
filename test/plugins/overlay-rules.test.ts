import { CORE_RULES } from './core-rules';
import { DOCKER_RULES } from './docker-rules';
import { HYPERVISOR_RULES } from './hypervisor-rules';
import { overlaid } from './overlay';
import { RuleRow } from './rule-rows';
import { STEP_RULES } from './step-rules';

const ROWS: ReadonlyArray<readonly [string, readonly RuleRow[]]> = [
  ['packer', CORE_RULES], ['docker', DOCKER_RULES], ...HYPERVISOR_RULES, ...Object.entries(STEP_RULES),
];

test.each(ROWS)('every rule of the overlay of %s is tried, and every rule that is tried stands there', (plugin, rows) => {
  // GIVEN
  const stated = overlaid(plugin).flatMap(({ component, type, rules }) => rules.map((rule) => `${component} ${type}: ${rule}`));

  // WHEN
  const tried = rows.map(({ component, type, rule }) => `${component} ${type}: ${rule}`);

  // THEN
  expect([...new Set(tried)].sort()).toEqual([...new Set(stated)].sort());
});

test.each(ROWS)('every rule of %s has something near it that is accepted', (_plugin, rows) => {
  // GIVEN
  const accepted = new Map<string, number>();
  for (const { component, type, accepted: near } of rows) {
    accepted.set(`${component} ${type}`, (accepted.get(`${component} ${type}`) ?? 0) + near.length);
  }

  // THEN
  expect([...accepted].filter(([, count]) => count === 0)).toEqual([]);
});
