import { Construct } from 'constructs';
import { Build } from './build';
import { effectiveConfiguration, optionsJson, ResolvedOption, resolveOptions } from './component-options';
import { DataSource } from './data-source';
import { Element } from './element';
import { problem } from './errors';
import { Local } from './local';
import { overrideBlock } from './override-block';
import { genericOption } from './position';
import { Problem } from './problem';
import { RenderedBuild, renderBuild } from './rendered-build';
import { Resolution } from './resolution';
import { LiftedVariable, refersToElements, Resolved, toJson } from './resolved';
import { Source } from './source';
import { StagedAsset } from './staged-asset';
import { elementsOf } from './template-elements';
import { TemplateSettings, WORK_DIRECTORY } from './template-settings';
import { checkLiterals, checkTemplate } from './validation';
import { ValueResolution } from './value-resolution';
import { Variable } from './variable';
import { byCodePoint } from '../references/code-point';
import { foreignValuesAbove } from '../references/foreign-values';

/** A template with everything resolved: what is written, and what the fingerprint reads. */
export interface RenderedTemplate {
  /** The exact object that is written. */
  readonly json: any;
  readonly variables: ReadonlyMap<string, { readonly variable: Variable; readonly value: Resolved | undefined }>;
  readonly locals: ReadonlyMap<string, { readonly local: Local; readonly value: Resolved }>;
  readonly data: ReadonlyMap<string, RenderedComponent<DataSource>>;
  readonly sources: ReadonlyMap<Source, RenderedComponent<Source>>;
  readonly builds: readonly RenderedBuild[];
  readonly lifted: readonly LiftedVariable[];
  readonly staged: ReadonlyArray<{ readonly asset: StagedAsset; readonly position: { readonly element: Element; readonly option: string } }>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** A component and its options. */
export interface RenderedComponent<T> {
  readonly component: T;
  readonly options: readonly ResolvedOption[];
}

/** Renders a template. A pure function of the tree: no file is read or written. */
export function renderTemplate(template: Construct, settings: TemplateSettings): RenderedTemplate {
  const elements = elementsOf(template);
  const reserved = [...elements.variables.map(({ name }) => name), WORK_DIRECTORY];
  const resolution = new ValueResolution(template, foreignValuesAbove(template), reserved, settings.managed);
  checkTemplate(template, elements, settings, resolution);
  checkLiterals(template, elements, settings, resolution);

  const variables = new Map(elements.variables.map((variable) => [variable.name, { variable, value: variableDefault(variable, resolution) }]));
  const locals = new Map(elements.locals.map((local) => [local.name, { local, value: resolveLocal(local, resolution) }]));
  const data = new Map(elements.data.map((component) =>
    [`${component.type}.${component.name}`, { component, options: resolveOptions(component, resolution) }]));
  const sources = new Map(elements.sources.map((component) =>
    [component, { component, options: resolveOptions(component, resolution) }]));
  const builds = elements.builds.map((build: Build) =>
    renderBuild(build, build._props.sources ?? elements.sources, elements.steps.get(build), resolution, settings.managed));
  const lifted = resolution.lifted.all();

  const json = withoutEmpty({
    packer: packerBlock(settings),
    variable: variableBlocks(variables, lifted, settings, resolution),
    local: Object.fromEntries(elements.locals.map((local) => [local.name, localBlock(local, locals.get(local.name)!.value, resolution)])),
    data: byTypeAndName([...data.values()]),
    source: byTypeAndName([...sources.values()]),
    build: builds.map((build) => build.json),
  });
  return {
    json,
    variables,
    locals,
    data,
    sources,
    builds,
    lifted,
    staged: resolution.staged.all(),
    problems: resolution.problems,
    warnings: resolution.warnings,
  };
}

function variableDefault(variable: Variable, resolution: Resolution): Resolved | undefined {
  const { default: value } = effectiveConfiguration(variable, resolution, { default: variable._props.default });
  const resolved = resolution.value(value, { element: variable, schema: genericOption('default', 'none'), option: 'default', stages: false });
  if (resolved !== undefined && refersToElements(resolved)) { resolution.problem(variable, problem.defaultWithReference()); }
  return resolved;
}

function resolveLocal(local: Local, resolution: Resolution): Resolved {
  const { expression } = effectiveConfiguration(local, resolution, { expression: local._props.expression });
  const position = { element: local, schema: genericOption('expression', 'none'), option: 'expression', stages: false };
  return resolution.value(expression, position) ?? null;
}

function localBlock(local: Local, expression: Resolved, resolution: Resolution): any {
  return overrideBlock(local, { expression: toJson(expression), ...(local._props.sensitive ? { sensitive: true } : {}) }, resolution);
}

function packerBlock({ packerVersion, requiredPlugins }: TemplateSettings): any {
  const plugins = [...requiredPlugins].sort(([a], [b]) => byCodePoint(a, b));
  return {
    required_version: packerVersion,
    ...(plugins.length > 0 ? {
      required_plugins: Object.fromEntries(plugins.map(([name, { source, version }]) => [name, { version, source }])),
    } : {}),
  };
}

function variableBlocks(
  variables: RenderedTemplate['variables'], lifted: readonly LiftedVariable[], settings: TemplateSettings, resolution: Resolution,
): any {
  const blocks: { [name: string]: any } = {};
  for (const [name, { variable, value }] of variables) {
    const { type = 'string', description, sensitive } = variable._props;
    blocks[name] = overrideBlock(variable, {
      type,
      ...(value === undefined ? {} : { default: toJson(value) }),
      ...(description === undefined ? {} : { description }),
      ...(sensitive ? { sensitive } : {}),
    }, resolution);
  }
  for (const { name, sensitive } of lifted) {
    blocks[name] = { type: 'string', ...(sensitive ? { sensitive } : {}) };
  }
  if (settings.managed) { blocks[WORK_DIRECTORY] = { type: 'string', default: '.' }; }
  return blocks;
}

function byTypeAndName(components: ReadonlyArray<RenderedComponent<Source | DataSource>>): any {
  const blocks: { [type: string]: { [name: string]: any } } = {};
  for (const { component, options } of components) {
    (blocks[component.type] ??= {})[component.name] = optionsJson(options);
  }
  return blocks;
}

/** Packer rejects empty collections of labelled blocks. */
function withoutEmpty(blocks: { [name: string]: any }): any {
  return Object.fromEntries(Object.entries(blocks).filter(([, block]) => Object.keys(block).length > 0));
}
