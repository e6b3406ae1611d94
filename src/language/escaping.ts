/**
 * Literal text in a JSON string that Packer reads as an HCL template: `${` and `%{` are doubled.
 *
 * @param beforeReference - a reference follows directly, so a last `$` must not form an escape with it
 */
export function escapeTemplateText(text: string, beforeReference: boolean): string {
  const escaped = text.includes('{') ? text.replace(/[$%](?=\{)/g, '$&$&') : text;
  return beforeReference && escaped.endsWith('$') ? `${escaped.slice(0, -1)}\${"$"}` : escaped;
}

/** Literal text between double quotes in an HCL expression. */
export function escapeQuotedText(text: string, beforeReference: boolean): string {
  const escaped = text.replace(/["\\\n\r\t]|[\u0000-\u001f]/g, (character) => QUOTED[character] ?? unicodeEscape(character));
  return escapeTemplateText(escaped, beforeReference);
}

const QUOTED: { readonly [character: string]: string } = {
  '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t',
};

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes a literal `{{` so that Packer's Go template, rendered once, gives it back. */
export function escapeGoTemplate(text: string, beforeReference: boolean): string {
  const escaped = text.replace(/\{\{/g, '{{`{{`}}');
  // What the reference stands for may begin with a brace.
  return beforeReference && escaped.endsWith('{') ? `${escaped.slice(0, -1)}{{\`{\`}}` : escaped;
}

/** The HCL expression that does the same to a value known only to Packer. */
export function escapeGoTemplateExpression(expression: string): string {
  return `replace(${expression}, "{{", "{{\`{{\`}}")`;
}
