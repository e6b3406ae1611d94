import { problem } from './errors';
import { Position } from './position';
import { Resolution } from './resolution';

/** References of Packer, and addresses of Terraform resources. */
const REFERENCE = /\$\{(?:(?:var|local|source|build|data|path)\.|(?:module\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*\.\w)[\w.-]*(?:[^{}\n]{0,80}\})?/;

/** Literal text arrives as it is, also where it looks like a reference. */
export function warnOfLookAlike(text: string, { element, option }: Position, resolution: Resolution): void {
  const found = REFERENCE.exec(text)?.[0];
  if (found) { resolution.warning(element, problem.looksLikeReference(option, found)); }
}
