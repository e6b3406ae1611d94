import { Block } from './block';
import { Build } from './build';
import { checkComponent, checkVersion, effectiveConfiguration, resolveConfiguration, resolveOptions, resolveTable } from './component-options';
import { BlockSchema } from './component-schema';
import { Component } from './element';
import { problem } from './errors';
import { becomesScript } from './inline-script';
import { toJson } from './json';
import { manifestBlock } from './manifests';
import { ONLY, OVERRIDE, POST_PROCESSOR_ARGUMENTS, PROVISIONER_ARGUMENTS } from './meta-arguments';
import { pathSegments } from './override';
import { BUILD, BUILD_SOURCE } from './own-blocks';
import { genericOption } from './position';
import { PostProcessor } from './post-processor';
import { Provisioner } from './provisioner';
import { RenderedComponent } from './rendering';
import { Resolution } from './resolution';
import { containsDynamic, Resolved, ResolvedBlock, ResolvedMap, ResolvedOption } from './resolved';
import { appliesTo, selections } from './selection';
import { Source, sourceAddress } from './source';
import { TemplateElements } from './template-elements';

/** A build with everything resolved. */
export interface RenderedBuild {
  readonly build: Build;
  readonly sources: readonly Source[];
  readonly provisioners: ReadonlyArray<RenderedStep<Provisioner>>;
  readonly chains: ReadonlyArray<ReadonlyArray<RenderedStep<PostProcessor>>>;
  readonly block: Block;
}

/** A step, the sources it is for, and its options. */
export interface RenderedStep<T> {
  readonly step: T;
  readonly sources: readonly Source[];
  readonly options: readonly ResolvedOption[];
  readonly meta: readonly ResolvedOption[];
  readonly overrides: ReadonlyMap<Source, readonly ResolvedOption[]>;
  /** What Packer repeats the step over. */
  readonly forEach?: Resolved;
}

const NONE: ReadonlyMap<Source, readonly ResolvedOption[]> = new Map();

/** Renders a build. That of an image has the library's manifests. */
export function renderBuild(
  build: Build, elements: TemplateElements, rendered: ReadonlyMap<Source, RenderedComponent<Source>>, registries: readonly Block[],
  resolution: Resolution,
): RenderedBuild {
  const sources = sourcesOfBuild(build, elements);
  const steps = elements.steps.get(build);
  const provisioners = (steps?.provisioners ?? []).map((step) => renderProvisioner(step, sources, resolution)).filter(isUsed);
  const chains = (steps?.chains ?? [])
    .map((chain) => chain.map((step) => renderPostProcessor(step, sources, resolution)).filter(isUsed))
    .filter((chain) => chain.length > 0);
  for (const source of sources) {
    // One of another template is reported as such, and nothing more.
    const own = rendered.get(source);
    if (own) { checkComponent(source, own.options, resolution); }
  }
  const plain = sources.filter(({ _base }) => _base === undefined);
  const given = {
    name: build.name,
    description: build._props.description,
    sources: plain.length > 0 ? plain.map((source) => `source.${sourceAddress(source)}`) : undefined,
  };
  const block: Block = {
    type: 'build',
    labels: [],
    repeated: true,
    options: resolveTable(build, BUILD, effectiveConfiguration(build, resolution, given), resolution),
    blocks: [
      ...registries,
      ...sources.filter(({ _base }) => _base !== undefined).map((source) => buildSourceBlock(source, rendered.get(source)!)),
      ...provisioners.map((step) => stepBlock('provisioner', step, sources)),
      ...chainBlocks(build, chains, sources),
    ],
  };
  return { build, sources, provisioners, chains, block };
}

/** The sources that a build builds: unless it names them, all that are not there for others to extend. */
export function sourcesOfBuild(build: Build, { sources, buildSources }: TemplateElements): readonly Source[] {
  const own = buildSources.filter((source) => source._build === build);
  const bases = new Set(buildSources.map(({ _base }) => _base));
  return [...(build._props.sources ?? sources.filter((source) => !bases.has(source))), ...own];
}

function isUsed(step: { readonly sources: readonly Source[] }): boolean {
  return step.sources.length > 0;
}

/** The library's manifest comes first, since a chain that keeps the artifact protects it from being deleted when another chain fails. */
function chainBlocks(build: Build, chains: RenderedBuild['chains'], sources: readonly Source[]): Block[] {
  const blocks = chains.map((chain, index) => [
    ...chain.map((step) => stepBlock('post-processor', step, sources)), ...(build._isImage ? [manifestBlock(build, index + 1)] : []),
  ]);
  if (build._isImage) { blocks.unshift([manifestBlock(build)]); }
  return blocks.map((chain) => ({ type: 'post-processors', labels: [], repeated: true, options: [], blocks: chain }));
}

function buildSourceBlock(source: Source, { own = [] }: RenderedComponent<Source>): Block {
  const name = source.name === source._base!.name ? [] : [{ schema: BUILD_SOURCE.options[0], value: source.name }];
  return { type: 'source', labels: [sourceAddress(source._base!)], repeated: true, options: [...name, ...own] };
}

