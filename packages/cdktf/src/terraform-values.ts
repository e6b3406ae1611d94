import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformElement, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import { ArtifactUse, ForeignValue, ForeignValues, isForeignNumber } from 'cdk-packer/lib/references/foreign-values';
import { ArtifactReference } from './artifact-reference';
import * as errors from './errors';
import { isTerraformExpression } from './terraform-expression';

const TOKEN_TEXT = /[$#&]\{TfToken\[[a-zA-Z0-9:._-]+\]\}|-\d(?:\.\d+)?e\+\d{3}/g;

/** How values are resolved at the moment, and for which stack. */
let active: { readonly stack: TerraformStack; readonly context: IResolveContext } | undefined;

/** Runs `work` with the framework's own resolution, which notes references to other stacks. */
export function resolvingIn<T>(stack: TerraformStack, context: IResolveContext, work: () => T): T {
  const outer = active;
  active = { stack, context };
  try {
    return work();
  } finally {
    active = outer;
  }
}

/** Values of CDK for Terraform, as the core sees them. */
export class TerraformValues implements ForeignValues {
  constructor(private readonly image: IConstruct, private readonly stack: TerraformStack) {}

  /** Splits tokens, also numbers that were put into a string, out of a text. */
  public split(text: string): Array<string | ForeignValue> | undefined {
    if (!text.includes('TfToken[') && !text.includes('e+')) { return undefined; }
    const parts: Array<string | ForeignValue> = [];
    let end = 0;
    for (const match of text.matchAll(TOKEN_TEXT)) {
      const token = match[0].startsWith('-') ? Number(match[0]) : match[0];
      if (typeof token === 'number' && !isForeignNumber(token)) { continue; }
      if (match.index! > end) { parts.push(text.slice(end, match.index)); }
      parts.push(this.value(token, 'string'));
      end = match.index! + match[0].length;
    }
    if (parts.length === 0) { return undefined; }
    if (end < text.length) { parts.push(text.slice(end)); }
    return parts;
  }

  /** Recognises numbers, lists, maps and objects that are tokens. */
  public recognise(value: unknown): ForeignValue | undefined {
    if (value instanceof ResolvedExpression) { return this.expression(value.text, 'json', value.token); }
    if (typeof value === 'number') { return isForeignNumber(value) ? this.value(value, 'json') : undefined; }
    if (typeof value !== 'object' || value === null) { return undefined; }
    return isToken(value) ? this.value(value, 'json') : undefined;
  }

  private value(token: any, type: 'string' | 'json'): ForeignValue {
    const resolved = this.resolve(token);
    if (isTerraformExpression(resolved)) { return this.expression(resolved, type, token); }
    return { literal: withExpressions(resolved, token) };
  }

  private expression(expression: string, type: 'string' | 'json', token: any): ForeignValue {
    if (/\beach\.(?:key|value)\b/.test(expression)) { throw errors.iteratorValue(expression); }
    return { expression, type, sensitive: this.isSensitive(expression), artifacts: this.artifactsIn(token) };
  }

  private resolve(token: any): unknown {
    if (active?.stack === this.stack) { return active.context.resolve(token); }
    return Tokenization.resolve(token, { scope: this.stack, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
  }

  private artifactsIn(token: any): ArtifactUse[] {
    const collector = new ArtifactCollector();
    Tokenization.resolve(token, { scope: this.image, resolver: collector, preparing: false });
    return collector.artifacts;
  }

  /** A sensitive variable of the stack, or a value that the program marked. */
  private isSensitive(expression: string): boolean {
    if (/\bsensitive\(/.test(expression)) { return true; }
    const names = new Set([...expression.matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name));
    return names.size > 0 && this.stack.node.findAll().some((construct) =>
      TerraformElement.isTerraformElement(construct)
      && (construct as { sensitive?: unknown }).sensitive === true
      && names.has(construct.friendlyUniqueId));
  }
}

/** A leaf of a resolved list or map that Terraform still has to evaluate. */
class ResolvedExpression {
  constructor(public readonly text: string, public readonly token: any) {}
}

/** Resolved values contain Terraform's text where an expression is; it must not be taken for literal text. */
function withExpressions(value: any, token: any): any {
  if (isTerraformExpression(value)) { return new ResolvedExpression(value, token); }
  if (Array.isArray(value)) { return value.map((item) => withExpressions(item, token)); }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withExpressions(item, token)]));
  }
  return value;
}

function isToken(value: object): boolean {
  if (typeof (value as Partial<IResolvable>).resolve === 'function') { return true; }
  const sample = Array.isArray(value) ? value[0] : Object.keys(value)[0];
  const single = Array.isArray(value) ? value.length === 1 : Object.keys(value).length === 1;
  if (!single) { return false; }
  return typeof sample === 'number' ? isForeignNumber(sample) : typeof sample === 'string' && /^[#&]\{TfToken\[/.test(sample);
}

/** Meets every token of a value, also those inside functions. */
class ArtifactCollector extends DefaultTokenResolver {
  public readonly artifacts: ArtifactUse[] = [];

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: any): any {
    if (ArtifactReference.isArtifactReference(token)) { this.artifacts.push(token.use); }
    return super.resolveToken(token, context, postProcessor);
  }
}
