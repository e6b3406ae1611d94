import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { TerraformOutput } from 'cdktf';
import { FileSource, PostProcessor, Source } from 'cdk-packer';
import { project } from './end-to-end/projects';
import { failure, success } from './end-to-end/run';
import { evaluate } from './evaluate';
import { fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';
import { escapeTerraform } from '../src/terraform-expression';

/** What is recorded of an artifact of a type of source when the build has left this manifest, and a post-processor this one. */
function recorded(type: string, manifest?: any, after: { type?: string; manifest?: any } = {}): any {
  const stack = testStack();
  const web = new Image(stack, 'web');
  new Source(web, 'one', { type, configuration: {} });
  if (after.type) { new PostProcessor(web, 'after', { type: after.type }); }
  const { input } = Written.by(stack).resource('web_one_artifact');
  const value = input.replaceAll('terraform_data.web_one_build.output', 'local.manifest');
  return evaluate(
    { locals: { manifest: './work/key/manifest.json' }, output: { record: { value } } },
    {
      ...(manifest === undefined ? {} : { 'work/key/manifest.json': JSON.stringify(manifest) }),
      ...(after.manifest === undefined ? {} : { 'work/key/manifest.1.json': JSON.stringify(after.manifest) }),
    },
  ).record;
}

test('an artifact with an id for each region is recorded with all of them', () => {
  const manifest = { builds: [{ artifact_id: 'eu-west-1:ami-1,us-east-1:ami-2', files: null, packer_run_uuid: 'run' }] };
  expect(recorded('amazon-ebs', manifest)).toEqual({
    id: 'eu-west-1:ami-1,us-east-1:ami-2',
    run: 'run',
    ids: { 'eu-west-1': 'ami-1', 'us-east-1': 'ami-2' },
    files: [],
    directory: 'work/key',
  });
});

test('an artifact of a file is recorded with the id of its run and its files, relative to the work folder', () => {
  const files = [{ name: '<folder>/work/key/a.txt', size: 1 }, { name: '<folder>/work/key/sub/b.txt', size: 2 }];
  const manifest = { builds: [{ artifact_id: 'File', files, packer_run_uuid: 'run' }] };
  expect(recorded('file', manifest)).toEqual({ id: 'run', run: 'run', files: ['a.txt', 'sub/b.txt'], directory: 'work/key' });
});

test('an artifact of a source that nobody knows is recorded with the id that Packer gives it', () => {
  const manifest = { builds: [{ artifact_id: 'image-1', files: [], packer_run_uuid: 'run' }] };
  expect(recorded('acme-cloud', manifest)).toEqual({ id: 'image-1', run: 'run', files: [], directory: 'work/key' });
});

test('volumes and snapshots are recorded as lists for each region', () => {
  const ids = 'eu-west-1:snap-1,eu-west-1:vol-1,eu-west-1:vol-2,us-east-1:vol-3';
  const manifest = { builds: [{ artifact_id: ids, files: null, packer_run_uuid: 'run' }] };
  expect(recorded('amazon-ebsvolume', manifest)).toEqual({
    id: ids,
    run: 'run',
    volumes: { 'eu-west-1': ['vol-1', 'vol-2'], 'us-east-1': ['vol-3'] },
    snapshots: { 'eu-west-1': ['snap-1'] },
    files: [],
    directory: 'work/key',
  });
});

test.each([
  ['web:1.2', 'web', '1.2'],
  ['localhost:5000/shop/web', 'localhost:5000/shop/web', 'latest'],
  ['localhost:5000/shop/web:v1', 'localhost:5000/shop/web', 'v1'],
])('the image tagged with %s is recorded by its reference, in which the repository and the tag are found', (id, repository, tag) => {
  // GIVEN
  const [manifest, after] = ['sha256:1', id].map((artifact) => ({ builds: [{ artifact_id: artifact, files: null, packer_run_uuid: 'run' }] }));
  const stack = testStack();
  const web = new Image(stack, 'web');
  new Source(web, 'one', { type: 'docker', configuration: { commit: true } });
  const artifact = web.artifactOf(new PostProcessor(web, 'tag', { type: 'docker-tag' }));
  new TerraformOutput(stack, 'found', { value: [artifact.reference, artifact.repository, artifact.tag] });
  const output = JSON.parse(JSON.stringify(Written.by(stack).terraform.output).replaceAll('terraform_data.web_one_artifact.output', 'local.record'));

  // WHEN
  const record = recorded('acme', manifest, { type: 'docker-tag', manifest: after });

  // THEN
  expect(record).toEqual({ id: 'sha256:1', run: 'run', files: [], directory: 'work/key', chains: { 1: { id, files: [] } } });
  expect(evaluate({ locals: { record }, output })).toEqual({ found: [id, repository, tag] });
});

test('files of a post-processor are recorded with the id of the run', () => {
  const manifest = { builds: [{ artifact_id: 'sha256:1', files: null, packer_run_uuid: 'run' }] };
  const after = { builds: [{ artifact_id: '', files: [{ name: '<folder>/work/key/web.tar.gz', size: 1 }], packer_run_uuid: 'run' }] };
  expect(recorded('acme', manifest, { type: 'compress', manifest: after }).chains).toEqual({ 1: { id: 'run', files: ['web.tar.gz'] } });
});

test('when the manifest of a chain is not there nothing is recorded', () => {
  const manifest = { builds: [{ artifact_id: 'sha256:1', files: null, packer_run_uuid: 'run' }] };
  expect(recorded('acme', manifest, { type: 'docker-tag' })).toEqual({ id: '', run: '', files: [], directory: '' });
});

test('without a manifest nothing is recorded', () => {
  expect(recorded('amazon-ebs')).toEqual({ id: '', run: '', files: [], directory: '' });
});

test('the id in a region is the one of that region', () => {
  // GIVEN
  const stack = testStack();
  const web = new Image(stack, 'web');
  const ami = new Source(web, 'ami', { type: 'amazon-ebs', configuration: {} });
  new TerraformOutput(stack, 'id', { value: web.artifactOf(ami).idIn('us-east-1') });
  const { value } = Written.by(stack).terraform.output.id;
  // WHEN
  const { id } = evaluate({
    locals: { record: { ids: { 'eu-west-1': 'ami-1', 'us-east-1': 'ami-2' } } },
    output: { id: { value: value.replace('terraform_data.web_ami_artifact.output', 'local.record') } },
  });
  // THEN
  expect(id).toBe('ami-2');
});

test('the single id is the only one of the recorded ones', () => {
  // GIVEN
  const stack = testStack();
  const web = new Image(stack, 'web');
  new Source(web, 'ami', { type: 'amazon-ebs', configuration: {} });
  new TerraformOutput(stack, 'id', { value: web.imageId });
  const value = Written.by(stack).terraform.output.id.value.replace('terraform_data.web_ami_artifact.output', 'local.record');
  const idOf = (ids: any) => evaluate({ locals: { record: { ids } }, output: { id: { value } } }).id;
  // THEN
  expect(idOf({ 'eu-west-1': 'ami-1' })).toBe('ami-1');
  expect(() => idOf({ 'eu-west-1': 'ami-1', 'us-east-1': 'ami-2' })).toThrow('one(values(local.record.ids))');
});

test('Terraform finds the file that a glob means', () => {
  // GIVEN
  const files = ['disk.qcow2', 'disk.qcow2.sha256', 'sub/folder/disk.raw', 'a"b^c\\d[e]f{g}.txt', '${x}%{y}.img', 'é😀.iso'];
  const globs = ['*.qcow2', '*.sha???', '**.raw', 'sub/*/disk.*', 'a"b^c\\d[e]f{g}.*', '${x}%{y}.img', '?😀.iso', 'é?.iso'];
  const stack = testStack();
  const web = fileImage(stack, 'web');
  const artifact = web.artifactOf(web.node.findChild('text') as FileSource);
  globs.forEach((glob, index) => new TerraformOutput(stack, `g${index}`, { value: artifact.file(glob) }));
  const output = JSON.parse(JSON.stringify(Written.by(stack).terraform.output)
    .replaceAll('terraform_data.web_text_artifact.output', 'local.record')
    .replaceAll('local.web_text-directory', 'local.directory'));
  // WHEN
  const found = evaluate({ locals: { record: { files: files.map(escapeTerraform) }, directory: '/work' }, output });
  // THEN
  expect(globs.map((_glob, index) => found[`g${index}`])).toEqual([
    '/work/disk.qcow2', '/work/disk.qcow2.sha256', '/work/sub/folder/disk.raw', '/work/sub/folder/disk.raw',
    '/work/a"b^c\\d[e]f{g}.txt', '/work/${x}%{y}.img', '/work/é😀.iso', '/work/é😀.iso',
  ]);
});

test('a glob that means several files, or none, is an error of Terraform', () => {
  // GIVEN
  const value = (glob: string) => {
    const stack = testStack();
    const web = fileImage(stack, 'web');
    new TerraformOutput(stack, 'file', { value: web.artifactOf(web.node.findChild('text') as FileSource).file(glob) });
    return Written.by(stack).terraform.output.file.value
      .replaceAll('terraform_data.web_text_artifact.output', 'local.record').replaceAll('local.web_text-directory', '"/work"');
  };
  const found = (glob: string) => evaluate({ locals: { record: { files: ['a.txt', 'b.txt'] } }, output: { file: { value: value(glob) } } });
  // THEN
  expect(() => found('*.txt')).toThrow('one(regexall');
  expect(() => found('*.img')).toThrow('one(regexall');
});

test('what a stack with images of every form is written as is valid', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  const web = new Image(stack, 'web');
  const ami = new Source(web, 'ami', { type: 'amazon-ebs', configuration: { region: 'eu-west-1', ami_name: base.imageId } });
  new Source(web, 'other', { type: 'acme-cloud', configuration: { key: 'a ${b} %{c}' } });
  new TerraformOutput(stack, 'id', { value: web.artifactOf(ami).idIn('eu-west-1') });
  new TerraformOutput(stack, 'file', { value: base.artifactOf(base.node.findChild('text') as FileSource).file('*') });
  new Source(web, 'disks', { type: 'amazon-ebsvolume', configuration: { region: 'eu-west-1' } });
  const container = new Source(web, 'container', { type: 'docker', configuration: { image: 'debian', commit: true } });
  const tag = new PostProcessor(web, 'tag', { type: 'docker-tag', configuration: { repository: 'web' }, only: [container] });
  new TerraformOutput(stack, 'reference', { value: web.artifactOf(tag).reference });
  const { directory } = Written.by(stack);
  // WHEN
  const terraform = (...args: string[]) => spawnSync(process.env.TERRAFORM ?? 'terraform', args, { cwd: directory, encoding: 'utf8' });
  terraform('init', '-no-color');
  const { stdout } = terraform('validate', '-json');
  // THEN
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
});

