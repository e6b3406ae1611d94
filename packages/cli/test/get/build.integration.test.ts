import * as fs from 'fs';
import * as path from 'path';
import { programOf, Project, ROOT } from './project';
import { baseImage, docker, dockerEnvironment, repository } from '../../../../test/programs/docker';
import { PACKER_1_16_0 } from '../../../../test/programs/packers';
import { DOCKER_PLUGIN } from '../../../../test/programs/plugins';

/** The program in the guide, with an image and a repository that are there. */
function guideProgram(image: string, name: string): string {
  const [, program] = /^```ts\n(.*?)^```$/ms.exec(fs.readFileSync(path.join(ROOT, 'docs', 'get.md'), 'utf8'))!;
  return program.replace("image: 'debian:12'", `image: '${image}', pull: false`).replace('localhost/web', name);
}

test('the program in the guide, with classes from the program of a plugin, builds an image', () => {
  // GIVEN
  const project = new Project();
  const name = repository();

  // WHEN
  const got = project.command(['get', '--binary', programOf(DOCKER_PLUGIN)]);
  project.write('main.ts', guideProgram(baseImage(), name));
  project.compileAndRun();
  PACKER_1_16_0.success(['build', '.'], { cwd: path.join(project.folder, 'packer.out/images/web'), env: dockerEnvironment() });

  // THEN
  expect(got).toMatchObject({ code: 0, stdout: 'github.com/hashicorp/docker@1.1.2: 5 classes in .gen/packer/docker\n' });
  expect(docker('run', '--rm', `${name}:v1`, 'cat', '/greeting')).toBe('hello');
});
