import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { BASE_IMAGE } from './base-image.mjs';
import { attached } from './child.mjs';
import { findDocker } from './docker.mjs';
import { environment } from './environment.mjs';
import { CACHE, installed, ROOT } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { run, say } from './say.mjs';
import { findPrograms, setUpPackages } from './setup.mjs';

/** The plugins that were built for the tests. Without them Packer installs what it needs. */
const PLUGINS = join(CACHE, 'plugins');

/** The cdktf command in the folder of the quick start with Docker, with the programs that were found. */
await run(async () => {
  checkPrerequisites();
  const programs = await findPrograms();
  const docker = await findDocker();
  say(`${docker.name} ${docker.version}: ${docker.path}`);
  await setUpPackages();
  const env = { BASE_IMAGE, ...environment(programs) };
  env.PATH = `${dirname(docker.path)}${delimiter}${env.PATH}`;
  if (existsSync(join(PLUGINS, 'github.com', 'hashicorp', 'docker'))) env.PACKER_PLUGIN_PATH ??= PLUGINS;
  return attached(installed('cdktf'), process.argv.slice(2), { cwd: join(ROOT, 'examples', 'quickstart-docker'), env });
});
