import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { assemblyIn, list, nullSource, temporaryFolder, write } from './kit';
import {
  Build, ChecksumPostProcessor, FileSource, Image, PackerApp, PackerTemplate, PostProcessorChain, ShellLocalPostProcessor, ShellLocalProvisioner,
  SourceContext, Variable,
} from '../../src';

/** Runs the `packer` on PATH, which must succeed. */
function packer(folder: string, args: readonly string[], env: { [name: string]: string } = {}): string {
  const { status, stdout, stderr, error } = spawnSync('packer', args, {
    cwd: folder, env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env }, encoding: 'utf8',
  });
  if (status !== 0) { throw new Error(`packer ${args.join(' ')} failed: ${error ?? ''}\n${stdout}${stderr}`); }
  return stdout;
}

/** Writes an app and copies the directory of one of its images, alone, to another place. */
function copyOf(app: PackerApp, image: string): string {
  app.synth();
  const copy = path.join(temporaryFolder(), 'elsewhere');
  fs.cpSync(path.join(app.outdir, 'images', image), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function read(...names: string[]): string {
  return fs.readFileSync(path.join(...names), 'utf8');
}

function manifest(...names: string[]): any {
  return JSON.parse(read(...names));
}

test('the directory of an image alone is built by plain packer build', () => {
  // GIVEN
  const local = temporaryFolder();
  write(path.join(local, 'pack.sh'), '#!/bin/sh\ncat "$(dirname "$0")/pack.sh" > /dev/null && echo packed > "$OUTPUT"\n', 0o755);
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  new FileSource(web, 'archive', { content: 'a literal ${x} and {{ .Foo }}', target: 'web.txt' });
  new ShellLocalProvisioner(web, 'pack', { script: path.join(local, 'pack.sh'), environmentVars: [`OUTPUT=${web.workDirectory}/packed.txt`] });
  const copy = copyOf(app, 'web');

  // WHEN
  packer(copy, ['build', '.']);

  // THEN
  expect(list(copy).filter((file) => !file.startsWith('assets/'))).toEqual([
    'archive.manifest.json', 'packed.txt', 'template.pkr.json', 'web.txt',
  ]);
  expect(read(copy, 'web.txt')).toBe('a literal ${x} and {{ .Foo }}');
  expect(read(copy, 'packed.txt')).toBe('packed\n');
});

test('all outputs lie below the work folder when one is given', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  new FileSource(web, 'archive', { content: 'x', target: 'out/web.txt' });
  const copy = copyOf(app, 'web');
  const work = path.join(temporaryFolder(), 'work');

  // WHEN
  packer(copy, ['build', '.'], { PKR_VAR_work_dir: work });

  // THEN
  expect(list(work)).toEqual(['archive.manifest.json', 'out/web.txt']);
  expect(list(copy)).toEqual(['template.pkr.json']);
});

test('two sources in one build have a manifest each, and one for each chain', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  const [one, two] = ['one', 'two'].map((id) => new FileSource(web, id, { content: id, target: `${id}.txt` }));
  new ShellLocalProvisioner(web, 'only-two', { inline: [`echo ${SourceContext.NAME} >> ${web.workDirectory}/steps.txt`], only: [two] });
  new ShellLocalPostProcessor(web, 'first', { inline: ['true'] });
  const chain = new PostProcessorChain(web, 'second');
  new ShellLocalPostProcessor(chain, 'publish', { inline: ['true'], except: [one] });
  const copy = copyOf(app, 'web');

  // WHEN
  packer(copy, ['build', '.']);

  // THEN
  expect(list(copy)).toEqual([
    'one.1.manifest.json', 'one.2.manifest.json', 'one.manifest.json', 'one.txt', 'steps.txt', 'template.pkr.json',
    'two.1.manifest.json', 'two.2.manifest.json', 'two.manifest.json', 'two.txt',
  ]);
  expect(read(copy, 'steps.txt')).toBe('two\n');
  expect(manifest(copy, 'two.manifest.json').builds).toEqual([
    expect.objectContaining({ name: 'two', builder_type: 'file', artifact_id: 'File', files: [{ name: './two.txt', size: 3 }] }),
  ]);
  // Chains that do not apply to a source write its manifest all the same.
  expect(manifest(copy, 'one.2.manifest.json').builds[0].name).toBe('one');
});

test('a target is built alone by the name in the assembly', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  ['one', 'two'].forEach((id) => new FileSource(web, id, { content: id, target: `${id}.txt` }));
  const copy = copyOf(app, 'web');
  const [, target] = assemblyIn(app.outdir).images[0].targets;

  // WHEN
  packer(copy, ['build', `-only=${target.source}`, '.']);

  // THEN
  expect(list(copy)).toEqual(['template.pkr.json', 'two.manifest.json', 'two.txt']);
});

