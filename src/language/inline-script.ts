import { InlineScript } from './component-schema';
import { Component } from './element';
import { problem } from './errors';
import { genericOption } from './position';
import { Resolution } from './resolution';
import { Leaf } from './resolved';
import { looksForeign } from '../references/foreign-values';
import { splitNumbers } from '../references/interned';
import { hasMark } from '../references/mark';

type Options = { readonly [name: string]: any };

/** Whether the lines of an inline script contain a literal `{{`. */
export function needsScript({ lines }: InlineScript, given: Options): boolean {
  const found: unknown = given[lines];
  return Array.isArray(found) && found.some((line) => typeof line === 'string' && line.includes('{{'));
}

/**
 * Packer renders the lines of an inline script as Go templates until nothing changes, so a literal `{{` cannot stand
 * there. Such lines become a script file with the same shebang, whose content Packer leaves alone.
 *
 * @param always - whatever the lines contain: they stand for one source, and those for others are a file
 */
export function inlineAsScript(component: Component, inline: InlineScript, given: Options, resolution: Resolution, always: boolean): Options {
  const lines: unknown = given[inline.lines];
  if (!Array.isArray(lines) || !(always || needsScript(inline, given))) { return given; }
  if (![...lines, given[inline.shebang] ?? ''].every((text) => isLiteral(text, resolution))) {
    resolution.problem(component, problem.mixedInline(inline.lines));
    return given;
  }
  const schema = genericOption(inline.lines);
  const position = { element: component, schema, option: inline.lines, stages: false };
  const text = lines.map((line) => `${line}\n`).join('');
  const shebang = given[inline.shebang] ?? (inline.keepsOwnShebang && text.startsWith('#!') ? undefined : inline.defaultShebang);
  const script = resolution.staged.addScript('inline.sh', shebang ? `#!${shebang}\n${text}` : text, position);
  const { [inline.lines]: _lines, [inline.shebang]: _shebang, ...rest } = given;
  return { ...rest, [inline.script]: new Leaf(script.reference('once'), [{ asset: script }]) };
}

function isLiteral(text: unknown, { foreign }: Resolution): boolean {
  return typeof text === 'string' && !hasMark(text) && !looksForeign(text) && !foreign?.split(text)
    && splitNumbers(text).every((part) => typeof part === 'string');
}
