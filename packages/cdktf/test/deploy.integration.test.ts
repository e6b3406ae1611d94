import { NOTE } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';

test('cdktf deploy builds an image, and its id reaches resources and outputs', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    const archive = new FileSource(web, 'archive', { target: 'web.txt', content: 'pages' });
    new ShellLocalProvisioner(web, 'note', { script: './note.sh' });
    const server = new DataResource(stack, 'server', { input: { image: web.imageId } });
    new TerraformOutput(stack, 'image', { value: web.imageId });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(archive).file('*.txt') });
    new TerraformOutput(stack, 'server-runs', { value: server.output.lookup('image') });
  `, { 'note.sh': NOTE });

  // WHEN
  await success(shop.cdktf('synth'));
  await success(shop.cdktf('deploy', '--auto-approve', '--outputs-file', 'outputs.json'));

  // THEN
  const work = shop.stack().workFolder('web_archive_build');
  const { app: outputs } = JSON.parse(shop.read('outputs.json'));
  const manifest = JSON.parse(shop.read(`${work.slice(shop.directory.length + 1)}/manifest.json`));
  expect(outputs).toEqual({ 'image': manifest.builds[0].packer_run_uuid, 'file': `${work}/web.txt`, 'server-runs': outputs.image });
  expect(shop.read(`${work.slice(shop.directory.length + 1)}/web.txt`)).toBe('pages');
  expect(shop.built).toEqual(['archive']);
});

test('an id of one stack reaches another, and again when the image has changed', async () => {
  // GIVEN
  const shop = project(`
    const images = new TerraformStack(app, 'images');
    const web = new Image(images, 'web');
    new FileSource(web, 'archive', { target: 'web.txt' });
    new ShellLocalProvisioner(web, 'note', { script: './note.sh' });
    const servers = new TerraformStack(app, 'servers');
    const server = new DataResource(servers, 'server', { input: web.imageId });
    new TerraformOutput(servers, 'runs', { value: server.output });
  `, { 'note.sh': NOTE });
  const idOfImage = () => shop.stack('images').resource('web_archive_artifact').output.value.id;
  await success(shop.cdktf('deploy', '*', '--auto-approve'));
  const first = idOfImage();
  expect(shop.stack('servers').outputs).toEqual({ runs: first });

  // WHEN
  shop.write('note.sh', `${NOTE}# changed\n`);
  await success(shop.cdktf('deploy', '*', '--auto-approve'));

  // THEN
  expect(idOfImage()).not.toBe(first);
  expect(shop.stack('servers').outputs).toEqual({ runs: idOfImage() });
  expect(shop.built).toEqual(['archive', 'archive']);
});
