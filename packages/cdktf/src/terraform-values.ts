import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import { ArtifactUse, ForeignValue, ForeignValues, isForeignNumber } from 'cdk-packer/lib/references/foreign-values';
import { numbersIn } from 'cdk-packer/lib/references/interned';
import { ArtifactReference } from './artifact-reference';
import * as errors from './errors';
import { isReference, isSensitive, Reference } from './sensitive-values';
import { isTerraformExpression, unescapeTerraform } from './terraform-expression';

const TOKEN_TEXT = /[$#&]\{TfToken\[[a-zA-Z0-9:._-]+\]\}/g;
/** Values that exist only in the resource that Terraform repeats. */
const REPEATED = /\beach\.(?:key|value)\b|\bcount\.index\b/;

/** How values are resolved at the moment, and for which stack. */
let active: { readonly stack: TerraformStack; readonly context: IResolveContext; failure?: unknown } | undefined;
/** Stacks whose references to other stacks the framework has noted. */
const prepared = new WeakSet<TerraformStack>();
let lookingForLost = false;

/**
 * Runs `work` with the framework's own resolution, which notes references to other stacks.
 *
 * @throws what that resolution throws, which a rendering only notes as a problem of the image
 */
export function resolvingIn<T>(stack: TerraformStack, context: IResolveContext, work: () => T): T {
  const outer = active;
  const current: NonNullable<typeof active> = { stack, context };
  active = current;
  if (context.preparing) { prepared.add(stack); }
  try {
    const result = work();
    if (current.failure !== undefined) { throw current.failure; }
    return result;
  } finally {
    active = outer;
  }
}

/** Runs `work`, in which references to other stacks that came too late are errors. */
export function lookingForLostReferences<T>(work: () => T): T {
  lookingForLost = true;
  try {
    return work();
  } finally {
    lookingForLost = false;
  }
}

/** Values of CDK for Terraform, as the core sees them. */
export class TerraformValues implements ForeignValues {
  constructor(private readonly image: IConstruct, private readonly stack: TerraformStack) {}

  /** Splits tokens, also numbers that were put into a string, out of a text. */
  public split(text: string): Array<string | ForeignValue> | undefined {
    const tokens = [
      ...(text.includes('TfToken[') ? text.matchAll(TOKEN_TEXT) : []),
      ...numbersIn(text).filter(([number]) => isForeignNumber(Number(number))),
    ].sort((a, b) => a.index! - b.index!);
    if (tokens.length === 0) { return undefined; }
    const parts: Array<string | ForeignValue> = [];
    let end = 0;
    for (const { 0: token, index } of tokens) {
      if (index! > end) { parts.push(text.slice(end, index)); }
      parts.push(this.value(token.startsWith('-') ? Number(token) : token, 'string'));
      end = index! + token.length;
    }
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
    if (REPEATED.test(expression)) { throw errors.iteratorValue(expression); }
    const { artifacts, sensitive, references, composition } = this.contents(token);
    const lost = lookingForLost ? references.find((reference) => this.isLost(reference)) : undefined;
    if (lost) { throw errors.referenceAddedTooLate(lost.identifier, lost.originStack); }
    return {
      expression,
      type,
      sensitive: sensitive || isSensitive(expression, this.stack),
      artifacts,
      ...(artifacts.length === 0 ? {} : { composition }),
    };
  }

  private resolve(token: any): unknown {
    if (active?.stack === this.stack) {
      try {
        return active.context.resolve(token);
      } catch (error) {
        active.failure ??= error;
        throw error;
      }
    }
    return Tokenization.resolve(token, { scope: this.stack, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
  }

  /** The framework notes references to other stacks first, and then lets aspects add more. Those it writes as if they were of this stack. */
  private isLost(reference: Reference): boolean {
    return reference.originStack !== this.stack && prepared.has(this.stack) && this.resolve(reference) === `\${${reference.identifier}}`;
  }

  private contents(token: any): TokenCollector {
    const collector = new TokenCollector();
    collector.composition = JSON.stringify(Tokenization.resolve(token, { scope: this.image, resolver: collector, preparing: false }));
    return collector;
  }
}

/** A leaf of a resolved list or map that Terraform still has to evaluate. */
class ResolvedExpression {
  constructor(public readonly text: string, public readonly token: any) {}
}

/** Resolved values contain Terraform's text where an expression is; it must not be taken for literal text. */
function withExpressions(value: any, token: any): any {
  if (typeof value === 'string') { return isTerraformExpression(value) ? new ResolvedExpression(value, token) : unescapeTerraform(value); }
  if (Array.isArray(value)) { return value.map((item) => withExpressions(item, token)); }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => {
      if (isTerraformExpression(key)) { throw errors.lateKey(key); }
      return [unescapeTerraform(key), withExpressions(item, token)];
    }));
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
class TokenCollector extends DefaultTokenResolver {
  public readonly artifacts: ArtifactUse[] = [];
  public readonly references: Reference[] = [];
  /** Whether a token refers to something sensitive, also in another stack, whose name is lost in the expression. */
  public sensitive = false;
  /** What is left of the value without what references refer to. */
  public composition = '';

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: any): any {
    const resolved = super.resolveToken(token, context, postProcessor);
    if (ArtifactReference.isArtifactReference(token)) {
      // The framework resolves some tokens several times.
      const { address, isPath } = token.use;
      if (!this.artifacts.some((use) => use.address === address && use.isPath === isPath)) { this.artifacts.push(token.use); }
      return token.part;
    }
    if (isReference(token)) {
      this.references.push(token);
      this.sensitive ||= isSensitive(token.identifier, token.originStack);
      return 'value';
    }
    return resolved;
  }
}
