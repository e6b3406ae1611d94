/**
 * Literal text in a JSON string that Packer reads as an HCL template: `${` and `%{` are doubled. Two characters stand in
 * interpolations of their own: HCL drops a byte order mark at the beginning, and finds no interpolation after a carriage
 * return that ends no line.
 *
 * @param beforeReference - a reference follows directly, so `$` at the end must not form an escape with it
 */
export function escapeTemplateText(text: string, beforeReference: boolean): string {
  if (!/[{\r\uFEFF]/.test(text) && !(beforeReference && text.endsWith('$'))) { return text; }
  const escaped = text
    .replace(/[$%](?=\{)/g, '$&$&')
    .replace(/\$*\r(?!\n)/g, (found) => `\${"${found.slice(0, -1)}\\r"}`)
    .replace(/^\uFEFF/, '${"$&"}');
  // All of them: one that is left would form an escape with the interpolation that the others stand in.
  return beforeReference ? escaped.replace(/\$+$/, (dollars) => `\${"${dollars}"}`) : escaped;
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

/**
 * Writes a literal `{{` so that Packer's Go template, rendered once, gives it back.
 *
 * @param beforeOther - a reference or a Go template follows, which may begin with a brace
 */
export function escapeGoTemplate(text: string, beforeOther: boolean): string {
  const escaped = text.replace(/\{\{/g, '{{`{{`}}');
  return beforeOther && escaped.endsWith('{') ? `${escaped.slice(0, -1)}{{\`{\`}}` : escaped;
}

/** The HCL expression that does the same to a text known only to Packer: to single braces, since others may stand beside it. */
export function escapeGoTemplateExpression(expression: string): string {
  return `replace(${expression}, "{", "{{\`{\`}}")`;
}

/** The same to a value of which only Packer knows whether it is a text, a list of texts, or something else, which stays as it is. */
export function escapeGoTemplateValue(expression: string): string {
  return `try(${escapeGoTemplateExpression(expression)}, [for i in range(length(${expression})) : ${escapeGoTemplateExpression(`${expression}[i]`)}], ${expression})`;
}

/** The same to each text of a list. */
export function escapeGoTemplateList(expression: string): string {
  return `[for text in ${expression} : ${escapeGoTemplateExpression('text')}]`;
}

/** The same to each text of a map. */
export function escapeGoTemplateMap(expression: string): string {
  return `{ for key, text in ${expression} : key => ${escapeGoTemplateExpression('text')} }`;
}
