import { delimiter, dirname } from 'node:path';
import { BASE_IMAGE } from './base-image.mjs';
import { variableOf } from './packer.mjs';
import { onPath } from './paths.mjs';

/** The environment of a program that works with the real Packer and Terraform, as far as they were found. */
export function environment({ packer, terraform } = {}) {
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    DISABLE_VERSION_CHECK: '1',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
  };
  // The settings of one machine must not change what is tested.
  delete env.TF_CLI_CONFIG_FILE;
  if (packer) {
    env.PACKER = packer.path;
    if (onPath('packer') !== packer.path) env.PATH = `${dirname(packer.path)}${delimiter}${env.PATH ?? ''}`;
  }
  if (terraform) {
    env.TERRAFORM = terraform.path;
    // What the cdktf command asks for.
    env.TERRAFORM_BINARY_NAME = terraform.path;
  }
  return env;
}

/** What the files in `test/programs` ask for: where the programs are that some tests need. */
export function testVariables({ packer, packers = [], plugins, docker, ec2 }) {
  return {
    ...Object.fromEntries([packer, ...packers].map(({ version, path }) => [variableOf(version), path])),
    // Not as `PACKER_PLUGIN_PATH`: every run of Packer asks each plugin there what it is.
    ...plugins && { CDK_PACKER_PLUGINS: plugins.path },
    ...docker && { DOCKER: docker.path, DOCKER_BASE_IMAGE: BASE_IMAGE },
    ...ec2 && { MOTO_PYTHON: ec2.path },
  };
}
