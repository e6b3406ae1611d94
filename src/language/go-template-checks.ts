import { problem } from './errors';
import { GO_BUILTINS, LEGACY_FUNCTIONS, REFUSED_FUNCTIONS, SDK_FUNCTIONS } from './go-template-functions';
import { readGoTemplate } from './go-template-parser';
import { UNKNOWN_TEXT } from './go-template-tokens';
import { Position } from './position';
import { Resolution } from './resolution';
import { Leaf, Resolved, ResolvedMap } from './resolved';

/** Checks the texts of an option that is a Go template by purpose. What only Packer knows in them is not judged. */
export function checkGoTemplates(position: Position, value: Resolved, resolution: Resolution): void {
  for (const text of textsOf(value)) {
    if (text.includes('{{')) { checkGoTemplate(position, text, resolution); }
  }
}

function checkGoTemplate({ element, schema, option }: Position, text: string, resolution: Resolution): void {
  const { functions, called, fields, error } = readGoTemplate(text);
  const known = [...SDK_FUNCTIONS, ...schema.functions ?? []].sort();
  for (const name of functions) {
    if (called.has(name) && name in REFUSED_FUNCTIONS) {
      resolution.problem(element, problem.refusedTemplateFunction(option, name, REFUSED_FUNCTIONS[name]));
    } else if (!known.includes(name) && !GO_BUILTINS.includes(name) && !(name in REFUSED_FUNCTIONS)) {
      resolution.problem(element, problem.unknownTemplateFunction(option, name, known, LEGACY_FUNCTIONS[name]));
    }
  }
  for (const name of fields) {
    if (!schema.fields || schema.fields.includes(name)) { continue; }
    if (!schema.moreFields) {
      resolution.problem(element, problem.unknownTemplateField(option, name, schema.fields));
    } else if (!BUILDER_DATA.has(name)) {
      resolution.warning(element, problem.doubtfulTemplateField(option, name, schema.fields));
    }
  }
  if (error !== undefined) { resolution.problem(element, problem.goTemplateSyntax(option, error)); }
}

/** What every builder gives to steps: `BuilderDataCommonKeys` of Packer. */
const BUILDER_DATA: ReadonlySet<string> = new Set([
  'ConnType', 'Host', 'ID', 'PackerHTTPAddr', 'PackerHTTPIP', 'PackerHTTPPort', 'PackerRunUUID', 'Password', 'Port', 'SSHPrivateKey', 'SSHPublicKey', 'User',
  'WinRMPassword',
]);

/** Each text on its own. Blocks have options of their own. */
function textsOf(value: Resolved): string[] {
  if (typeof value === 'string') { return [value]; }
  if (value instanceof Leaf) { return [value.segments.map((segment) => (typeof segment === 'string' ? segment : UNKNOWN_TEXT)).join('')]; }
  if (Array.isArray(value)) { return value.flatMap(textsOf); }
  return value instanceof ResolvedMap ? value.entries.flat().flatMap(textsOf) : [];
}
