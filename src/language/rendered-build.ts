import { Build } from './build';
import { effectiveConfiguration, optionsJson, resolveConfiguration, ResolvedOption } from './component-options';
import { OptionSchema, Role } from './component-schema';
import { Component } from './element';
import { needsScript } from './inline-script';
import { pathSegments } from './override';
import { overrideBlock } from './override-block';
import { genericOption } from './position';
import { PostProcessor } from './post-processor';
import { Provisioner } from './provisioner';
import { Resolution } from './resolution';
import { toJson } from './resolved';
import { appliesTo, selections } from './selection';
import { Source, sourceAddress } from './source';
import { BuildSteps } from './template-elements';

/** A build with everything resolved. */
export interface RenderedBuild {
  readonly build: Build;
  readonly sources: readonly Source[];
  readonly provisioners: ReadonlyArray<RenderedStep<Provisioner>>;
  readonly chains: ReadonlyArray<ReadonlyArray<RenderedStep<PostProcessor>>>;
  readonly json: any;
}

/** A step, the sources it is for, and its options. */
export interface RenderedStep<T> {
  readonly step: T;
  readonly sources: readonly Source[];
  readonly options: readonly ResolvedOption[];
  readonly meta: readonly ResolvedOption[];
  readonly overrides: ReadonlyMap<Source, readonly ResolvedOption[]>;
}

const NONE: ReadonlyMap<Source, readonly ResolvedOption[]> = new Map();

/** Renders a build. `managed` adds the library's manifests. */
export function renderBuild(
  build: Build, sources: readonly Source[], steps: BuildSteps | undefined, resolution: Resolution, managed: boolean,
): RenderedBuild {
  const provisioners = (steps?.provisioners ?? []).map((step) => renderProvisioner(step, sources, resolution)).filter(isUsed);
  const chains = (steps?.chains ?? [])
    .map((chain) => chain.map((step) => renderPostProcessor(step, sources, resolution)).filter(isUsed))
    .filter((chain) => chain.length > 0);
  const { name, description } = build._props;
  const chainsJson = chains.map((chain, index) => [...chain.map((step) => block(step, sources)), ...(managed ? [manifest(index + 1)] : [])]);
  // First, since a chain that keeps the artifact protects it from being deleted when another chain fails.
  if (managed) { chainsJson.unshift([manifest()]); }
  const json = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: describe(build, description, resolution) }),
    sources: sources.map((source) => `source.${sourceAddress(source)}`),
    ...(provisioners.length === 0 ? {} : { provisioner: provisioners.map((step) => block(step, sources)) }),
    ...(chainsJson.length === 0 ? {} : { 'post-processors': chainsJson.map((chain) => ({ 'post-processor': chain })) }),
  };
  return { build, sources, provisioners, chains, json: overrideBlock(build, json, resolution) };
}

function describe(build: Build, description: string, resolution: Resolution): any {
  const position = { element: build, schema: genericOption('description', 'none'), option: 'description', stages: false };
  return toJson(resolution.value(description, position) ?? '');
}

function isUsed(step: { readonly sources: readonly Source[] }): boolean {
  return step.sources.length > 0;
}

/** One file for each source and chain, since several builds that append to one file corrupt it. */
function manifest(chain?: number): any {
  const suffix = chain === undefined ? '' : `.${chain}`;
  return { manifest: { output: `\${var.work_dir}/\${source.name}${suffix}.manifest.json` } };
}

function renderProvisioner(step: Provisioner, sources: readonly Source[], resolution: Resolution): RenderedStep<Provisioner> {
  const { pauseBefore, timeout, maxRetries, continueOnError } = step._meta;
  const configuration = effectiveConfiguration(step, resolution);
  const inline = step._schema?.inlineScript;
  // Packer refuses an inline script beside a script file, also when one of them is for a single source.
  const asScript = inline !== undefined && [configuration, ...step._sourceOverrides.values()].some((given) => needsScript(inline, given));
  return {
    step,
    sources: sourcesOf(step, sources),
    options: resolveConfiguration(step, configuration, resolution, asScript),
    meta: metaArguments(step, { pause_before: pauseBefore, timeout, max_retries: maxRetries, continue_on_error: continueOnError }, resolution),
    overrides: step._sourceOverrides.size === 0 ? NONE : new Map([...step._sourceOverrides].map(([source, given]) =>
      [source, resolveConfiguration(step, given, resolution, asScript, configuration)])),
  };
}

function renderPostProcessor(step: PostProcessor, sources: readonly Source[], resolution: Resolution): RenderedStep<PostProcessor> {
  return {
    step,
    sources: sourcesOf(step, sources),
    options: resolveConfiguration(step, effectiveConfiguration(step, resolution), resolution),
    meta: metaArguments(step, { keep_input_artifact: step._meta.keepInputArtifact }, resolution),
    overrides: NONE,
  };
}

/** Most steps are for all sources, and share the list. */
function sourcesOf(step: Component, sources: readonly Source[]): readonly Source[] {
  return selections(step).length === 0 ? sources : sources.filter((source) => appliesTo(step, source));
}

/** Meta-arguments that change how a step is run and not what it does. */
const META_ROLES: { readonly [name: string]: Role } = { pause_before: 'effort', timeout: 'effort', max_retries: 'effort' };

function metaArguments(step: Component, given: { [name: string]: unknown }, resolution: Resolution): ResolvedOption[] {
  const overridden = step._overrides?.map(({ path }) => pathSegments(path)[0]);
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || overridden?.includes(name)) { return []; }
    const schema: OptionSchema = { ...genericOption(name, 'none'), role: META_ROLES[name] ?? 'content' };
    const resolved = resolution.value(value, { element: step, schema, option: name, stages: false });
    return resolved === undefined || resolved === null ? [] : [{ schema, value: resolved }];
  });
}

function block(step: RenderedStep<Component>, sources: readonly Source[]): any {
  const body = optionsJson([...step.options, ...step.meta]);
  if (step.sources.length < sources.length && body.only === undefined) { body.only = step.sources.map(sourceAddress); }
  if (step.overrides.size > 0) {
    body.override = Object.fromEntries([...step.overrides].map(([source, options]) => [source.name, optionsJson(options)]));
  }
  return { [step.step.type]: body };
}
