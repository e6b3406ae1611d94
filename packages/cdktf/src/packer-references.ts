import { TerraformStack } from 'cdktf';
import { decodeNumber, splitNumbers } from 'cdk-packer/lib/references/interned';
import { hasMark } from 'cdk-packer/lib/references/mark';
import * as errors from './errors';

/** References of Packer in the values of a stack, which Terraform would apply as they are. */
export function packerReferences(stack: TerraformStack): string[] {
  const found = new Set<string>();
  search(stack.toTerraform(), [], found);
  return [...found].map(errors.packerReference);
}

function search(value: unknown, path: string[], found: Set<string>): void {
  if (isReference(value)) {
    found.add(path.join('.'));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '//') { continue; }
      if (isReference(key)) {
        found.add([...path, '(a key)'].join('.'));
      } else {
        search(item, [...path, key], found);
      }
    }
  }
}

function isReference(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return hasMark(value) || splitNumbers(value).some((part) => typeof part !== 'string');
    case 'number': return decodeNumber(value) !== undefined;
    default: return false;
  }
}
