import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CI } from './ci.mjs';
import { findDocker } from './docker.mjs';
import { findEc2 } from './ec2.mjs';
import { testVariables } from './environment.mjs';
import { EARLIER_PACKERS, findEarlierPacker } from './packer.mjs';
import { CACHE } from './paths.mjs';
import { findPlugins } from './plugins.mjs';
import { Missing, say } from './say.mjs';

/**
 * Finds, builds or installs what some tests need besides Packer and Terraform, each named after the file in `test/programs` that
 * gives it to them. What could not be had is in `missing`, with the reason; in CI that is an error.
 */
export async function findTestPrograms({ packer }) {
  const missing = {};
  const search = async (part, find) => {
    try {
      return await find();
    } catch (error) {
      if (CI || !(error instanceof Missing)) throw error;
      say(error.message);
      missing[part] = error.message.split('\n').at(-1);
      return undefined;
    }
  };
  // What takes a minute at most comes first; Go needs all of the machine for itself.
  const [docker, ec2] = await Promise.all([search('docker', findDocker), search('ec2', findEc2)]);
  const packers = await search('packers', findEarlierPackers);
  const plugins = await search('plugins', () => findPlugins(packer));
  if (!plugins) {
    for (const part of ['docker', 'ec2']) missing[part] ??= missing.plugins;
  }
  const found = { packers, plugins, docker, ec2 };
  const variables = testVariables({ packer, ...found });
  remember(variables);
  return { ...found, missing, variables };
}

async function findEarlierPackers() {
  const found = [];
  for (const version of EARLIER_PACKERS) found.push(await findEarlierPacker(version));
  return found;
}

/** For the tests that somebody runs with jest alone. */
function remember(variables) {
  const file = join(CACHE, 'test-programs.json');
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(variables, undefined, 2));
  renameSync(`${file}.${process.pid}`, file);
}
