import * as errors from './errors';
import { ExpressionNode, ReferenceBraces } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { encodeNumber, intern } from '../references/interned';
import { encodeMark, hasMark } from '../references/mark';
import { IResolvable, markResolvable } from '../references/resolvable';

/**
 * HCL expressions of Packer, written as they are. What they evaluate to is known only to Packer. A reference in one is an error.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions
 *
 * @example
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'greet', { inline: [`echo ${Expression.asString('upper(var.name)')}`] });
 */
export class Expression {
  /** An expression that gives a string; usable inside longer strings too. */
  public static asString(code: string): string {
    return encodeMark({ node: literalCode(code) });
  }

  /** An expression that gives a number. */
  public static asNumber(code: string): number {
    return encodeNumber(literalCode(code));
  }

  /** An expression that gives a list of strings. Nothing can be added to it. */
  public static asList(code: string): string[] {
    return [encodeMark({ node: literalCode(code), list: true })];
  }

  /** An expression that gives any value: a boolean, a map, an object. */
  public static asAny(code: string): IResolvable {
    return new ExpressionValue(literalCode(code));
  }

  private constructor() {}
}

function literalCode(code: string): ExpressionNode {
  if (hasMark(code) || looksForeign(code)) { throw errors.expressionWithReference(); }
  return { kind: 'code', code };
}

/** An expression that stands where any value may stand. */
export class ExpressionValue implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly node: ExpressionNode) {
    markResolvable(this);
  }

  public resolve(): any {
    return encodeMark({ node: this.node });
  }

  public toString(): string {
    return encodeMark({ node: this.node });
  }
}

/** A reference to an element, which only the template `owner` may use. */
export function ownedCode(code: string, owner: object, braces?: ReferenceBraces): ExpressionNode {
  return { kind: 'code', code, owner: intern(owner), ...braces && { braces } };
}
