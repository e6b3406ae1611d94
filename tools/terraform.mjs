import { printed } from './child.mjs';
import { onPath } from './paths.mjs';
import { Missing } from './say.mjs';
import { isAtLeast, versionIn } from './versions.mjs';

/** The first version with `terraform_data`. */
const OLDEST_TERRAFORM = '1.4.0';

/** Finds Terraform, or OpenTofu when there is no Terraform. */
export function findTerraform() {
  const found = [process.env.TERRAFORM || onPath('terraform'), onPath('tofu')].filter(Boolean)
    .map(path => ({ path, version: versionOf(path) }))
    .find(({ version }) => version && isAtLeast(version, OLDEST_TERRAFORM));
  if (found) return found;
  throw new Missing('Terraform or OpenTofu, 1.4 or newer, is needed on PATH: '
    + 'install one (https://developer.hashicorp.com/terraform/install or https://opentofu.org/docs/intro/install).');
}

function versionOf(path) {
  return versionIn(printed(path, ['version'], { ...process.env, CHECKPOINT_DISABLE: '1' }));
}