function renderProvisioner(step: Provisioner, sources: readonly Source[], resolution: Resolution): RenderedStep<Provisioner> {
  const { name, pauseBefore, timeout, maxRetries, continueOnError } = step._meta;
  const configuration = effectiveConfiguration(step, resolution);
  const inline = step._schema?.inlineScript;
  // Packer refuses an inline script beside a script file, also when one of them is for a single source.
  const asScript = inline && becomesScript(inline, [configuration, ...step._sourceOverrides.values()]);
  const options = resolveConfiguration(step, configuration, resolution, asScript);
  const overrides = step._sourceOverrides.size === 0 ? NONE : new Map([...step._sourceOverrides].map(([source, given]) =>
    [source, resolveConfiguration(step, given, resolution, asScript, configuration)]));
  checkOverrides(step, options, overrides, resolution);
  // What one source overrides may be what the others lack.
  if (overrides.size === 0) { checkComponent(step, options, resolution); } else { checkVersion(step, resolution); }
  return {
    step,
    sources: sourcesOf(step, sources),
    options,
    meta: metaArguments(step, PROVISIONER_ARGUMENTS, {
      name, pause_before: pauseBefore, timeout, max_retries: maxRetries, continue_on_error: continueOnError,
    }, resolution),
    forEach: renderForEach(step, resolution),
    overrides,
  };
}

/** To Packer they are values and no blocks, and it joins lists and maps with those of the step. */
function checkOverrides(
  step: Provisioner, options: readonly ResolvedOption[], overrides: ReadonlyMap<Source, readonly ResolvedOption[]>, resolution: Resolution,
): void {
  for (const { schema: { name }, value } of [...overrides.values()].flat()) {
    if (containsDynamic(value)) { resolution.problem(step, problem.dynamicElsewhere(`overrideFor: ${name}`)); }
    const base = options.find(({ schema }) => schema.name === name)?.value;
    if (base !== undefined && leavesSomething(base, value)) { resolution.problem(step, problem.overrideLeaves(name)); }
  }
}

/** Whether elements of a list, or keys of a map, would be left of what is overridden. */
function leavesSomething(base: Resolved, value: Resolved): boolean {
  if (Array.isArray(base) && Array.isArray(value)) { return value.length < base.length; }
  if (!(base instanceof ResolvedMap && value instanceof ResolvedMap)) { return false; }
  const keys = new Set(value.entries.map(([key]) => String(toJson(key))));
  return base.entries.some(([key]) => !keys.has(String(toJson(key))));
}

function renderPostProcessor(step: PostProcessor, sources: readonly Source[], resolution: Resolution): RenderedStep<PostProcessor> {
  const options = resolveOptions(step, resolution);
  checkComponent(step, options, resolution);
  return {
    step,
    sources: sourcesOf(step, sources),
    options,
    meta: metaArguments(step, POST_PROCESSOR_ARGUMENTS, { name: step._meta.name, keep_input_artifact: step._meta.keepInputArtifact }, resolution),
    forEach: renderForEach(step, resolution),
    overrides: NONE,
  };
}

/** Most steps are for all sources, and share the list. */
function sourcesOf(step: Component, sources: readonly Source[]): readonly Source[] {
  return selections(step).length === 0 ? sources : sources.filter((source) => appliesTo(step, source));
}

function metaArguments(
  step: Component, table: BlockSchema, given: { [name: string]: unknown }, resolution: Resolution,
): ResolvedOption[] {
  const own = { ...given };
  for (const { path } of step._overrides ?? []) { delete own[pathSegments(path)[0]]; }
  return resolveTable(step, table, own, resolution);
}

function renderForEach(step: Provisioner | PostProcessor, resolution: Resolution): Resolved | undefined {
  const { forEach } = step._meta;
  const position = { element: step, schema: genericOption('for_each', 'none'), option: 'forEach', stages: false };
  return forEach && resolution.value(forEach._forEach, position);
}

function stepBlock(kind: 'provisioner' | 'post-processor', rendered: RenderedStep<Provisioner | PostProcessor>, sources: readonly Source[]): Block {
  const { step, forEach } = rendered;
  const options = [...rendered.options, ...rendered.meta];
  if (rendered.sources.length < sources.length && !options.some(({ schema }) => schema.name === 'only')) {
    options.push({ schema: ONLY, value: rendered.sources.map(sourceAddress) });
  }
  if (rendered.overrides.size > 0) {
    const entries = [...rendered.overrides].map(([source, given]) => [source.name, new ResolvedBlock(given)] as const);
    options.push({ schema: OVERRIDE, value: new ResolvedMap(entries) });
  }
  const isCleanUp = kind === 'provisioner' && (step as Provisioner)._meta.errorCleanup;
  return {
    type: isCleanUp ? 'error-cleanup-provisioner' : kind,
    labels: [step.type],
    repeated: !isCleanUp,
    options,
    ...(forEach === undefined ? {} : { forEach: { over: forEach, iterator: step._meta.forEach!.name } }),
  };
}
