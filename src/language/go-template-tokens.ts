/** What stands in the text of a Go template where only Packer knows the text. No literal may contain this character. */
export const UNKNOWN_TEXT = '\uFDEF';

export type GoTemplateTokenType =
  | 'open' | 'close' | 'space' | 'function' | 'keyword' | 'field' | 'dot' | 'variable' | 'string' | 'literal' | 'sign' | 'end of text';

/** A piece of an action. What stands between actions is left out. */
export interface GoTemplateToken {
  readonly type: GoTemplateTokenType;
  readonly text: string;
}

/** Why no token could be read. */
export class GoTemplateError extends Error {}

/** Nothing certain can be said of the rest of the template: there is a text that only Packer knows, or a number of a rare kind. */
export class GoTemplateUnsure extends Error {}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const LITERAL_WORDS = new Set(['true', 'false', 'nil']);

const CLOSE = /(?:[ \t\r\n]-)?\}\}/y;
/** Kinds of tokens in actions, the first that is found counts. */
const IN_ACTION: ReadonlyArray<readonly [GoTemplateTokenType, RegExp]> = [
  ['close', CLOSE],
  ['space', /(?:[ \t\r\n](?!-\}\}))+/y],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
  ['literal', /'(?:[^'\\\n]|\\[^\n])*'/y],
  ['field', /\.(?!\d)[\p{L}\p{Nd}_]+/yu],
  ['variable', /\$[\p{L}\p{Nd}_]*/yu],
  ['literal', /[+-]?(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?i?/y],
  ['function', /[\p{L}_][\p{L}\p{Nd}_]*/yu],
  ['dot', /\./y],
  ['sign', /:=|[=|(),]/y],
];
/** A word ends where one of these follows; what else may follow differs between versions of Go. */
const AFTER_WORD = /$|[ \t\r\n.,|:()=]|\}\}/y;

/** The tokens of a Go template. Ends with `end of text`, or with an error, so that what stands before it can be judged. */
export function* goTemplateTokens(text: string): Generator<GoTemplateToken, void> {
  let position = 0;
  for (;;) {
    const open = text.indexOf('{{', position);
    if (open < 0) {
      yield { type: 'end of text', text: '' };
      return;
    }
    position = open + 2;
    // A minus sign that a space follows takes away the spaces before the action.
    if (/-[ \t\r\n]/y.test(text.slice(position, position + 2))) { position += 2; }
    if (text.startsWith('/*', position)) {
      position = afterComment(text, position);
    } else {
      yield { type: 'open', text: '{{' };
      position = yield* action(text, position);
    }
  }
}

function afterComment(text: string, start: number): number {
  const end = text.indexOf('*/', start);
  if (text.slice(start, end < 0 ? undefined : end).includes(UNKNOWN_TEXT)) { throw new GoTemplateUnsure(); }
  if (end < 0) { throw new GoTemplateError('a comment is not closed'); }
  const close = matchAt(CLOSE, text, end + 2);
  if (close === undefined) { throw new GoTemplateError('a comment is not the whole of its action'); }
  return end + 2 + close.length;
}

function* action(text: string, start: number): Generator<GoTemplateToken, number> {
  let position = start;
  for (;;) {
    const token = tokenAt(text, position);
    position += token.text.length;
    yield token;
    if (token.type === 'close') { return position; }
  }
}

function tokenAt(text: string, position: number): GoTemplateToken {
  for (const [type, pattern] of IN_ACTION) {
    const found = matchAt(pattern, text, position);
    if (found === undefined) { continue; }
    if (found.includes(UNKNOWN_TEXT)) { throw new GoTemplateUnsure(); }
    const isWord = type === 'function' || type === 'field' || type === 'variable' || type === 'literal';
    if (isWord && matchAt(AFTER_WORD, text, position + found.length) === undefined) { throw unreadable(text, position + found.length); }
    return { type: type === 'function' ? wordType(found) : type, text: found };
  }
  throw unreadable(text, position);
}

function wordType(word: string): GoTemplateTokenType {
  if (LITERAL_WORDS.has(word)) { return 'literal'; }
  return KEYWORDS.has(word) ? 'keyword' : 'function';
}

function unreadable(text: string, position: number): Error {
  const rest = text.slice(position);
  if (rest.includes(UNKNOWN_TEXT)) { return new GoTemplateUnsure(); }
  const [character] = rest;
  if (!rest.includes('}}')) { return new GoTemplateError('an action is not closed: `}}` is missing'); }
  if (character === '"' || character === '`' || character === "'") { return new GoTemplateError(`the quotes at ${rest.slice(0, 20)} are wrong`); }
  return /[!-~]/.test(character) ? new GoTemplateError(`\`${character}\` has no meaning in an action`) : new GoTemplateUnsure();
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
