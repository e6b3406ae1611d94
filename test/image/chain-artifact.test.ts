import { assemblyIn, nullSource, temporaryFolder } from './kit';
import {
  ChecksumPostProcessor, FileSource, Image, PackerApp, PostProcessor, PostProcessorChain, ShellLocalPostProcessor, ShellLocalProvisioner, Source,
} from '../../src';
import { renderedTemplate } from '../../src/language/template';

let app: PackerApp;
let base: Image;
let web: Image;

beforeEach(() => {
  app = new PackerApp({ outdir: temporaryFolder() });
  base = new Image(app, 'base');
  web = new Image(app, 'web');
  nullSource(web, 'local');
});

function compress(scope: Image | PostProcessorChain, id = 'compress', props: { only?: Source[] } = {}): PostProcessor {
  return new PostProcessor(scope, id, { type: 'compress', configuration: { output: `${id}.tar.gz` }, ...props });
}

function chainUsed(artifactText: string): number | undefined {
  new ShellLocalProvisioner(web, 'use', { inline: [artifactText] });
  return renderedTemplate(web).lifted[0].part!.chain;
}

/** The manifests that a template writes at the ends of chains. */
function manifests(image: Image): string[] {
  return image.toJson().build[0]['post-processors'].map(({ 'post-processor': steps }: any) => steps[steps.length - 1].manifest.output);
}

test('the artifact of a post-processor is in the manifest of its chain', () => {
  // GIVEN
  new FileSource(base, 'file', { target: 'x' });
  new ShellLocalPostProcessor(base, 'note', { inline: ['true'] });
  const compressed = compress(base);

  // THEN
  expect(chainUsed(base.artifactOf(compressed).file('*.gz'))).toBe(2);
  expect(manifests(base)).toEqual([
    '${var.work_dir}/${source.name}.manifest.json', '${var.work_dir}/${source.name}.1.manifest.json', '${var.work_dir}/${source.name}.2.manifest.json',
  ]);
});

test('a chain that runs for no source has no number', () => {
  // GIVEN
  const file = new FileSource(base, 'file', { target: 'x' });
  compress(base, 'never', { only: [] });
  const compressed = compress(base, 'compress', { only: [file] });

  // THEN
  expect(chainUsed(base.artifactOf(compressed).file('*.gz'))).toBe(1);
  expect(manifests(base)).toHaveLength(2);
});

test('chains are numbered whatever source they run for', () => {
  // GIVEN
  const [one, two] = ['one', 'two'].map((id) => new FileSource(base, id, { target: id }));
  compress(base, 'first', { only: [one] });
  const second = compress(base, 'second', { only: [two] });

  // THEN
  expect(chainUsed(base.artifactOf(second).file('*.gz'))).toBe(2);
});

test('a step that passes the artifact on gives the one before it', () => {
  // GIVEN
  new FileSource(base, 'file', { target: 'x' });
  const chain = new PostProcessorChain(base, 'publish');
  const compressed = compress(chain);
  const note = new ShellLocalPostProcessor(chain, 'note', { inline: ['true'] });

  // THEN
  expect(chainUsed(`${base.artifactOf(compressed).file('*.gz')} ${base.artifactOf(note).file('*.gz')}`)).toBe(1);
});

test('the artifact inside of a chain is not recorded', () => {
  // GIVEN
  new FileSource(base, 'file', { target: 'x' });
  const chain = new PostProcessorChain(base, 'publish');
  const compressed = compress(chain);
  new ChecksumPostProcessor(chain, 'sums', { checksumTypes: ['sha256'] });

  // THEN
  expect(() => base.artifactOf(compressed)).toThrow(
    'base/publish/compress: base/publish/sums makes another artifact of this one in the same chain, and only the one at the end is recorded. '
    + 'Ask the later post-processor, or put this one at the end of a PostProcessorChain of its own.');
});

test('a step that is added to the chain after the artifact was asked for is a problem of the user of the artifact', () => {
  // GIVEN
  new FileSource(base, 'file', { target: 'x' });
  const chain = new PostProcessorChain(base, 'publish');
  new ShellLocalProvisioner(web, 'use', { inline: [base.artifactOf(compress(chain)).file('*.gz')] });

  // WHEN
  new ChecksumPostProcessor(chain, 'sums', { checksumTypes: ['sha256'] });

  // THEN
  expect(() => app.synth()).toThrow('[web/use] inline.0: base/publish/compress: base/publish/sums makes another artifact of this one');
});

