/** Literal text in a string that Terraform reads as a template. */
export function escapeTerraform(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** What Terraform makes of a string in which it evaluates nothing. */
export function unescapeTerraform(text: string): string {
  return text.replace(/([$%])\1(?=\{)/g, '$1');
}

/** An expression without the braces around it, as it stands inside of another one and in `depends_on`. */
export function unbraced(expression: string): string {
  return expression.replace(/^\$\{(.*)\}$/s, '$1');
}

/** Whether a resolved string contains something that Terraform evaluates: after another `$` or `%`, however many, it does not. */
export function isTerraformExpression(value: unknown): value is string {
  return typeof value === 'string' && /(?<!\$)\$\{|(?<!%)%\{/.test(value);
}