test('a child is built with the artifact of its parent in the variable that the assembly names', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const base = new Image(app, 'base');
  const file = new FileSource(base, 'file', { content: 'from the base', target: 'base.txt' });
  const web = new Image(app, 'web');
  nullSource(web, 'local');
  const release = new Variable(web, 'release');
  new ShellLocalProvisioner(web, 'copy', {
    inline: [`cat "${base.artifactOf(file).file('*.txt')}" > "${web.workDirectory}/web.txt"`, `echo "${release.stringValue}" > "${web.workDirectory}/release.txt"`],
  });
  const copies = { base: copyOf(app, 'base'), web: copyOf(app, 'web') };
  const { variables } = assemblyIn(app.outdir).images[1];
  const [parent] = variables.filter(({ from }) => from === 'parent');

  // WHEN
  packer(copies.base, ['build', '.']);
  packer(copies.web, ['build', '.'], { [`PKR_VAR_${parent.name}`]: path.join(copies.base, 'base.txt'), PKR_VAR_release: '1.2' });

  // THEN
  expect(variables.map(({ name, from }) => [name, from])).toEqual([['release', 'user'], ['copy_inline_0', 'parent']]);
  expect(parent.parent).toEqual({ address: 'base:file.file', part: { kind: 'file', glob: '*.txt' } });
  expect(read(copies.web, 'web.txt')).toBe('from the base');
  expect(read(copies.web, 'release.txt')).toBe('1.2\n');
});

test('the builder ids of the table are those that Packer writes', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  new FileSource(web, 'file', { content: 'x', target: 'x.txt' });
  nullSource(web, 'local');
  const copy = copyOf(app, 'web');

  // WHEN
  const output = packer(copy, ['-machine-readable', 'build', '.']);

  // THEN
  const written = [...output.matchAll(/,([^,]+),artifact,0,builder-id,(\S+)/g)].map(([, source, id]) => [source, id]);
  const table = assemblyIn(app.outdir).images[0].targets.map(({ source, grammar }) => [source, grammar.builderId]);
  expect(written.sort()).toEqual(table.sort());
});

test('two builds of one template are built one after the other, each with its own manifest', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const servers = new PackerTemplate(app, 'servers');
  const disk = new FileSource(servers, 'disk', { content: 'x', target: 'disk.img' });
  for (const name of ['small', 'large']) {
    const build = new Build(servers, name, { name, sources: [disk] });
    new ShellLocalPostProcessor(build, 'note', { inline: ['true'] });
    Image.fromBuild(build);
  }
  const copy = copyOf(app, 'servers');
  const [small, large] = assemblyIn(app.outdir).images.map(({ targets: [target] }) => target);

  // WHEN
  packer(copy, ['build', `-only=${small.source}`, '.']);
  const first = list(copy);
  packer(copy, ['build', `-only=${large.source}`, '.']);

  // THEN
  expect(first).toEqual(['disk.img', 'small.disk.1.manifest.json', 'small.disk.manifest.json', 'template.pkr.json']);
  expect([large.manifest, ...large.chains.map((chain) => chain.manifest)].map((file) => manifest(copy, file).builds.length)).toEqual([1, 1]);
});

test('Packer builds one of two builds with an empty text for what only the other uses, and not without', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const servers = new PackerTemplate(app, 'servers');
  const disk = new FileSource(servers, 'disk', { content: 'x', target: 'disk.img' });
  const [small, large] = ['small', 'large'].map((name) => new Build(servers, name, { name, sources: [disk] }));
  const image = Image.fromBuild(small);
  Image.fromBuild(large);
  new ShellLocalProvisioner(large, 'use', { inline: [`cat ${image.artifactOf(disk).file('*.img')}`] });
  const copy = copyOf(app, 'servers');
  const [{ targets: [target], variables }] = assemblyIn(app.outdir).images;

  // WHEN
  const values = Object.fromEntries(variables.filter(({ unused }) => unused).map(({ name }) => [`PKR_VAR_${name}`, '']));
  packer(copy, ['build', `-only=${target.source}`, '.'], values);

  // THEN
  expect(Object.keys(values)).toEqual(['PKR_VAR_large_use_inline_0']);
  expect(list(copy)).toEqual(['disk.img', 'small.disk.manifest.json', 'template.pkr.json']);
  expect(() => packer(copy, ['build', `-only=${target.source}`, '.'])).toThrow('Unset variable "large_use_inline_0"');
});

test('the manifest at the end of a chain describes the artifact of its last step', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const web = new Image(app, 'web');
  new FileSource(web, 'disk', { content: 'x', target: 'disk.img' });
  const sums = new ChecksumPostProcessor(web, 'sums', { checksumTypes: ['sha256'], output: 'SHA256SUMS' });
  expect(typeof web.artifactOf(sums).file('SHA256SUMS')).toBe('string');
  const copy = copyOf(app, 'web');
  const [{ targets: [{ chains: [chain] }] }] = assemblyIn(app.outdir).images;

  // WHEN
  const output = packer(copy, ['-machine-readable', 'build', '.']);

  // THEN
  const { files, artifact_id: id } = manifest(copy, chain.manifest).builds[0];
  expect([id, files.map(({ name }: any) => name)]).toEqual(['', ['./disk.img', './SHA256SUMS']]);
  expect(output).toContain(`builder-id,${chain.grammar.builderId}\n`);
});
