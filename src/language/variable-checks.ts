import { problem } from './errors';
import { Resolution } from './resolution';
import { Leaf, ResolvedBlock, ResolvedOption } from './resolved';
import { typeProblem } from './type-expression';
import type { Variable } from './variable';

/** Checks what Packer says of variables only when it builds. */
export function checkVariable(variable: Variable, options: readonly ResolvedOption[], resolution: Resolution): void {
  const valueOf = (name: string) => options.find(({ schema }) => schema.name === name)?.value;
  const type = valueOf('type');
  if (typeof type === 'string') {
    const found = typeProblem(type);
    if (found) { resolution.problem(variable, problem.noType(type, found)); }
    for (const [word, feature] of NEWER_TYPES) {
      if (word.test(type)) { resolution.requireVersion(variable, feature, '1.16.0'); }
    }
  }
  const validation = valueOf('validation');
  for (const rule of Array.isArray(validation) ? validation : []) {
    if (rule instanceof ResolvedBlock) { checkRule(variable, rule, resolution); }
  }
}

const NEWER_TYPES: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bany\b/, 'the type `any`'],
  [/\boptional\s*\(/, '`optional` in a type'],
];

function checkRule(variable: Variable, { options }: ResolvedBlock, resolution: Resolution): void {
  const [condition, message] = ['condition', 'error_message'].map((name) => options.find(({ schema }) => schema.name === name)?.value);
  if (!(condition instanceof Leaf) || !condition.parts.some((part) => typeof part === 'object' && 'code' in part && mentions(part.code, variable.name))) {
    resolution.problem(variable, problem.conditionWithoutVariable(variable.name));
  }
  if (typeof message === 'string' && !(/^[^\p{Ll}]/u.test(message) && /[.?!]$/.test(message))) {
    resolution.problem(variable, problem.errorMessage(message));
  }
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.-])var\\.${name}(?![\\w-])`).test(code);
}
