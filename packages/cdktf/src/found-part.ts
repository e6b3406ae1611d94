import { Fn, Token } from 'cdktf';
import { PartExpression } from 'cdk-packer/lib/image/artifact-part';

/**
 * What an expression finds in an artifact id, as a value of Terraform. Groups that take no part in a match are null; an expression that
 * does not match is an error when Terraform evaluates it.
 */
export function foundPart({ expression, otherwise }: PartExpression, artifactId: any): any {
  const groups = Fn.regex(escapeBackslashes(expression), Token.asString(artifactId));
  const found = Fn.one(Fn.compact(Token.asList(groups)));
  return otherwise === undefined ? found : Fn.coalesce([found, otherwise]);
}

/** In texts that functions are given, the framework escapes everything but these. */
export function escapeBackslashes(text: string): string {
  return text.replace(/\\/g, '\\\\');
}
