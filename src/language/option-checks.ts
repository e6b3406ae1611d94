import { BlockSchema, Requirement } from './component-schema';
import { Element } from './element';
import { problem } from './errors';
import { isGoDuration } from './go-duration';
import { checkGoTemplates } from './go-template-checks';
import { Position } from './position';
import { Resolution } from './resolution';
import { Leaf, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap, ResolvedOption } from './resolved';

/** Checks what the table says of one option. A value that only Packer knows is never judged. */
export function checkOption(position: Position, value: Resolved, resolution: Resolution): void {
  const { element, schema, option } = position;
  const { since, values, range, length, deprecated, format, goTemplate } = schema;
  if (goTemplate === 'purpose') { checkGoTemplates(position, value, resolution); }
  if (!(since ?? values ?? range ?? length ?? deprecated ?? format)) { return; }
  if (since !== undefined) { resolution.requireVersion(element, `\`${option}\``, since); }
  if (deprecated !== undefined) { resolution.warning(element, problem.deprecated(option, deprecated)); }
  if (format === 'name=value') { checkNamesAndValues({ element, option }, value, resolution); }
  for (const item of Array.isArray(value) ? value : [value]) {
    if (values && isLiteral(item) && item !== '' && !values.map(String).includes(String(item))) {
      resolution.problem(element, problem.notOneOf(option, item, values));
    }
    if (range && typeof item === 'number' && !isWithin(item, range)) { resolution.problem(element, problem.outOfRange(option, item, range)); }
    if (format === 'duration' && isWrongDuration(item)) { resolution.problem(element, problem.noDuration(option, item as string | number)); }
    // Of a Go template the length is known when it was rendered.
    if (length && typeof item === 'string' && item !== '' && !item.includes('{{') && !isWithin([...item].length, length)) {
      resolution.problem(element, problem.wrongLength(option, [...item].length, length));
    }
  }
}

/** An empty text is none; a Go template becomes one. */
function isWrongDuration(value: Resolved): boolean {
  if (typeof value === 'number') { return value !== 0; }
  return typeof value === 'string' && value !== '' && !value.includes('{{') && !isGoDuration(value);
}

/** The texts may be secrets, so they are not repeated. What a Go template becomes is not known. */
function checkNamesAndValues({ element, option }: Pick<Position, 'element' | 'option'>, value: Resolved, resolution: Resolution): void {
  if (!Array.isArray(value)) { return; }
  value.forEach((item, index) => {
    if (typeof item === 'string' && !item.includes('{{') && !/^[^=]+=/.test(item)) {
      resolution.problem(element, problem.noNameAndValue(`${option}.${index}`));
    }
  });
}

function isLiteral(value: Resolved): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isWithin(number: number, [smallest = -Infinity, largest = Infinity]: readonly [number | undefined, number | undefined]): boolean {
  return number >= smallest && number <= largest;
}

/** Checks the options of a component or a block that depend on each other. `path` is that of the block, with a dot at its end. */
export function checkRequirements(
  element: Element, { requirements = [] }: BlockSchema, options: readonly ResolvedOption[], resolution: Resolution, path = '',
): void {
  if (requirements.length === 0) { return; }
  const given = new Map(options.map(({ schema, value }) => [schema.name, value]));
  for (const requirement of requirements) {
    if (!applies(requirement, given)) { continue; }
    const named = requirement.options.map((name) => path + name);
    const known = requirement.options.filter((name) => isGiven(given.get(name)));
    const possible = requirement.options.filter((name) => mayBeGiven(given.get(name)));
    const { kind } = requirement;
    const tooFew = (kind === 'exactly one of' || kind === 'at least one of') && possible.length === 0;
    const tooMany = (kind === 'exactly one of' || kind === 'at most one of') ? known.length > 1 : kind === 'none of' && known.length > 0;
    if (tooFew || tooMany) { resolution.problem(element, problem.requirement(requirement, named, known.map((name) => path + name), path)); }
  }
}

/** A condition that only Packer knows is taken as not met. */
function applies({ when }: Requirement, given: ReadonlyMap<string, Resolved>): boolean {
  if (!when) { return true; }
  const value = given.get(when.option);
  return when.is ? isLiteral(value ?? null) && when.is.includes(value as string) : isGiven(value);
}

/** Whether a value is there for sure: plugins take an empty one as none. */
function isGiven(value: Resolved | undefined): boolean {
  return mayBeGiven(value) && !isUnknown(value!);
}

function mayBeGiven(value: Resolved | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) { return false; }
  if (value instanceof ResolvedMap) { return value.entries.length > 0; }
  if (value instanceof ResolvedBlock) { return value.options.length > 0; }
  return !(Array.isArray(value) && value.length === 0);
}

/** Whether only Packer knows the value: a text of expressions alone may be empty, or a list, or null. */
function isUnknown(value: Resolved): boolean {
  return value instanceof Leaf && value.segments.every((segment) => typeof segment !== 'string' || segment === '')
    || value instanceof ResolvedDynamic
    || Array.isArray(value) && value.every(isUnknown);
}
