import { InlineScript } from './component-schema';
import { Component } from './element';
import { problem } from './errors';
import { warnOfLookAlike } from './look-alike';
import { genericOption, itemPosition } from './position';
import { Resolution } from './resolution';
import { BROKEN, Leaf } from './resolved';
import { looksForeign } from '../references/foreign-values';
import { splitNumbers } from '../references/interned';
import { hasMark } from '../references/mark';

type Options = { readonly [name: string]: any };

/**
 * Whether the lines of an inline script become a script file, since there is a literal `{{` in them.
 *
 * @param all - the options of a step, and those that are for one source only: they all have lines, or all a file
 */
export function becomesScript({ lines, notWith = [] }: InlineScript, all: readonly Options[]): boolean {
  if (all.some((given) => notWith.some((option) => given[option] !== undefined))) { return false; }
  return all.some(({ [lines]: found }) => Array.isArray(found) && found.some((line) => typeof line === 'string' && line.includes('{{')));
}

/**
 * Packer renders the lines of an inline script as Go templates until nothing changes, so a literal `{{` cannot stand
 * there. Such lines become a script file with the same shebang, whose content Packer leaves alone.
 */
export function inlineAsScript(component: Component, inline: InlineScript, given: Options, resolution: Resolution): Options {
  const { [inline.lines]: lines, [inline.shebang ?? '']: shebang, ...rest } = given;
  if (!Array.isArray(lines)) { return given; }
  const schema = genericOption(inline.lines, 'none');
  const position = { element: component, schema, option: inline.lines, stages: false };
  if (![...lines, shebang ?? ''].every((text) => isLiteral(text, resolution))) {
    const known = resolution.problems.length;
    lines.forEach((line, index) => resolution.value(line, itemPosition(position, index)));
    if (resolution.problems.length === known) { resolution.problem(component, problem.mixedInline(inline.lines)); }
    return { ...given, [inline.lines]: BROKEN };
  }
  lines.forEach((line, index) => warnOfLookAlike(line, itemPosition(position, index), resolution));
  const script = resolution.staged.addScript(`inline.${inline.extension ?? 'sh'}`, scriptOf(inline, lines, shebang), position);
  return { ...rest, [inline.script]: new Leaf(script.reference('once'), [{ asset: script }]) };
}

function scriptOf({ defaultShebang, keepsOwnShebang, around: [before, after] = ['', ''] }: InlineScript, lines: readonly string[], given?: string): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const shebang = given ?? (keepsOwnShebang && text.startsWith('#!') ? undefined : defaultShebang);
  return `${shebang ? `#!${shebang}\n` : ''}${before}${text}${after}`;
}

function isLiteral(text: unknown, { foreign }: Resolution): boolean {
  return typeof text === 'string' && !hasMark(text) && !looksForeign(text) && !foreign?.split(text)
    && splitNumbers(text).every((part) => typeof part === 'string');
}
