import { DOCKER_NEAR_RULES, DOCKER_RULES } from './docker-rules';
import { verdicts } from './verdicts';
import { PACKER_1_16_0 } from '../programs/packers';
import { pluginEnvironment } from '../programs/plugins';

test('the docker plugin rejects what breaks a rule of its components, for the reason of the rule', () => {
  // WHEN
  const messages = verdicts(PACKER_1_16_0, DOCKER_RULES.map((row) => ({ ...row, configuration: row.rejected })), pluginEnvironment());

  // THEN
  expect(DOCKER_RULES.map(({ rule, type, says }, index) => [type, rule, messages[index].includes(says) ? says : messages[index]]))
    .toEqual(DOCKER_RULES.map(({ rule, type, says }) => [type, rule, says]));
});

test('the docker plugin accepts what is near a rule of its components', () => {
  // GIVEN
  const accepted = DOCKER_RULES.flatMap(({ accepted: all, ...row }) => all.map((configuration) => ({ ...row, why: row.rule, configuration })));
  const near = [...accepted, ...DOCKER_NEAR_RULES];

  // WHEN
  const messages = verdicts(PACKER_1_16_0, near, pluginEnvironment());

  // THEN
  expect(near.map(({ type, why }, index) => [type, why, messages[index]])).toEqual(near.map(({ type, why }) => [type, why, '']));
});
