import * as fs from 'fs';
import * as path from 'path';
import { docker, dockerEnvironment, dockerOptions, repository } from './docker';
import { PACKER_1_16_0 } from './packers';
import { DOCKER_PLUGIN } from './plugins';
import { Image, PackerApp, PostProcessor, PostProcessorChain, ShellProvisioner, Source } from '../../src';
import { temporaryFolder } from '../language/support';

test('a container is provisioned, committed and tagged, and its tag is in the manifest', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const image = new Image(app, 'web');
  image.requirePlugin('docker', DOCKER_PLUGIN);
  new Source(image, 'container', { type: 'docker', configuration: { ...dockerOptions(), changes: ['ENV SITE="a b"'] } });
  new ShellProvisioner(image, 'write', { inline: ['HOST=nobody', 'echo "hello ${HOST}" >/greeting'] });
  const name = repository();
  const chain = new PostProcessorChain(image, 'publish');
  new PostProcessor(chain, 'tag', { type: 'docker-tag', configuration: { repository: name, tags: ['1', 'latest'] } });
  app.synth();
  const folder = path.join(app.outdir, 'images', 'web');

  const artifactId = (manifest: string) => JSON.parse(fs.readFileSync(path.join(folder, manifest), 'utf8')).builds[0].artifact_id;

  // WHEN
  PACKER_1_16_0.success(['build', '.'], { cwd: folder, env: dockerEnvironment() });

  // THEN
  expect(docker('run', '--rm', `${name}:1`, 'cat', '/greeting')).toBe('hello nobody');
  expect(docker('images', '--format', '{{.Tag}}', name).split('\n').sort()).toEqual(['1', 'latest']);
  expect(docker('inspect', '--format', '{{json .Config.Env}}', `${name}:1`)).toContain('"SITE=a b"');
  expect(artifactId('container.manifest.json')).toMatch(/^(sha256:)?[0-9a-f]{64}$/);
  expect(artifactId('container.1.manifest.json')).toBe(`${name}:latest`);
});
