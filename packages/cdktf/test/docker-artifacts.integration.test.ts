import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';
import { docker, dockerEnvironment, dockerOptions, removeAfterTests, repository } from '../../../test/programs/docker';
import { DOCKER_PLUGIN } from '../../../test/programs/plugins';

const ID = /^(sha256:)?[0-9a-f]{64}$/;

/** A project in which the variables `options`, `name` and `plugin` are those of the tests. */
function dockerProject(program: string, name = repository()) {
  const made = project(`
    const options = ${JSON.stringify(dockerOptions())};
    const name = ${JSON.stringify(name)};
    const plugin = ${JSON.stringify(DOCKER_PLUGIN)};
    const stack = new TerraformStack(app, 'app');
    ${program}
  `);
  Object.assign(made.environment, dockerEnvironment());
  return made;
}

test('a committed and tagged container reaches outputs by id, reference, repository and tag', async () => {
  // GIVEN
  const name = repository();
  const shop = dockerProject(`
    const web = new Image(stack, 'web');
    web.requirePlugin('docker', plugin);
    const container = new Source(web, 'container', { type: 'docker', configuration: options });
    new ShellProvisioner(web, 'write', { inline: ['echo hello >/greeting'] });
    const publish = new PostProcessorChain(web, 'publish');
    const tag = new PostProcessor(publish, 'tag', { type: 'docker-tag', configuration: { repository: name, tags: ['1', '2'] } });
    const save = new PostProcessor(publish, 'save', { type: 'docker-save', configuration: { path: web.workDirectory + '/web.tar' } });
    new TerraformOutput(stack, 'id', { value: web.imageId });
    new TerraformOutput(stack, 'reference', { value: web.artifactOf(tag).reference });
    new TerraformOutput(stack, 'repository', { value: web.artifactOf(save).repository });
    new TerraformOutput(stack, 'tag', { value: web.artifactOf(tag, container).tag });
  `, name);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { id, ...tagged } = stack.outputs;
  expect(id).toMatch(ID);
  expect(tagged).toEqual({ reference: `${name}:2`, repository: name, tag: '2' });
  expect(docker('run', '--rm', id, 'cat', '/greeting')).toBe('hello');
  expect(docker('inspect', '--format', '{{.Id}}', tagged.reference).replace('sha256:', '')).toBe(id.replace('sha256:', ''));
});

test('an image is made from the image of a parent, by its id and by its reference, in one apply', async () => {
  // GIVEN
  const shop = dockerProject(`
    const base = new Image(stack, 'base');
    const container = new Source(base, 'container', { type: 'docker', configuration: options });
    new ShellProvisioner(base, 'write', { inline: ['echo from the base >/greeting'] });
    const tag = new PostProcessor(base, 'tag', { type: 'docker-tag', configuration: { repository: name, tags: ['base'] } });
    const web = new Image(stack, 'web');
    for (const [id, image] of [['byId', base.artifactOf(container).id], ['byTag', base.artifactOf(tag).reference]]) {
      new Source(web, id, { type: 'docker', configuration: { ...options, image } });
    }
    new ShellProvisioner(web, 'write', { inline: ['echo and the child >>/greeting'] });
    for (const image of [base, web]) { image.requirePlugin('docker', plugin); }
    new TerraformOutput(stack, 'parent', { value: base.imageId });
    new TerraformOutput(stack, 'ids', { value: web.node.children.filter(Source.isSource).map((source) => web.artifactOf(source).id) });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { parent, ids } = stack.outputs;
  [parent, ...ids].forEach(removeAfterTests);
  expect(new Set([parent, ...ids]).size).toBe(3);
  for (const id of ids) { expect(docker('run', '--rm', id, 'cat', '/greeting')).toBe('from the base\nand the child'); }
  expect(docker('run', '--rm', parent, 'cat', '/greeting')).toBe('from the base');
});

test('an exported container is a file, which a chain imports and tags', async () => {
  // GIVEN
  const name = repository();
  const shop = dockerProject(`
    const web = new Image(stack, 'web');
    web.requirePlugin('docker', plugin);
    const { commit, ...rest } = options;
    const container = new Source(web, 'container', { type: 'docker', configuration: { ...rest, export_path: 'web.tar' } });
    new ShellProvisioner(web, 'write', { inline: ['echo exported >/greeting'] });
    const publish = new PostProcessorChain(web, 'publish');
    const imported = new PostProcessor(publish, 'import', {
      type: 'docker-import', configuration: { repository: name, tag: '1' }, keepInputArtifact: true,
    });
    const sums = new ChecksumPostProcessor(web, 'sums', { checksumTypes: ['sha256'], output: 'SHA256SUMS' });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(container).file('*.tar') });
    new TerraformOutput(stack, 'sums', { value: web.artifactOf(sums).file('SHA256SUMS') });
    new TerraformOutput(stack, 'reference', { value: web.artifactOf(imported).reference });
  `, name);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const folder = stack.workFolder('web_container_build');
  expect(stack.outputs).toEqual({ file: `${folder}/web.tar`, sums: `${folder}/SHA256SUMS`, reference: `${name}:1` });
  expect(docker('run', '--rm', `${name}:1`, 'cat', '/greeting')).toBe('exported');
});

test('a container that is discarded is built once, and leaves nothing', async () => {
  // GIVEN
  const shop = dockerProject(`
    const web = new Image(stack, 'web');
    web.requirePlugin('docker', plugin);
    const { commit, ...rest } = options;
    new Source(web, 'container', { type: 'docker', configuration: { ...rest, discard: true } });
    new ShellProvisioner(web, 'test', { inline: ['test -e /bin/sh'] });
    new TerraformOutput(stack, 'done', { value: 'yes' });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());
  const output = await success(stack.apply());

  // THEN
  expect(output).toContain('No changes.');
  expect(stack.resource('web_container_artifact')).toBeUndefined();
});