test('a file that one stack has made is read by a resource and by an image of another', async () => {
  // GIVEN
  const shop = project(`
    const images = new TerraformStack(app, 'images');
    const base = new Image(images, 'base');
    const text = new FileSource(base, 'text', { target: 'base.txt', content: 'from the base' });
    const shops = new TerraformStack(app, 'shops');
    const web = new Image(shops, 'web');
    new FileSource(web, 'text', { target: 'web.txt', content: 'x' });
    new ShellLocalProvisioner(web, 'copy', { inline: ['cat ' + base.artifactOf(text).file('*.txt') + ' >>"$PROJECT/copied"'] });
    new TerraformOutput(shops, 'file', { value: base.artifactOf(text).file('base.*') });
    new TerraformOutput(shops, 'id', { value: Fn.upper(base.imageId) });
  `);
  await shop.synth();
  const [images, shops] = [shop.stack('images'), shop.stack('shops')];
  // WHEN
  await images.init();
  await success(images.apply());
  await shops.init();
  await success(shops.apply());
  // THEN
  expect(shop.read('copied')).toBe('from the base');
  expect(fs.readFileSync(shops.outputs.file, 'utf8')).toBe('from the base');
  expect(shops.outputs.id).toBe(images.resource('base_text_artifact').output.value.id.toUpperCase());
});

