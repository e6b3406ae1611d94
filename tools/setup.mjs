import { compile } from './compile.mjs';
import { installDependencies } from './dependencies.mjs';
import { findPacker } from './packer.mjs';
import { say } from './say.mjs';
import { findTerraform } from './terraform.mjs';

/** Finds the programs that images are really built and deployed with. */
export async function findPrograms({ exactly = false } = {}) {
  const terraform = findTerraform();
  say(`Terraform ${terraform.version}: ${terraform.path}`);
  const packer = await findPacker({ exactly });
  say(`Packer ${packer.version}: ${packer.path}`);
  return { packer, terraform };
}

/** Installs and compiles what is missing or out of date. */
export async function setUpPackages() {
  await installDependencies();
  await compile();
}
