import { problem } from './errors';
import { ITERATOR } from './hcl-code';
import { Resolution } from './resolution';
import { BROKEN, Leaf, Resolved, ResolvedBlock, ResolvedOption } from './resolved';
import { readType } from './type-expression';
import { mismatch } from './type-match';
import type { Variable } from './variable';

/** Checks what Packer says of variables only when it builds. */
export function checkVariable(variable: Variable, options: readonly ResolvedOption[], resolution: Resolution): void {
  const valueOf = (name: string) => options.find(({ schema }) => schema.name === name)?.value;
  const type = valueOf('type');
  if (typeof type === 'string') { checkType(variable, type, valueOf('default'), resolution); }
  const validation = valueOf('validation');
  for (const rule of Array.isArray(validation) ? validation : []) {
    if (rule instanceof ResolvedBlock) { checkRule(variable, rule, resolution); }
  }
}

const NEWER_TYPES: ReadonlyArray<readonly [string, string]> = [
  ['any', 'the type `any`'],
  ['optional', '`optional` in a type'],
];

function checkType(variable: Variable, text: string, value: Resolved | undefined, resolution: Resolution): void {
  try {
    const { type, words } = readType(text);
    const wrong = value === undefined ? undefined : mismatch(value, type);
    if (wrong) { resolution.problem(variable, problem.defaultOfOtherType(`default${wrong.path}`, wrong.found, wrong.type.text)); }
    for (const [word, feature] of NEWER_TYPES) {
      if (words.has(word)) { resolution.requireVersion(variable, feature, '1.16.0'); }
    }
  } catch (error) {
    resolution.problem(variable, problem.noType(text, (error as Error).message));
  }
}

function checkRule(variable: Variable, { options }: ResolvedBlock, resolution: Resolution): void {
  const [condition, message] = ['condition', 'error_message'].map((name) => options.find(({ schema }) => schema.name === name)?.value);
  const found = condition instanceof Leaf ? references(condition) : [];
  if (condition !== BROKEN && !found.includes(`var.${variable.name}`)) { resolution.problem(variable, problem.conditionWithoutVariable(variable.name)); }
  const iterates = condition instanceof Leaf && condition.parts.some((part) => typeof part === 'object' && 'code' in part && ITERATOR.test(part.code));
  for (const other of iterates ? [] : new Set(found.filter((reference) => reference !== `var.${variable.name}`))) {
    resolution.problem(variable, problem.conditionWithOther(variable.name, other));
  }
  // Where it begins with a letter, that is a capital one.
  if (typeof message === 'string' && !(/^(?:\p{Lu}|\P{L})/u.test(message.trim()) && /[.?!]$/.test(message.trim()))) {
    resolution.problem(variable, problem.errorMessage(message));
  }
}

/** What the code refers to. Nothing is a reference in literal text, which may look like one. */
function references({ parts }: Leaf): string[] {
  return parts.flatMap((part) => (typeof part === 'object' && 'code' in part
    ? part.code.replace(/"(?:[^"\\$%]|\\.|[$%](?!\{))*"/g, '""').match(/(?<![\w.]|\w-)(?:var|local|data|path|packer|source|build)\.[A-Za-z_][\w-]*/g) ?? []
    : []));
}
