import { BlockSchema, OptionSchema, rowsByName } from './component-schema';
import { Component, Element } from './element';
import { becomesScript, inlineAsScript } from './inline-script';
import { checkOption, checkRequirements } from './option-checks';
import { withOverrides } from './override';
import { genericOption, Position } from './position';
import { Resolution } from './resolution';
import { ResolvedOption } from './resolved';
import { checkUnknown } from './unknown-options';
import { runtimePathOf } from '../assets/runtime-path';
import { byCodePoint } from '../references/code-point';
import { interned } from '../references/interned';
import { hasMark, marksIn } from '../references/mark';

type Options = { readonly [name: string]: any };

/** The options of a component, in the order in which they are written. */
export function resolveOptions(component: Component, resolution: Resolution): ResolvedOption[] {
  const configuration = effectiveConfiguration(component, resolution);
  const inline = component._schema?.inlineScript;
  return resolveConfiguration(component, configuration, resolution, inline && becomesScript(inline, [configuration]));
}

/** The options as they were given, with what `addOverride` changes; a bad path is noted. */
export function effectiveConfiguration(element: Element, resolution: Resolution, options = configurationOf(element)): Options {
  if (!element._overrides) { return options; }
  try {
    return withOverrides(options, element._overrides);
  } catch (error) {
    resolution.problem(element, (error as Error).message);
    return options;
  }
}

function configurationOf(element: Element): Options {
  return (element as Partial<Component>)._configuration ?? {};
}

/**
 * Options given for a component by their names in HCL.
 *
 * @param base - what they override, when they are for one source only
 */
export function resolveConfiguration(
  component: Component, configuration: Options, resolution: Resolution, asScript = false, base?: Options,
): ResolvedOption[] {
  const given = prepare(component, configuration, resolution, asScript);
  const stages = !appearsDuringBuild({ ...base, ...configuration });
  return resolveTable(component, component._schema, given, resolution, { stages, forOneSource: base !== undefined });
}

/** Where the options of a table stand. */
interface TablePlace {
  /** The position of the nested block that they are in. */
  readonly within?: Position;
  /** Local paths that are literals are staged. */
  readonly stages?: boolean;
  /** They override a step for one source. */
  readonly forOneSource?: boolean;
}

/** Checks what the table says of a component whose options are complete. */
export function checkComponent(component: Component, options: readonly ResolvedOption[], resolution: Resolution): void {
  const schema = component._schema;
  if (!schema) { return; }
  checkVersion(component, resolution);
  checkRequirements(component, schema, options, resolution);
}

/** Checks that every version of Packer that may be used brings the component along. */
export function checkVersion(component: Component, resolution: Resolution): void {
  const since = component._schema?.since;
  if (since !== undefined) { resolution.requireVersion(component, `\`${component.type}\``, since); }
}

/** The values of a table's options, then those of options that no table knows. Without a table everything is content. */
export function resolveTable(
  element: Element, table: BlockSchema | undefined, given: Options, resolution: Resolution,
  { within, stages = false, forOneSource = within?.forOneSource }: TablePlace = {},
): ResolvedOption[] {
  const options: ResolvedOption[] = [];
  const unknown = unknownNames(table, given);
  checkUnknown(element, table, unknown, resolution, { within: within?.option, forOneSource });
  for (const row of [...table?.options ?? [], ...unknown.map((name) => genericOption(name))]) {
    const value = given[row.name] ?? (resolution.workDirectory ? row.defaultOutput : undefined);
    if (value === undefined || value === null) { continue; }
    const schema = within ? inheriting(row, within.schema) : row;
    const option = within ? `${within.option}.${row.name}` : row.name;
    const position = { element, schema, option, stages: stages && row.role === 'input path', forOneSource };
    const resolved = resolution.value(value, position);
    if (resolved === undefined || resolved === null) { continue; }
    options.push({ schema, value: resolved });
    checkOption(position, resolved, resolution);
  }
  // To a plugin, a block with nothing in it is none.
  if (within && table && options.length > 0) { checkRequirements(element, table, options, resolution, `${within.option}.`); }
  return options;
}

/** What is said of a block holds for everything in it that nothing else is said of. A block that is a Go template by purpose is one as a whole. */
function inheriting(row: OptionSchema, block: OptionSchema): OptionSchema {
  const role = row.role === 'content' ? block.role : row.role;
  if (block.goTemplate !== 'purpose' || row.goTemplate === 'none') { return role === row.role ? row : { ...row, role }; }
  const { goTemplate, fields, moreFields, functions } = block;
  return { ...row, role, goTemplate, fields, moreFields, functions };
}

function prepare(component: Component, configuration: Options, resolution: Resolution, asScript: boolean): Options {
  const schema = component._schema;
  if (schema?.inlineScript && asScript) { return inlineAsScript(component, schema.inlineScript, configuration, resolution); }
  if (schema?.kind === 'provisioner' && schema.type === 'file' && configuration.generated === undefined
    && [configuration.source, configuration.sources].flat().some(isRuntimePath)) {
    return { ...configuration, generated: true };
  }
  return configuration;
}

/** The names that no table knows, in the order in which they are written. */
function unknownNames(table: BlockSchema | undefined, given: Options): string[] {
  const rows = table && rowsByName(table);
  return Object.keys(given).filter((name) => rows?.get(name)?.name !== name).sort(byCodePoint);
}

/** What a file provisioner downloads, or says to be generated, is not on this machine at synth. */
function appearsDuringBuild(given: Options): boolean {
  return given.direction === 'download' || given.generated === true;
}

function isRuntimePath(value: unknown): boolean {
  if (typeof value !== 'string' || !hasMark(value)) { return false; }
  return marksIn(value).some(({ node }) => node.kind === 'late' && runtimePathOf(interned(node.id)) !== undefined);
}
