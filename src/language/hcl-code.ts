/** A contextual reference in HCL. Iterators may have the names of the roots, so only what Packer has below them counts. */
const REFERENCE = /(?<![\w.]|\w-)(?:source\.(?:name|type)|build\.[A-Za-z_]\w*|packer\.[A-Za-z]\w*|path\.(?:root|cwd))(?![\w-])/g;
const CALL = /(?<![\w.]|\w-)([a-z_][a-z0-9_]*)\(/g;
/** What is repeated over may have the names of the roots. */
export const ITERATOR = /\bfor\s+(?:\w+\s*,\s*)?(?:source|build|packer|path|data|local|var)\b/;

/** The contextual references in an expression that a user wrote. */
export function referencesIn(expression: string): string[] {
  const code = withoutTexts(expression);
  return ITERATOR.test(code) ? [] : [...new Set(code.match(REFERENCE) ?? [])];
}

/** The functions that an expression, which a user wrote, calls. */
export function functionsIn(expression: string): string[] {
  return [...new Set([...withoutTexts(expression).matchAll(CALL)].map(([, name]) => name))];
}

const TOKEN = /\$\$\{|%%\{|[$%]\{|\\.|<<|\/\/|\/\*|[^]/g;
const IN_TEXT = -1;

/** The code of an expression without its texts; all of it where that cannot be told. */
export function codeOf(expression: string): string {
  return withoutTexts(expression) || expression;
}

/** What is code in an expression: its texts are left out, the interpolations in them are not. Here documents and comments are not judged. */
function withoutTexts(expression: string): string {
  // Most expressions are a name.
  if (!/["#<\/]/.test(expression)) { return expression; }
  let code = '';
  // For each text that is open: how many braces are open in its interpolation, or that none is.
  const open: number[] = [];
  for (const [token] of expression.matchAll(TOKEN)) {
    const depth = open[open.length - 1];
    if (depth === IN_TEXT) {
      if (token === '"') { open.pop(); } else if (token === '${' || token === '%{') { open[open.length - 1] = 0; }
    } else if (token === '<<' || token === '#' || token === '//' || token === '/*') {
      return '';
    } else if (token === '"') {
      open.push(IN_TEXT);
      code += ' ';
    } else if (token === '}' && depth === 0) {
      open[open.length - 1] = IN_TEXT;
      code += ' ';
    } else {
      if (depth !== undefined && /[{}]$/.test(token)) { open[open.length - 1] += token === '}' ? -1 : 1; }
      code += token;
    }
  }
  return code;
}
