import { writeTemplate } from './support';
import { Build, docker, PackerApp, PackerTemplate } from '../../src';
import { PACKERS } from '../programs/packers';
import { DOCKER_PLUGIN, pluginEnvironment } from '../programs/plugins';

test.each(PACKERS)('%s takes a plugin by the local name under which it is required', (packer) => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  template.requirePlugin('containers', DOCKER_PLUGIN);
  new docker.DockerSource(template, 'web', { image: 'ubuntu', commit: true });
  const build = new Build(template, 'build');
  new docker.DockerTagPostProcessor(build, 'tag', { repository: 'localhost/web' });

  // WHEN
  const output = packer.success(['validate', '.'], { cwd: writeTemplate(template), env: pluginEnvironment() });

  // THEN
  expect(output).toContain('The configuration is valid.');
});
