import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { oneLine } from './end-to-end/one-line';
import { Project } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { failure, success } from './end-to-end/run';

const SECRET = 'correct-horse-battery-staple';
const DIGEST = createHash('sha256').update(SECRET).digest('hex');

/** A step that notes the digest of the password that it got, then prints it. */
const LOGIN = '#!/bin/sh\nprintf %s "$PASSWORD" | sha256sum | cut -d " " -f 1 >>"$NOTES"\necho "the password is $PASSWORD"\n';
const ONE_IMAGE = `
  const stack = new TerraformStack(app, 'app');
  const password = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });
  const web = new Image(stack, 'web');
  new FileSource(web, 'archive', { target: 'web.txt' });
  new ShellLocalProvisioner(web, 'login', { script: './login.sh', environmentVars: ['PASSWORD=' + password.stringValue] });
  new TerraformOutput(stack, 'image', { value: web.imageId });
`;

test('a sensitive value reaches the step and stands nowhere else', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'login.sh': LOGIN });
  web.environment.TF_VAR_password = SECRET;

  // WHEN
  const stack = await web.synthStack();
  const plan = await success(stack.plan());
  const apply = await success(stack.apply());

  // THEN
  expect(web.built).toEqual([DIGEST]);
  expect(plan).not.toContain(SECRET);
  expect(apply).not.toContain(SECRET);
  expect(stack.log('web/archive')).toContain('the password is <sensitive>');
  expect(web.packerCalls).toEqual(['build -color=false -only=file.archive template.pkr.json']);
  expect(filesWith(web, SECRET)).toEqual([]);
});

test('a sensitive value stands nowhere when the build fails', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'login.sh': `${LOGIN}exit 1\n` });
  web.environment.TF_VAR_password = SECRET;

  // WHEN
  const stack = await web.synthStack();
  const apply = await failure(stack.apply());

  // THEN
  expect(web.built).toEqual([DIGEST]);
  expect(apply).not.toContain(SECRET);
  expect(oneLine(apply)).toContain('image app/web:file.archive: packer build failed (exit 1); its log: ');
  expect(filesWith(web, SECRET)).toEqual([]);
});

test('a changed sensitive value does not build, and is passed with the next build', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'login.sh': LOGIN });
  const stack = await web.synthStack();
  await success(stack.apply('-var=password=first'));

  // WHEN
  web.environment.TF_VAR_password = SECRET;
  const unchanged = await success(stack.apply());
  await success(stack.apply('-replace=terraform_data.web_archive_build'));

  // THEN
  expect(unchanged).toContain('No changes.');
  expect(web.built[1]).toBe(DIGEST);
  expect(web.built.length).toBe(2);
});

test('only the user may read the log of a build', async () => {
  // GIVEN
  const web = project(ONE_IMAGE, { 'login.sh': LOGIN });
  web.environment.TF_VAR_password = SECRET;
  const stack = await web.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { mode } = fs.statSync(path.join(stack.workFolder('web_archive_build'), 'log'));
  expect((mode & 0o777).toString(8)).toBe('600');
});

/** All files of the project that contain a text: the state, what synth wrote, manifests, logs. */
function filesWith({ directory }: Project, text: string): string[] {
  return fs.readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => fs.readFileSync(file).includes(text));
}
