import { DefaultTokenResolver, StringConcat, TerraformLocal, TerraformStack, TerraformVariable, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';

/** What a reference of the framework, as far as it matters here, looks like. */
export interface Reference {
  readonly identifier: string;
  readonly originStack: TerraformStack;
}

/** Whether `token` is a reference to an element of a stack. */
export function isReference(token: object): token is Reference {
  const { identifier, originStack } = token as Partial<Reference>;
  return typeof identifier === 'string' && TerraformStack.isStack(originStack);
}

/**
 * Whether Terraform's text contains something that the program marked: a sensitive variable, a local value made of one, or a call of
 * `sensitive`. What a provider marks is not known to programs.
 */
export function isSensitive(expression: string, stack: TerraformStack): boolean {
  return /\bsensitive\(/.test(expression) || hasSensitiveName(expression, stack, new Set());
}

function hasSensitiveName(expression: string, stack: TerraformStack, seen: Set<string>): boolean {
  const names = new Set([...expression.matchAll(/\b(?:var|local)\.[\w-]+/g)].map(([name]) => name));
  return [...names].some((name) => {
    const element = elementNamed(name, stack);
    if (element instanceof TerraformVariable) { return element.sensitive === true; }
    return element !== undefined && !seen.has(name) && isSensitiveLocal(element, stack, seen.add(name));
  });
}

type Named = TerraformVariable | TerraformLocal;

/** Variables and local values by name. Elements may be added at any time: what is not there is looked for again. */
const indexes = new WeakMap<TerraformStack, Map<string, Named>>();

function elementNamed(name: string, stack: TerraformStack): Named | undefined {
  const known = indexes.get(stack)?.get(name);
  if (known && nameOf(known) === name) { return known; }
  const elements = stack.node.findAll().filter(isNamed).filter((element) => TerraformStack.of(element) === stack);
  const index = new Map(elements.map((element) => [nameOf(element), element]));
  indexes.set(stack, index);
  return index.get(name);
}

function isNamed(construct: IConstruct): construct is Named {
  return construct instanceof TerraformVariable || construct instanceof TerraformLocal;
}

function nameOf(element: Named): string {
  return `${element instanceof TerraformVariable ? 'var' : 'local'}.${element.friendlyUniqueId}`;
}

function isSensitiveLocal(local: TerraformLocal, stack: TerraformStack, seen: Set<string>): boolean {
  const { locals } = Tokenization.resolve(local.toTerraform(), { scope: local, resolver: new DefaultTokenResolver(new StringConcat()) });
  const text = JSON.stringify(locals);
  return /\bsensitive\(/.test(text) || hasSensitiveName(text, stack, seen);
}
