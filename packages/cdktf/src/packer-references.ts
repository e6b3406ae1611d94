import { TerraformStack } from 'cdktf';
import { decodeNumber } from 'cdk-packer/lib/references/interned';
import { hasMark } from 'cdk-packer/lib/references/mark';
import * as errors from './errors';

/** References of Packer in the values of a stack, which Terraform would apply as they are. */
export function packerReferences(stack: TerraformStack): string[] {
  const found: string[] = [];
  search(stack.toTerraform(), [], found);
  return found.map(errors.packerReference);
}

function search(value: unknown, path: string[], found: string[]): void {
  if (typeof value === 'string' ? hasMark(value) : typeof value === 'number' && decodeNumber(value) !== undefined) {
    found.push(path.join('.'));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '//') { continue; }
      if (hasMark(key)) { found.push([...path, '(a key)'].join('.')); }
      search(item, [...path, key], found);
    }
  }
}
