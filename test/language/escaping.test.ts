import * as fc from 'fast-check';
import { text } from './arbitraries';
import { problemsWith, written } from './support';
import { Expression, GoTemplate, PackerFn } from '../../src';
import { escapeGoTemplate, escapeTemplateText } from '../../src/language/escaping';

/** A model of how HCL reads a template: escapes, and interpolations of quoted texts; `${var.x}` gives `x`. */
function readTemplate(template: string, x: string): string {
  return template.replace(/\$\$\{|%%\{|\$\{"((?:[^"\\]|\\.)*)"\}|\$\{var\.x\}|\$\{|%\{/gs, (found, quoted?: string) => {
    if (found === '$${' || found === '%%{') { return found.slice(1); }
    if (quoted !== undefined) { return JSON.parse(`"${quoted}"`); }
    if (found === '${var.x}') { return x; }
    throw new Error(`an unexpected ${found}`);
  });
}

/** A model of how a Go template is rendered that contains only quoted braces. */
function renderGoTemplate(template: string): string {
  return template.replace(/\{\{(?:`(\{+)`\}\})?/g, (_, braces?: string) => {
    if (braces === undefined) { throw new Error('an action that is not quoted'); }
    return braces;
  });
}

test('HCL reads an escaped text as the text', () => {
  fc.assert(fc.property(text, (literal) => expect(readTemplate(escapeTemplateText(literal, false), '')).toBe(literal)), { numRuns: 2000 });
});

test('HCL reads an escaped text before a reference as the text and the reference', () => {
  fc.assert(fc.property(text, text, (before, after) => {
    const template = `${escapeTemplateText(before, true)}\${var.x}${escapeTemplateText(after, false)}`;
    expect(readTemplate(template, '<x>')).toBe(`${before}<x>${after}`);
  }), { numRuns: 2000 });
});

test('a Go template rendered once gives the text back, also before something that begins with a brace', () => {
  fc.assert(fc.property(text, (literal) => {
    expect(renderGoTemplate(escapeGoTemplate(literal, false))).toBe(literal);
    expect(escapeGoTemplate(literal, true)).not.toMatch(/\{$/);
    expect(renderGoTemplate(escapeGoTemplate(literal, true))).toBe(literal);
  }), { numRuns: 2000 });
});

test('an option is written so that both layers give the text back', () => {
  fc.assert(fc.property(text, text, (before, after) => {
    expect(renderGoTemplate(readTemplate(written((_, x) => `${before}${x.stringValue}${after}`), '<x>'))).toBe(`${before}<x>${after}`);
  }));
});

test('texts without braces are written as they are', () => {
  fc.assert(fc.property(text, (literal) => {
    fc.pre(!/[{\uFEFF]/.test(literal));
    expect(written(() => literal)).toBe(literal);
  }));
});

test.each<[string, string]>([
  ['${HOME}', '$${HOME}'],
  ['$${HOME}', '$$${HOME}'],
  ['%{if}', '%%{if}'],
  ['$HOME $$ 5% %%', '$HOME $$ 5% %%'],
  ['{{ .Id }}', '{{`{{`}} .Id }}'],
  ['${{ github.sha }}', '$${{`{{`}} github.sha }}'],
  ['a {b}', 'a {b}'],
  ['\uFEFFa', '${"\uFEFF"}a'],
  ['a\r\n{', 'a\r\n{'],
  ['a$\r{', 'a${"$\\r"}{'],
])('the literal %j is written as %j', (literal, expected) => {
  expect(written(() => literal)).toBe(expected);
});

test.each<[string, string]>([
  ['a$', 'a${"$"}${var.x}'],
  ['a$$', 'a${"$$"}${var.x}'],
  ['50%', '50%${var.x}'],
  ['{', '{{`{`}}${var.x}'],
  ['$\r', '${"$\\r"}${var.x}'],
])('the literal %j before a reference is written as %j', (literal, expected) => {
  expect(written((_, x) => literal + x.stringValue)).toBe(expected);
});

test('a dollar before a Go template is escaped with it', () => {
  expect(written(() => `$${GoTemplate.TIMESTAMP}`)).toBe('$${{timestamp}}');
  expect(written(() => `{${GoTemplate.TIMESTAMP}`)).toBe('{{`{`}}{{timestamp}}');
});

test('texts in functions are quoted for HCL', () => {
  expect(written((_, x) => PackerFn.format('"${a}"\\ \n\r\t\u0000 %{b} é', [`$${x.stringValue}`])))
    .toBe('${replace(format("\\"$${a}\\"\\\\ \\n\\r\\t\\u0000 %%{b} é", "${"$"}${var.x}"), "{", "{{`{`}}")}');
});

test('an expression is written as it is', () => {
  expect(written(() => Expression.asString('"${upper("{{")}"'))).toBe('${"${upper("{{")}"}');
});

test('keys of maps are escaped like values', () => {
  expect(written((_, x) => ({ '${a}': 1, '{{': 2, [x.stringValue]: 3 }))).toEqual({ '$${a}': 1, '${var.x}': 3, '{{`{{`}}': 2 });
});

test('a key that is no text is an error', () => {
  expect(problemsWith((_, x) => ({ [x.listValue[0]]: 1 }))).toEqual([expect.stringMatching(/^\[web\/f\] content: a list reference stands/)]);
});
