import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';
import { docker, dockerEnvironment, dockerOptions, removeAfterTests } from '../../../test/programs/docker';
import { DOCKER_PLUGIN } from '../../../test/programs/plugins';

test('the id of a Docker image reaches an output', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    web.requirePlugin('docker', ${JSON.stringify(DOCKER_PLUGIN)});
    new Source(web, 'container', { type: 'docker', configuration: ${JSON.stringify(dockerOptions())} });
    new ShellProvisioner(web, 'greet', { inline: ['echo hello >/greeting'] });
    new TerraformOutput(stack, 'id', { value: web.imageId });
  `);
  Object.assign(shop.environment, dockerEnvironment());
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { id } = stack.outputs;
  removeAfterTests(id);
  expect(docker('run', '--rm', id, 'cat', '/greeting')).toBe('hello');
  expect(await success(stack.apply())).toContain('Resources: 0 added, 0 changed, 0 destroyed.');
});
