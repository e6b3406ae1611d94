import { AMAZON_RULES, configurationOf } from './amazon-rules';
import { CORE_NEAR_RULES, CORE_RULES } from './core-rules';
import { DOCKER_NEAR_RULES, DOCKER_RULES } from './docker-rules';
import { HYPERVISOR_RULES } from './hypervisor-rules';
import { Configured } from './rule-rows';
import { NEAR_STEP_RULES, STEP_RULES } from './step-rules';
import { problemsWith } from './synthesis';

// The programs say the same of the same rows: see the integration tests beside this one.
const ROWS = [
  ...[...CORE_RULES, ...DOCKER_RULES, ...HYPERVISOR_RULES.flatMap(([, rows]) => rows), ...Object.values(STEP_RULES).flat()]
    .map(({ component, type, rule, rejected, accepted }) => ({ component, type, rule, rejected, accepted })),
  ...AMAZON_RULES.map((row) => ({
    component: row.kind,
    type: row.type,
    rule: row.rule,
    rejected: configurationOf(row, row.broken),
    accepted: row.near.map((near) => configurationOf(row, near)),
  })),
];

test.each(ROWS)('$type: synthesis rejects what breaks "$rule"', ({ component, type, rejected }) => {
  expect(problemsWith({ component, type, configuration: rejected })).not.toEqual([]);
});

test('synthesis accepts what comes close to a rule and does not break it', () => {
  const near: Configured[] = [
    ...ROWS.flatMap(({ component, type, accepted }) => accepted.map((configuration) => ({ component, type, configuration }))),
    ...CORE_NEAR_RULES, ...DOCKER_NEAR_RULES, ...NEAR_STEP_RULES,
  ];

  const rejected = near.map((configured) => ({ configured, problems: problemsWith(configured) })).filter(({ problems }) => problems.length > 0);

  expect(rejected).toEqual([]);
});