test('a file of a source that the library does not know lies in the work folder too', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    const text = new Source(web, 'text', { type: 'file', configuration: { target: 'out/web.txt', content: 'from the image' } });
    new ShellLocalProvisioner(web, 'more', { inline: ['mkdir -p out && echo more >out/more.txt'] });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(text).file('**.txt') });
  `);
  const stack = await shop.synthStack();
  shop.write('cdktf.out/stacks/app/images/web/text.manifest.json', 'left by a packer build in the image directory');
  // WHEN
  await success(stack.apply());
  // THEN
  const folder = stack.workFolder('web_text_build');
  expect(stack.outputs.file).toBe(path.join(folder, 'out', 'web.txt'));
  expect(fs.readFileSync(stack.outputs.file, 'utf8')).toBe('from the image');
  expect(fs.readFileSync(path.join(folder, 'out', 'more.txt'), 'utf8')).toBe('more\n');
});

test('a build that has left no artifact id fails and is recovered by another apply', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    new FileSource(web, 'text', { target: 'web.txt', content: 'x' });
    new TerraformOutput(stack, 'id', { value: web.imageId });
  `);
  const stack = await shop.synthStack();
  await success(stack.apply('-target=terraform_data.web_text_build'));
  fs.rmSync(path.join(stack.workFolder('web_text_build'), 'manifest.json'));
  // WHEN
  const output = await failure(stack.apply());
  await success(stack.apply('-replace=terraform_data.web_text_build'));
  // THEN
  expect(output.replace(/[\s│]+/g, ' ')).toContain('image app/web:file.text: its id is unknown, since');
  expect(stack.outputs.id).toMatch(/^[0-9a-f-]{36}$/);
});
