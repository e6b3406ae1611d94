import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from '../image/kit';
import { baseImage, docker, dockerEnvironment, removeAfterTests } from '../programs/docker';
import { success } from '../programs/run';

const ROOT = path.join(__dirname, '..', '..');
const IMAGE = 'localhost/cdk-packer/shop:1';

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'shop');
  fs.cpSync(path.join(ROOT, 'examples', 'quickstart-docker'), folder, {
    recursive: true, filter: (file) => !/cdktf\.out|\.terraform|\.tfstate/.test(file),
  });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
});

function deploy(): any {
  const command = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');
  success(process.execPath, [command, 'deploy', 'shop', '--auto-approve', '--outputs-file', 'outputs.json'], {
    cwd: folder, env: { ...dockerEnvironment(), BASE_IMAGE: baseImage(), TF_CLI_CONFIG_FILE: undefined },
  });
  const { shop } = JSON.parse(fs.readFileSync(path.join(folder, 'outputs.json'), 'utf8'));
  removeAfterTests(shop['base-image']);
  removeAfterTests(shop['server-runs'].image);
  return shop;
}

test('the quick start with Docker makes a web image from its base image, and again when the site has changed', () => {
  // GIVEN
  removeAfterTests(IMAGE);
  const before = deploy();
  expect(before['web-image']).toBe(IMAGE);
  expect(docker('run', '--rm', IMAGE)).toContain('<h1>The shop is open</h1>');
  expect(docker('run', '--rm', IMAGE, 'cat', '/etc/motd', '/etc/site.conf')).toBe('Welcome to the shop.\nserver_name shop.example.com;');

  // WHEN
  fs.writeFileSync(path.join(folder, 'site', 'index.html'), '<p>Sale!</p>\n');
  const after = deploy();

  // THEN
  expect(after['base-image']).toBe(before['base-image']);
  expect(after['server-runs'].image).not.toBe(before['server-runs'].image);
  expect(docker('run', '--rm', IMAGE)).toBe('<p>Sale!</p>');
});
