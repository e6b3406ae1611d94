import * as path from 'path';
import { programOf, Project } from './project';
import { docker, dockerEnvironment, dockerOptions, repository } from '../../../../test/programs/docker';
import { PACKER_1_16_0 } from '../../../../test/programs/packers';
import { DOCKER_PLUGIN } from '../../../../test/programs/plugins';

test('classes from the program of a plugin build an image', () => {
  // GIVEN
  const project = new Project();
  const name = repository();

  // WHEN
  const got = project.command(['get', '--binary', programOf(DOCKER_PLUGIN)]);
  project.write('main.ts', `
    import { Image, PackerApp, ShellProvisioner } from 'cdk-packer';
    import { DockerSource, DockerTagPostProcessor } from './.gen/packer/docker';

    const app = new PackerApp();
    const web = new Image(app, 'web');
    new DockerSource(web, 'container', ${JSON.stringify(dockerOptions())});
    new ShellProvisioner(web, 'greet', { inline: ['echo hello >/greeting'] });
    new DockerTagPostProcessor(web, 'tag', { repository: '${name}', tags: ['v1'] });
    app.synth();
  `);
  project.compileAndRun();
  PACKER_1_16_0.success(['build', '.'], { cwd: path.join(project.folder, 'packer.out/images/web'), env: dockerEnvironment() });

  // THEN
  expect(got).toMatchObject({ code: 0, stdout: 'github.com/hashicorp/docker@1.1.2: 5 classes in .gen/packer/docker\n' });
  expect(docker('run', '--rm', `${name}:v1`, 'cat', '/greeting')).toBe('hello');
});
