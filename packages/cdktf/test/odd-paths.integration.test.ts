import * as fs from 'fs';
import * as path from 'path';
import { NOTE } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';

test('a project whose path has spaces and other characters is built like any other, scripts and folders included', async () => {
  // GIVEN
  const web = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    const archive = new FileSource(web, 'archive', { target: 'web.txt' });
    new ShellLocalProvisioner(web, 'note', {
      scripts: ['./note.sh', './copy.sh'],
      environmentVars: ['SITE=' + Asset.of('./the site').path, 'OUTPUT=' + web.workDirectory + '/web.txt'],
    });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(archive).file('*.txt') });
  `, {
    'note.sh': NOTE,
    'copy.sh': '#!/bin/sh\ncat "$SITE/index file.html" >"$OUTPUT"\n',
    'the site/index file.html': 'hello',
  }, 'cdk-packer-e2e has [odd] é $HOME ');
  const stack = await web.synthStack();

  // WHEN
  await success(stack.apply());
  const { file } = stack.outputs;

  // THEN
  expect(web.built).toEqual(['archive']);
  expect(file).toBe(path.join(stack.workFolder('web_archive_build'), 'web.txt'));
  expect(fs.readFileSync(file, 'utf8')).toBe('hello');
});
