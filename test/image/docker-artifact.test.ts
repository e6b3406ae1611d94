import { nullSource, temporaryFolder } from './kit';
import { BuildSource, Image, PackerApp, PostProcessor, PostProcessorChain, ShellLocalProvisioner, Source, Variable } from '../../src';
import { grammarOf } from '../../src/image/grammar';
import { renderedTemplate } from '../../src/language/template';
import { ArtifactPart } from '../../src/references/foreign-values';

let base: Image;
let web: Image;

beforeEach(() => {
  const app = new PackerApp({ outdir: temporaryFolder() });
  base = new Image(app, 'base');
  web = new Image(app, 'web');
  nullSource(web, 'local');
});

function docker(configuration: { [option: string]: any }): Source {
  return new Source(base, 'container', { type: 'docker', configuration: { image: 'debian', ...configuration } });
}

function tagged(): PostProcessor {
  docker({ commit: true });
  return new PostProcessor(base, 'tag', { type: 'docker-tag', configuration: { repository: 'shop/web', tags: ['1.2'] } });
}

/** The parts of artifacts that a step with these lines uses. */
function partsIn(...inline: string[]): Array<ArtifactPart | undefined> {
  new ShellLocalProvisioner(web, 'use', { inline });
  return renderedTemplate(web).lifted.map(({ part }) => part);
}

test('a committed container is an image with an id, and no files', () => {
  // GIVEN
  const source = docker({ commit: true });

  // THEN
  expect(grammarOf(source)).toEqual({ builderId: 'packer.post-processor.docker-import', form: 'id', local: true, files: false, regions: [], parts: {} });
  expect(partsIn(base.artifactOf(source).id)).toEqual([{ kind: 'id' }]);
  expect(() => base.artifactOf(source).file('*')).toThrow(
    'base/container: the artifact of docker, with these options, has no files. It has `id`.');
});

test('an exported container is a file', () => {
  // GIVEN
  const source = docker({ export_path: 'web.tar' });

  // THEN
  expect(grammarOf(source)).toEqual({ builderId: 'packer.docker', form: 'run', local: true, files: true, regions: [], parts: {} });
  expect(partsIn(base.artifactOf(source).file('*.tar'))).toEqual([{ kind: 'file', glob: '*.tar' }]);
});

test('a discarded container has no artifact', () => {
  expect(() => base.artifactOf(docker({ discard: true }))).toThrow(
    'base/container: with the option `discard` docker leaves no artifact, so there is nothing to ask for. '
    + 'Remove the option, or the use of the artifact.');
});

test('what a container becomes may be said by an override', () => {
  // GIVEN
  const source = docker({ export_path: 'web.tar' });

  // WHEN
  source.addOverride('export_path', undefined);
  source.addOverride('commit', true);

  // THEN
  expect(grammarOf(source).form).toBe('id');
});

test('when nobody knows yet what a container becomes, its artifact has an id and files', () => {
  // GIVEN
  const artifact = base.artifactOf(docker({
    commit: new Variable(base, 'commit', { type: 'bool' }).value, export_path: new Variable(base, 'path').stringValue,
  }));

  // THEN
  expect(partsIn(artifact.id, artifact.file('*'))).toEqual([{ kind: 'id' }, { kind: 'file', glob: '*' }]);
});

test('a source of a build has what the source that it extends says', () => {
  // GIVEN
  const shared = docker({ commit: true });
  const own = new BuildSource(base, 'small', { source: shared, name: 'small' });

  // THEN
  expect(partsIn(base.imageId, base.artifactOf(own).id)).toEqual([{ kind: 'id' }]);
  expect(() => base.artifactOf(own).file('*')).toThrow('base/small: the artifact of docker, with these options, has no files.');
  expect(() => base.artifactOf(shared)).toThrow('base: base/container is neither a source of this image nor a post-processor that runs for one.');
});

test('a tagged image has a reference, a repository and a tag', () => {
  // GIVEN
  const artifact = base.artifactOf(tagged());

  // THEN
  expect(partsIn(artifact.reference, artifact.repository, artifact.tag)).toEqual([
    { kind: 'id', chain: 1 }, { kind: 'part', name: 'repository', chain: 1 }, { kind: 'part', name: 'tag', chain: 1 },
  ]);
  expect(() => artifact.file('*')).toThrow(
    'base/tag: the artifact of docker-tag, with these options, has no files. It has `reference`, `repository` and `tag`.');
});

test('an image that is not tagged has no reference', () => {
  // GIVEN
  const artifact = base.artifactOf(docker({ commit: true }));

  // THEN
  expect(() => artifact.reference).toThrow('base/container: the artifact of docker, with these options, has no `reference`. It has `id`.');
  expect(() => artifact.repository).toThrow('has no `repository`');
  expect(() => artifact.tag).toThrow('has no `tag`');
});

test('a saved image is still the one that was tagged', () => {
  // GIVEN
  docker({ commit: true });
  const chain = new PostProcessorChain(base, 'publish');
  const tag = new PostProcessor(chain, 'tag', { type: 'docker-tag', configuration: { repository: 'web' } });
  const save = new PostProcessor(chain, 'save', { type: 'docker-save', configuration: { path: 'web.tar' } });

  // THEN
  expect(partsIn(base.artifactOf(save).reference)).toEqual([{ kind: 'id', chain: 1 }]);
  expect(web.toJson().build[0].provisioner[0]['shell-local'].inline).toEqual(['${var.use_inline_0}']);
  expect(() => base.artifactOf(tag).reference).not.toThrow();
});

test('an imported and pushed image has the reference that it was pushed with', () => {
  // GIVEN
  docker({ export_path: 'web.tar' });
  const chain = new PostProcessorChain(base, 'publish');
  new PostProcessor(chain, 'import', { type: 'docker-import', configuration: { repository: 'web', tag: '1' } });
  const push = new PostProcessor(chain, 'push', { type: 'docker-push' });

  // THEN
  expect(partsIn(base.artifactOf(push).reference)).toEqual([{ kind: 'id', chain: 1 }]);
});
