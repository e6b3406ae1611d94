import { AMAZON_RULES, configurationOf } from './amazon-rules';
import { CORE_NEAR_RULES, CORE_RULES } from './core-rules';
import { DOCKER_NEAR_RULES, DOCKER_RULES } from './docker-rules';
import { tableOf, typedClasses } from './every-option';
import { Configured } from './rule-rows';
import { NEAR_STEP_RULES, STEP_RULES } from './step-rules';
import { Build, Component, DataSource, NullSource, PackerApp, PackerTemplate, PostProcessor, Provisioner, Source } from '../../src';
import { renderedTemplate } from '../../src/language/template';

const TABLES = new Map(typedClasses().map(([, typed]) => {
  const schema = tableOf(typed);
  return [`${schema.kind} ${schema.type}`, schema];
}));

/** What our own synthesis says of a configuration that the class of its type was given. */
function problemsWith({ component, type, configuration }: Configured): string[] {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion: '>= 1.16.0' });
  const props = { type, configuration, _schema: TABLES.get(`${component} ${type}`) };
  const local = new NullSource(template, 'local', { communicator: 'none' });
  const build = component === 'source' ? undefined : new Build(template, 'build', { sources: [local] });
  const configured: Component = component === 'source' ? new Source(template, 'x', props)
    : component === 'data' ? new DataSource(template, 'x', props)
      : component === 'provisioner' ? new Provisioner(build!, 'x', props) : new PostProcessor(build!, 'x', props);
  if (component === 'source') { new Build(template, 'build', { sources: [configured as Source] }); }
  return renderedTemplate(template).problems
    .filter(({ message }) => !message.includes('says `communicator: none`'))
    .map(({ message }) => message);
}

// The programs say the same of the same rows: see the integration tests beside this one.
const ROWS = [
  ...[...CORE_RULES, ...DOCKER_RULES, ...Object.values(STEP_RULES).flat()]
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
