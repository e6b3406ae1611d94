import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const EXAMPLE = path.join(__dirname, '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'golden-base-'));

/** Runs a program, which must succeed, and gives back what it says. */
function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) { throw new Error(`${command} ${args.join(' ')} failed: ${error ?? ''}\n${stdout}${stderr}`); }
  return stdout;
}

/** The text of a file in the archive. */
function read(file: string): string {
  return run('tar', ['-xOf', 'image.tar', `./${file}`], folder);
}

beforeAll(() => {
  run(process.execPath, [require.resolve('ts-node/dist/bin'), 'main.ts'], EXAMPLE);
  fs.cpSync(path.join(EXAMPLE, 'packer.out', 'images', 'web'), folder, { recursive: true });
  run('packer', ['build', '.'], folder);
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

test('the archive holds what the phases, the recipes and the user made, and nothing that only the build needed', () => {
  // WHEN
  const contents = fs.readFileSync(path.join(folder, 'CONTENTS'), 'utf8').trim().split('\n');

  // THEN
  expect(contents.filter((entry) => !entry.endsWith('/')).sort()).toEqual([
    './etc/nginx/sites-enabled/shop.example.com',
    './etc/os-release',
    './etc/passwd',
    './etc/release',
    './etc/ssh/sshd_config',
    './home/ada/.ssh/authorized_keys',
    './home/grace/.ssh/authorized_keys',
    './srv/shop.example.com/index.html',
  ]);
});

test('the step given to the image itself is in the archive, though packing was declared before it', () => {
  expect(read('etc/release')).toBe('1.4.0\n');
});

test('the options of the recipes arrive', () => {
  expect(read('etc/ssh/sshd_config')).toBe('Port 22\nPermitRootLogin no\nPasswordAuthentication no\nAllowUsers ada grace\n');
  expect(read('etc/passwd').split('\n').slice(1)).toEqual(['ada:x:2001:2001::/home/ada:/bin/sh', 'grace:x:2002:2002::/home/grace:/bin/sh', '']);
  expect(read('home/ada/.ssh/authorized_keys')).toBe('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAda ada@example.com\n');
  expect(read('etc/nginx/sites-enabled/shop.example.com')).toContain('  server_name shop.example.com;\n');
});

test('the checksum is that of the archive', () => {
  // GIVEN
  const [checksum, file] = fs.readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trim().split('\t');

  // THEN
  expect(file).toBe('image.tar');
  expect(run(process.execPath, ['-p', `crypto.createHash('sha256').update(fs.readFileSync('${file}')).digest('hex')`], folder).trim()).toBe(checksum);
});
