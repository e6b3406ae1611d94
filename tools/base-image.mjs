import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captured, printed } from './child.mjs';
import { onPath } from './paths.mjs';
import { Missing } from './say.mjs';

/** The image that the tests build upon: a shell and little more. */
export const BASE_IMAGE = 'localhost/cdk-packer/base:1';

const COMMANDS = ['sh', 'cat', 'chmod', 'cp', 'echo', 'env', 'id', 'ls', 'mkdir', 'mv', 'printf', 'rm', 'sleep', 'test', 'true', 'uname'];

/** Makes the base image, if it is not there, without a registry where that is possible. */
export async function makeBaseImage(docker) {
  if (printed(docker, ['image', 'inspect', BASE_IMAGE]) !== undefined) return;
  const busybox = process.platform === 'linux' && onPath('busybox');
  if (busybox) {
    await importFrom(busybox, docker);
  } else {
    await succeed(docker, ['pull', '--quiet', 'busybox']);
    await succeed(docker, ['tag', 'busybox', BASE_IMAGE]);
  }
}

/** Whether a container of the base image runs; what was said if not. */
export async function runBaseImage(docker) {
  const { code, output } = await captured(docker, ['run', '--rm', BASE_IMAGE, 'true']);
  return { works: code === 0, output };
}

async function importFrom(busybox, docker) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-packer-base-'));
  const [root, archive] = [join(folder, 'root'), join(folder, 'root.tar')];
  try {
    for (const name of ['bin', 'tmp']) mkdirSync(join(root, name), { recursive: true });
    copyFileSync(busybox, join(root, 'bin', 'busybox'));
    for (const command of COMMANDS) symlinkSync('busybox', join(root, 'bin', command));
    await succeed('tar', ['-C', root, '-cf', archive, '.']);
    await succeed(docker, ['import', archive, BASE_IMAGE]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function succeed(command, args) {
  const { code, output } = await captured(command, args);
  if (code !== 0) throw new Missing(`${output.trimEnd()}\nThe base image of the tests could not be made: see above.`);
}
