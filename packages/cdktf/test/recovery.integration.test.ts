import * as fs from 'fs';
import { oneLine } from './end-to-end/one-line';
import { NOTE } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { failure, success } from './end-to-end/run';

/** One image, and a server that runs it. */
const ONE_IMAGE = `
  const stack = new TerraformStack(app, 'app');
  const web = new Image(stack, 'web');
  new FileSource(web, 'archive', { target: 'web.txt' });
  new ShellLocalProvisioner(web, 'note', { script: './note.sh' });
  const server = new DataResource(stack, 'server', { input: web.imageId });
  new TerraformOutput(stack, 'image', { value: web.imageId });
  new TerraformOutput(stack, 'server-runs', { value: server.output });
`;
const CHANGED = `${NOTE}# changed\n`;
const FAILING = `${NOTE}exit 1\n`;

test('after a failed build only the failed target is built again', async () => {
  // GIVEN
  const pair = project(`
    const stack = new TerraformStack(app, 'app');
    const image = new Image(stack, 'image');
    const good = new FileSource(image, 'good', { target: 'good.txt' });
    const bad = new FileSource(image, 'bad', { target: 'bad.txt' });
    new ShellLocalProvisioner(image, 'note', { inline: ['echo "$PACKER_BUILD_NAME" >>"$NOTES"'] });
    new ShellLocalProvisioner(image, 'check', { only: [bad], inline: ['test -e "$PROJECT/mended"'] });
    new TerraformOutput(stack, 'good-id', { value: image.artifactOf(good).id });
    new TerraformOutput(stack, 'bad-id', { value: image.artifactOf(bad).id });
  `);
  const stack = await pair.synthStack();
  const output = await failure(stack.apply());
  expect(output).toMatch(/image app\/image:file\.bad: packer build failed \(exit 1\); its log:\s/);
  expect(output).toContain('local-exec provisioner error');
  const good = stack.resource('image_good_artifact').output.value.id;

  // WHEN
  pair.write('mended', '');
  const retry = await success(stack.apply());

  // THEN
  expect(retry).toContain('Resources: 2 added, 0 changed, 1 destroyed.');
  expect(pair.built.sort()).toEqual(['bad', 'bad', 'good']);
  expect(stack.outputs['good-id']).toBe(good);
  expect(stack.outputs['bad-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('when only the build was applied with -target, the next apply brings its image to the server', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': NOTE });
  const stack = await web.synthStack();
  await success(stack.apply());
  const before = stack.outputs.image;

  // WHEN
  web.write('note.sh', CHANGED);
  await web.synth();
  await success(stack.apply('-target=terraform_data.web_archive_build'));
  await success(stack.apply());

  // THEN
  expect(web.built).toEqual(['archive', 'archive']);
  expect(stack.outputs.image).not.toBe(before);
  expect(stack.outputs['server-runs']).toBe(stack.outputs.image);
});

test('-replace of a build really builds again, and its image reaches the server', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': NOTE });
  const stack = await web.synthStack();
  await success(stack.apply());
  const before = stack.outputs.image;

  // WHEN
  await success(stack.apply('-replace=terraform_data.web_archive_build'));

  // THEN
  expect(web.built).toEqual(['archive', 'archive']);
  expect(stack.outputs.image).not.toBe(before);
  expect(stack.outputs['server-runs']).toBe(stack.outputs.image);
});

test('a manifest that is lost before its id was recorded fails clearly, and the command in the message recovers', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': NOTE });
  const stack = await web.synthStack();
  await success(stack.apply('-target=terraform_data.web_archive_build'));
  fs.rmSync(stack.workFolder('web_archive_build'), { recursive: true });

  // WHEN
  const output = await failure(stack.apply());
  const planned = await success(stack.plan());
  const again = await failure(stack.apply());

  // THEN
  const [, folder, ...options] = /cd '([^']*)' && terraform apply (-replace=\S+)/.exec(oneLine(output))!;
  expect(oneLine(output)).toMatch(
    /image app\/web:file\.archive: its id is unknown, since \.\/work\/web\/archive\/\w+\/manifest\.json is not there\./,
  );
  expect(folder).toBe(stack.directory);
  expect(options).toEqual(['-replace=terraform_data.web_archive_build']);
  expect(planned).toContain('terraform_data.web_archive_artifact');
  expect(oneLine(again)).toContain('image app/web:file.archive: its id is unknown');
  await success(stack.apply(...options));
  expect(web.built).toEqual(['archive', 'archive']);
  expect(stack.outputs['server-runs']).toMatch(/^[0-9a-f-]{36}$/);
});

test('a manifest that is lost later does not matter', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': NOTE });
  const stack = await web.synthStack();
  await success(stack.apply());
  fs.rmSync(stack.workFolder('web_archive_build'), { recursive: true });

  // WHEN
  const output = await success(stack.apply());

  // THEN
  expect(output).toContain('No changes.');
});

test('a return to the earlier version after a failed build takes the earlier image', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': NOTE });
  const stack = await web.synthStack();
  await success(stack.apply());
  const before = stack.outputs.image;
  web.write('note.sh', FAILING);
  await web.synth();
  await failure(stack.apply());

  // WHEN
  web.write('note.sh', NOTE);
  await web.synth();
  await success(stack.apply());

  // THEN
  expect(web.built).toEqual(['archive', 'archive']);
  expect(stack.outputs).toEqual({ 'image': before, 'server-runs': before });
});
