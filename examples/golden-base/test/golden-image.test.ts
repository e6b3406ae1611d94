import { PackerApp, ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner } from 'cdk-packer';
import { Construct } from 'constructs';
import { orderOf, stepsOf } from './steps';
import { GoldenImage, NginxSite } from '../src';

const ADA = { name: 'ada', uid: 2001, key: 'ssh-ed25519 AAAA ada' };
const GRACE = { name: 'grace', uid: 2002, key: 'ssh-ed25519 AAAA grace' };

function goldenImage(): GoldenImage {
  return new GoldenImage(new PackerApp(), 'web', { administrators: [ADA, GRACE] });
}

function step(scope: Construct, line: string): void {
  new ShellLocalProvisioner(scope, line, { inline: [line] });
}

test('an image of the company runs its phases in order', () => {
  expect(orderOf(goldenImage())).toEqual([
    'copy-skeleton.sh', 'add-user.sh', 'add-user.sh', 'harden-ssh.sh', 'remove-caches.sh', 'pack.sh',
  ]);
});

test('steps and recipes of the user run in the phase for them, before the hardening', () => {
  // GIVEN
  const web = goldenImage();

  // WHEN
  step(web.install, 'first');
  new NginxSite(new ProvisionerGroup(web.install, 'sites'), 'shop', { root: web.root, domain: 'shop.example.com', site: __dirname });
  step(web.install, 'second');

  // THEN
  expect(orderOf(web)).toEqual([
    'copy-skeleton.sh', 'add-user.sh', 'add-user.sh', 'first', 'copy-site.sh', 'nginx-server.sh', 'second',
    'harden-ssh.sh', 'remove-caches.sh', 'pack.sh',
  ]);
});

test('the clean-up is last, wherever a step is created afterwards', () => {
  // GIVEN
  const web = goldenImage();

  // WHEN
  step(web, 'image');
  step(web.packerBuild, 'build');
  step(new ProvisionerGroup(web, 'group'), 'group');
  step(new ProvisionerGroup(new Construct(web, 'recipe'), 'end', { last: true }), 'end of a recipe');
  step(web.install, 'install');

  // THEN
  expect(orderOf(web)).toEqual([
    'build', 'copy-skeleton.sh', 'add-user.sh', 'add-user.sh', 'install', 'harden-ssh.sh', 'image', 'group', 'end of a recipe',
    'remove-caches.sh', 'pack.sh',
  ]);
});

test('the clean-up of a class that extends it is not after that of the company', () => {
  // GIVEN
  const web = goldenImage();

  // THEN
  expect(() => new ProvisionerGroup(web, 'mine', { last: true })).toThrow('web/mine: `last` is said of web/clean-up already');
});

test('every administrator has an account, and only they may log in', () => {
  // WHEN
  const steps = stepsOf(goldenImage());

  // THEN
  const root = '${var.work_dir}/root';
  expect(steps.filter(({ runs }) => runs === 'add-user.sh').map(({ env }) => env)).toEqual([
    { ROOT: root, NAME: 'ada', NUMBER: '2001', KEY: 'ssh-ed25519 AAAA ada' },
    { ROOT: root, NAME: 'grace', NUMBER: '2002', KEY: 'ssh-ed25519 AAAA grace' },
  ]);
  expect(steps.find(({ runs }) => runs === 'harden-ssh.sh')?.env).toEqual({ ROOT: root, ALLOW_USERS: 'ada grace', PORT: '22' });
});

test('an image without an administrator is an error', () => {
  expect(() => new GoldenImage(new PackerApp(), 'web', { administrators: [] })).toThrow(
    'web/harden/ssh: `allowUsers` is empty, so nobody could log in. Name an account.',
  );
});

test('checksums and the list of contents are written before what the user publishes', () => {
  // GIVEN
  const web = goldenImage();

  // WHEN
  new ShellLocalPostProcessor(web, 'publish', { inline: ['./publish.sh'] });

  // THEN
  const chains: any[] = web.toJson().build[0]['post-processors'];
  // The library adds a manifest to each chain, and one chain of its own.
  expect(chains.flatMap((chain) => Object.keys(chain['post-processor'][0]))).toEqual(['manifest', 'checksum', 'shell-local', 'shell-local']);
});