test('a step of several sources needs the one that is meant', () => {
  // GIVEN
  const [one, two] = ['one', 'two'].map((id) => new FileSource(base, id, { target: id }));
  const other = new FileSource(base, 'other', { target: 'other' });
  const compressed = compress(base, 'compress', { only: [one, two] });

  // THEN
  expect(() => base.artifactOf(compressed)).toThrow(
    'base/compress: it runs for several sources (base/one, base/two), with an artifact of each. '
    + 'Use `artifactOf(postProcessor, source)` with the source that is meant.');
  expect(() => base.artifactOf(compressed, other)).toThrow(
    'base/compress: it makes nothing of base/other, only of base/one, base/two. Give one of them as the source.');
  expect(chainUsed(base.artifactOf(compressed, two).file('*.gz'))).toBe(1);
});

test('the target of the artifact is that of the source that went through the step', () => {
  // GIVEN
  const [, two] = ['one', 'two'].map((id) => new FileSource(base, id, { target: id }));
  const compressed = compress(base);

  // WHEN
  new ShellLocalProvisioner(web, 'use', { inline: [base.artifactOf(compressed, two).file('*.gz')] });

  // THEN
  expect(renderedTemplate(web).lifted[0].artifacts.map(({ address }) => address)).toEqual(['base:file.two']);
});

test('a step that makes no artifact at all is refused', () => {
  // GIVEN
  new FileSource(base, 'file', { target: 'x' });
  const step = new ShellLocalProvisioner(base, 'pack', { inline: ['true'] });

  // THEN
  expect(() => base.artifactOf(step)).toThrow('base: base/pack is neither a source of this image nor a post-processor that runs for one.');
});

test('which chain of the parent is used is content', () => {
  // GIVEN
  const digest = (chain: number) => {
    const root = new PackerApp({ outdir: temporaryFolder() });
    const parent = new Image(root, 'base');
    new FileSource(parent, 'file', { target: 'x' });
    const steps = [1, 2].map((number) => compress(parent, `c${number}`));
    const child = new Image(root, 'web');
    nullSource(child, 'local');
    new ShellLocalProvisioner(child, 'use', { inline: [parent.artifactOf(steps[chain - 1]).file('*.gz')] });
    root.synth();
    return assemblyIn(root.outdir).images[1].targets[0].fingerprint.digest;
  };

  // THEN
  expect(digest(1)).toBe(digest(1));
  expect(digest(1)).not.toBe(digest(2));
});

test('the assembly says how to read the artifact at the end of each chain', () => {
  // GIVEN
  const one = new Source(base, 'one', { type: 'docker', configuration: { image: 'debian', commit: true } });
  new Source(base, 'two', { type: 'amazon-ebs', configuration: { region: 'eu-west-1' } });
  new PostProcessor(base, 'tag', { type: 'docker-tag', configuration: { repository: 'web' }, only: [one] });
  new ShellLocalPostProcessor(base, 'note', { inline: ['true'] });

  // WHEN
  app.synth();

  // THEN
  const id = { grammar: { builderId: 'packer.post-processor.docker-import', form: 'id' }, regions: [], local: true };
  const parts = { repository: '^(.*?)(?::[^/:]+)?$', tag: '(?::([^/:]+))?$' };
  const tagged = { grammar: { builderId: 'packer.post-processor.docker-tag', form: 'reference', parts }, regions: [], local: true };
  const regions = { grammar: { builderId: 'mitchellh.amazonebs', form: 'regions' }, regions: ['eu-west-1'], local: false };
  expect(assemblyIn(app.outdir).images[0].targets.map(({ chains }) => chains)).toEqual([
    [{ number: 1, ...tagged, manifest: 'one.1.manifest.json' }, { number: 2, ...id, manifest: 'one.2.manifest.json' }],
    [{ number: 2, ...regions, manifest: 'two.2.manifest.json' }],
  ]);
});
