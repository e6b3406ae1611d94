import * as fs from 'fs';
import * as path from 'path';
import { NOTE, NOTE_AND_WAIT } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { failure, success } from './end-to-end/run';
import { until } from './end-to-end/until';

const ONE_IMAGE = `
  const stack = new TerraformStack(app, 'app');
  const web = new Image(stack, 'web');
  new FileSource(web, 'archive', { target: 'web.txt' });
  new ShellLocalProvisioner(web, 'note', {
    script: './note.sh',
    environmentVars: ['PART=' + Asset.of('./part.txt').path, 'OUTPUT=' + web.workDirectory + '/web.txt'],
  });
  new TerraformOutput(stack, 'image', { value: web.imageId });
`;
const COPY_PART = 'cat "$PART" >"$OUTPUT"\n';

test('a synth during a build changes nothing of it; the next apply builds what is new', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': `${NOTE_AND_WAIT}${COPY_PART}`, 'part.txt': 'old' });
  const stack = await web.synthStack();
  const running = stack.apply();
  await until('the step runs', () => web.built.length === 1);

  // WHEN
  web.write('part.txt', 'new');
  web.write('note.sh', `${NOTE_AND_WAIT}${COPY_PART}printf " and newer" >>"$OUTPUT"\n`);
  await web.synth();
  web.write('go', '');
  await success(running);
  const first = stack.workFolder('web_archive_build');
  await success(stack.apply());
  const second = stack.workFolder('web_archive_build');

  // THEN
  expect(fs.readFileSync(path.join(first, 'web.txt'), 'utf8')).toBe('old');
  expect(fs.readFileSync(path.join(second, 'web.txt'), 'utf8')).toBe('new and newer');
  expect(web.built).toEqual(['archive', 'archive']);
});

test('a saved plan is refused after a newer synth, and nothing is built', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': `${NOTE}${COPY_PART}`, 'part.txt': 'old' });
  const stack = await web.synthStack();
  await success(stack.plan('-out=saved'));
  web.write('part.txt', 'new');
  await web.synth();

  // WHEN
  const output = await failure(stack.terraform('apply', 'saved'));

  // THEN
  expect(output).toContain('image app/web:file.archive: its directory has been synthesized anew since this plan was made; plan and apply again');
  expect(web.packerCalls).toEqual([]);
  await success(stack.apply());
  expect(web.built).toEqual(['archive']);
  expect(fs.readFileSync(path.join(stack.workFolder('web_archive_build'), 'web.txt'), 'utf8')).toBe('new');
});

test('the targets of images that do not depend on each other are built at the same time', async () => {
  // GIVEN a step that only ends when all three run
  const many = project(`
    const stack = new TerraformStack(app, 'app');
    const image = (name, sources) => {
      const made = new Image(stack, name);
      for (const source of sources) { new FileSource(made, source, { target: source + '.txt' }); }
      new ShellLocalProvisioner(made, 'meet', { script: './meet.sh' });
    };
    image('one', ['a', 'b']);
    image('two', ['c']);
  `, { 'meet.sh': `${NOTE}left=300\nuntil [ "$(wc -l <"$NOTES")" -eq 3 ]; do left=$((left - 1)); [ "$left" -gt 0 ] || exit 1; sleep 0.1; done\n` });
  const stack = await many.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  expect(many.built.sort()).toEqual(['a', 'b', 'c']);
});

test('destroying the stack keeps the files of its images', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'note.sh': `${NOTE}${COPY_PART}`, 'part.txt': 'kept' });
  const stack = await web.synthStack();
  await success(stack.apply());
  const folder = stack.workFolder('web_archive_build');

  // WHEN
  const output = await success(stack.terraform('destroy', '-auto-approve'));

  // THEN
  expect(output).toContain('Resources: 2 destroyed.');
  expect(fs.readFileSync(path.join(folder, 'web.txt'), 'utf8')).toBe('kept');
  expect(web.packerCalls.length).toBe(1);
});

test('the directory of an image alone, copied elsewhere, is built by packer build', async () => {
  // GIVEN
  const web = project(`
    const stack = new TerraformStack(app, 'app');
    const zone = new DataResource(stack, 'zone', { input: 'shop.example.com' });
    const web = new Image(stack, 'web');
    new FileSource(web, 'archive', { target: 'web.txt' });
    new ShellLocalProvisioner(web, 'pack', {
      script: './pack.sh',
      environmentVars: [
        'DOMAIN=' + Token.asString(zone.output), 'PART=' + Asset.of('./part.txt').path, 'OUTPUT=' + web.workDirectory + '/web.txt',
      ],
    });
  `, { 'pack.sh': '#!/bin/sh\necho "$(cat "$PART") of $DOMAIN" >"$OUTPUT"\n', 'part.txt': 'pages' });
  await web.synth();
  fs.cpSync(path.join(web.stack().directory, 'images', 'web'), web.path('elsewhere'), { recursive: true });
  fs.rmSync(web.path('cdktf.out'), { recursive: true });
  fs.rmSync(web.path('part.txt'));

  // WHEN
  web.environment.PKR_VAR_pack_environment_vars_0 = 'blog.example.com';
  await success(web.run('packer', ['build', '.'], 'elsewhere'));

  // THEN
  expect(web.read('elsewhere/web.txt')).toBe('pages of blog.example.com\n');
});
