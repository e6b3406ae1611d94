import * as rows from './text-rule-rows';
import { verdicts } from './verdicts';
import { PACKER_1_16_0 } from '../programs/packers';
import { pluginEnvironment } from '../programs/plugins';

test.each([
  ['Go templates of its own components', rows.CORE_GO_TEMPLATES, {}],
  ['Go templates of docker', rows.DOCKER_GO_TEMPLATES, pluginEnvironment()],
  ['Go templates of amazon', rows.AMAZON_GO_TEMPLATES, pluginEnvironment()],
  ['durations of its own components', rows.CORE_DURATIONS, {}],
  ['durations of every step', rows.META_DURATIONS, {}],
  ['durations of docker', rows.DOCKER_DURATIONS, pluginEnvironment()],
  ['durations of amazon', rows.AMAZON_DURATIONS, pluginEnvironment()],
])('Packer says of %s what synthesis says', (_what, all, env) => {
  // WHEN
  const messages = verdicts(PACKER_1_16_0, all, env);

  // THEN
  expect(all.map(({ type, text, says = '' }, index) => [type, text, says !== '' && messages[index].includes(says) ? says : messages[index]]))
    .toEqual(all.map(({ type, text, says = '' }) => [type, text, says]));
});
