import { Construct } from 'constructs';
import { Block } from './block';
import { Build } from './build';
import { checkComponent, effectiveConfiguration, resolveOptions, resolveTable } from './component-options';
import { DataSource } from './data-source';
import { Element } from './element';
import { problem } from './errors';
import { codeOf } from './hcl-code';
import { renderRegistry } from './hcp-packer-registry';
import { templateJson } from './json';
import { Local } from './local';
import { LOCAL, VARIABLE } from './own-blocks';
import { packerBlock } from './packer-block';
import { Problem } from './problem';
import { RenderedBuild, renderBuild } from './rendered-build';
import { Resolution } from './resolution';
import { Leaf, LiftedVariable, nestedValues, refersToElements, Resolved, ResolvedOption } from './resolved';
import { Source } from './source';
import { StagedAsset } from './staged-asset';
import { elementsOf } from './template-elements';
import { TemplateSettings, WORK_DIRECTORY } from './template-settings';
import { checkAdded, checkTemplate } from './validation';
import { ValueResolution } from './value-resolution';
import { Variable } from './variable';
import { checkVariable } from './variable-checks';
import { foreignValuesAbove } from '../references/foreign-values';

/** A template with everything resolved: what is written, and what the fingerprint reads. */
export interface RenderedTemplate {
  /** The exact object that is written. */
  readonly json: any;
  /** The same as blocks. */
  readonly blocks: readonly Block[];
  readonly variables: ReadonlyMap<string, { readonly variable: Variable; readonly value: Resolved | undefined }>;
  readonly locals: ReadonlyMap<string, { readonly local: Local; readonly value: Resolved }>;
  readonly data: ReadonlyMap<string, RenderedComponent<DataSource>>;
  /** The sources that are built, and those that sources of builds extend; with all that is said of each. */
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
  /** Of a source that extends another one: what it adds. */
  readonly own?: readonly ResolvedOption[];
}

/** The first version of Packer in which `hcp_packer_registry` stands beside the build. */
const TOP_LEVEL_REGISTRY = '1.13.0';

/** Renders a template. A pure function of the tree: no file is read or written. */
export function renderTemplate(template: Construct, settings: TemplateSettings): RenderedTemplate {
  const elements = elementsOf(template);
  const reserved = [...elements.variables.map(({ name }) => name), WORK_DIRECTORY];
  const resolution = new ValueResolution(template, foreignValuesAbove(template), reserved, settings);
  const packer = packerBlock(template, elements, settings, resolution);
  checkTemplate(template, elements, settings, resolution);

  const variables = elements.variables.map((variable) => [variable, renderVariable(variable, resolution)] as const);
  const locals = elements.locals.map((local) => [local, renderLocal(local, resolution)] as const);
  const data = elements.data.map((component) => ({ component, options: resolveOptions(component, resolution) }));
  for (const { component, options } of data) {
    checkComponent(component, options, resolution);
    if (options.some(({ value }) => usesLocals(value))) { resolution.requireVersion(component, 'a local value in a data source', '1.12.0'); }
  }
  const sources = new Map<Source, RenderedComponent<Source>>(elements.sources.map((component) =>
    [component, { component, options: resolveOptions(component, resolution) }]));
  for (const component of elements.buildSources) {
    const own = resolveOptions(component, resolution);
    const base = sources.get(component._base!)?.options ?? [];
    checkAdded(component, base, own, resolution);
    sources.set(component, { component, own, options: [...base, ...own] });
  }
  const registries = elements.registries.map((registry) => renderRegistry(registry, resolution));
  // Where it stands in a build, newer versions warn of it; older ones know no other place.
  const inBuild = registries.length > 0 && resolution.isOlderThan(TOP_LEVEL_REGISTRY);
  const builds = elements.builds.map((build: Build) => renderBuild(build, elements, sources, inBuild ? registries : [], resolution));
  const lifted = resolution.lifted.all();

  const blocks: Block[] = [
    packer,
    ...(inBuild ? [] : registries),
    ...variables.map(([{ name }, options]) => ({ type: 'variable', labels: [name], options })),
    ...lifted.map(({ name, sensitive }) => variableBlock(name, [['type', 'string'], ...(sensitive ? [['sensitive', true] as const] : [])])),
    ...(settings.managed ? [variableBlock(WORK_DIRECTORY, [['type', 'string'], ['default', '.']])] : []),
    ...locals.map(([{ name }, options]) => ({ type: 'local', labels: [name], options })),
    ...data.map(({ component, options }) => ({ type: 'data', labels: [component.type, component.name], options })),
    ...elements.sources.map((source) => ({ type: 'source', labels: [source.type, source.name], options: sources.get(source)!.options })),
    ...builds.map(({ block }) => block),
  ];
  return {
    json: templateJson(blocks),
    blocks,
    variables: new Map(variables.map(([variable, options]) => [variable.name, { variable, value: valueOf(options, 'default') }])),
    locals: new Map(locals.map(([local, options]) => [local.name, { local, value: valueOf(options, 'expression') ?? null }])),
    data: new Map(data.map((rendered) => [`${rendered.component.type}.${rendered.component.name}`, rendered])),
    sources,
    builds,
    lifted,
    staged: resolution.staged.all(),
    problems: resolution.problems,
    warnings: resolution.warnings,
  };
}

function renderVariable(variable: Variable, resolution: Resolution): ResolvedOption[] {
  const { type = 'string', default: value, description, sensitive, validation } = variable._props;
  const given = {
    type,
    default: value,
    description,
    sensitive: sensitive || undefined,
    validation: validation?.map(({ condition, errorMessage }) => ({ condition, error_message: errorMessage })),
  };
  const effective = effectiveConfiguration(variable, resolution, given);
  const options = resolveTable(variable, VARIABLE, effective, resolution);
  // With a default of null a variable needs no value, unlike one without a default.
  if (effective.default === null) { options.splice(1, 0, { schema: VARIABLE.options[1], value: null }); }
  const resolved = valueOf(options, 'default');
  if (resolved !== undefined && refersToElements(resolved)) { resolution.problem(variable, problem.defaultWithReference()); }
  checkVariable(variable, options, resolution);
  return options;
}

function renderLocal(local: Local, resolution: Resolution): ResolvedOption[] {
  const { expression = null, sensitive } = local._props;
  const given = effectiveConfiguration(local, resolution, { expression, sensitive: sensitive || undefined });
  const options = resolveTable(local, LOCAL, given, resolution);
  // A value of null is a value, unlike an option of null.
  return valueOf(options, 'expression') === undefined ? [{ schema: LOCAL.options[0], value: null }, ...options] : options;
}

function usesLocals(value: Resolved): boolean {
  return value instanceof Leaf
    ? value.parts.some((part) => typeof part === 'object' && 'code' in part && /(?<![\w.]|\w-)local\b/.test(codeOf(part.code)))
    : nestedValues(value).some(usesLocals);
}

function valueOf(options: readonly ResolvedOption[], name: string): Resolved | undefined {
  return options.find(({ schema }) => schema.name === name)?.value;
}

function variableBlock(name: string, values: ReadonlyArray<readonly [string, Resolved]>): Block {
  const options = values.map(([option, value]) => ({ schema: VARIABLE.options.find((row) => row.name === option)!, value }));
  return { type: 'variable', labels: [name], options };
}
