import { DefaultTokenResolver, StringConcat, TerraformLocal, TerraformStack, TerraformVariable, Tokenization } from 'cdktf';

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
  if (names.size === 0) { return false; }
  return stack.node.findAll().some((element) => {
    if (element instanceof TerraformVariable) { return element.sensitive === true && names.has(`var.${element.friendlyUniqueId}`); }
    if (!(element instanceof TerraformLocal)) { return false; }
    const name = `local.${element.friendlyUniqueId}`;
    return names.has(name) && !seen.has(name) && isSensitiveLocal(element, stack, seen.add(name));
  });
}

function isSensitiveLocal(local: TerraformLocal, stack: TerraformStack, seen: Set<string>): boolean {
  const { locals } = Tokenization.resolve(local.toTerraform(), { scope: local, resolver: new DefaultTokenResolver(new StringConcat()) });
  const text = JSON.stringify(locals);
  return /\bsensitive\(/.test(text) || hasSensitiveName(text, stack, seen);
}
