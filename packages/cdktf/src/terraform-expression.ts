/** Literal text in a string that Terraform reads as a template. */
export function escapeTerraform(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** Whether a resolved string contains something that Terraform evaluates. */
export function isTerraformExpression(value: unknown): value is string {
  return typeof value === 'string' && /(?:^|[^$])(?:\$\$)*\$\{|(?:^|[^%])(?:%%)*%\{/.test(value);
}
