import { ComponentSchema, OptionSchema } from './component-schema';
import { Component, Element } from './element';
import { problem } from './errors';
import { inlineAsScript } from './inline-script';
import { withOverrides } from './override';
import { genericOption, Position } from './position';
import { Resolution } from './resolution';
import { Resolved, toJson } from './resolved';
import { runtimePathOf } from '../assets/runtime-path';
import { byCodePoint } from '../references/code-point';
import { looksForeign } from '../references/foreign-values';
import { interned } from '../references/interned';
import { hasMark, marksIn } from '../references/mark';

/** An option with its value resolved. */
export interface ResolvedOption {
  readonly schema: OptionSchema;
  readonly value: Resolved;
}

/** The body of a block. */
export function optionsJson(options: readonly ResolvedOption[]): { [name: string]: any } {
  return Object.fromEntries(options.map(({ schema, value }) => [schema.name, toJson(value)]));
}

type Options = { readonly [name: string]: any };

/** The options of a component, in the order in which they are written. */
export function resolveOptions(component: Component, resolution: Resolution): ResolvedOption[] {
  return resolveConfiguration(component, effectiveConfiguration(component, resolution), resolution);
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
  component: Component, configuration: Options, resolution: Resolution, asScript = false, base: Options = {},
): ResolvedOption[] {
  const given = prepare(component, configuration, resolution, asScript);
  const options: ResolvedOption[] = [];
  for (const schema of optionSchemas(component._schema, given)) {
    checkName(component, schema.name, resolution);
    const value = given[schema.name] ?? (resolution.workDirectory ? schema.defaultOutput : undefined);
    if (value === undefined || value === null) { continue; }
    const resolved = resolution.value(value, position(component, schema, { ...base, ...configuration }));
    if (resolved !== undefined && resolved !== null) { options.push({ schema, value: resolved }); }
  }
  return options;
}

/** Names are written as they are, where a reference would arrive as a placeholder. */
export function checkName(element: Element, name: string, resolution: Resolution): void {
  if (hasMark(name) || looksForeign(name)) { resolution.problem(element, problem.literalOnly('the name of an option')); }
}

function prepare(component: Component, configuration: Options, resolution: Resolution, asScript: boolean): Options {
  const schema = component._schema;
  if (schema?.inlineScript) { return inlineAsScript(component, schema.inlineScript, configuration, resolution, asScript); }
  if (schema?.kind === 'provisioner' && schema.type === 'file' && configuration.generated === undefined
    && [configuration.source, configuration.sources].flat().some(isRuntimePath)) {
    return { ...configuration, generated: true };
  }
  return configuration;
}

/** The options of the table, then those that no table knows. */
function optionSchemas(schema: ComponentSchema | undefined, given: Options): readonly OptionSchema[] {
  if (!schema) { return Object.keys(given).sort(byCodePoint).map((name) => genericOption(name)); }
  const unknown = Object.keys(given).filter((name) => !schema.options.some((known) => known.name === name));
  return unknown.length === 0
    ? schema.options
    : [...schema.options, ...unknown.sort(byCodePoint).map((name) => genericOption(name))];
}

function position(component: Component, schema: OptionSchema, given: Options): Position {
  return { element: component, schema, option: schema.name, stages: schema.role === 'input path' && !appearsDuringBuild(given) };
}

/** What a file provisioner downloads, or says to be generated, is not on this machine at synth. */
function appearsDuringBuild(given: Options): boolean {
  return given.direction === 'download' || given.generated === true;
}

function isRuntimePath(value: unknown): boolean {
  if (typeof value !== 'string' || !hasMark(value)) { return false; }
  return marksIn(value).some(({ node }) => node.kind === 'late' && runtimePathOf(interned(node.id)) !== undefined);
}
