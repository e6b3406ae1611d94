import { captured } from './child.mjs';
import { CI } from './ci.mjs';
import { onPath } from './paths.mjs';
import { Missing, say } from './say.mjs';

/** Whether packages of Debian may be installed: never on a machine of somebody. */
export function mayInstall() {
  return CI && process.getuid?.() === 0 && Boolean(onPath('apt-get'));
}

export async function install(packages) {
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', ...packages]]) {
    const { code, output } = await captured('apt-get', args, { env });
    if (code !== 0) throw new Missing(`${output}\napt-get could not install ${packages.join(', ')}: see above.`);
  }
}
