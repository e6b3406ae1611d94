import { CORE_NEAR_RULES, CORE_RULES } from './core-rules';
import { verdicts } from './verdicts';
import { PACKER_1_16_0 } from '../programs/packers';

test('Packer rejects what breaks a rule of its own components, for the reason of the rule', () => {
  // WHEN
  const messages = verdicts(PACKER_1_16_0, CORE_RULES.map((row) => ({ ...row, configuration: row.rejected })));

  // THEN
  expect(CORE_RULES.map(({ rule, type, says }, index) => [type, rule, messages[index].includes(says) ? says : messages[index]]))
    .toEqual(CORE_RULES.map(({ rule, type, says }) => [type, rule, says]));
});

test('Packer accepts what is near a rule of its own components', () => {
  // GIVEN
  const accepted = CORE_RULES.flatMap(({ accepted: all, ...row }) => all.map((configuration) => ({ ...row, why: row.rule, configuration })));
  const near = [...accepted, ...CORE_NEAR_RULES];

  // WHEN
  const messages = verdicts(PACKER_1_16_0, near);

  // THEN
  expect(near.map(({ type, why }, index) => [type, why, messages[index]])).toEqual(near.map(({ type, why }) => [type, why, '']));
});
