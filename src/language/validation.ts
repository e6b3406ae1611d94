import { Construct } from 'constructs';
import { Component } from './element';
import { problem } from './errors';
import { Override } from './override';
import { Provisioner } from './provisioner';
import { sourcesOfBuild } from './rendered-build';
import { Resolution } from './resolution';
import { Resolved, ResolvedDynamic, ResolvedMap, ResolvedOption } from './resolved';
import { appliesTo, selections } from './selection';
import { Source } from './source';
import { TemplateElements } from './template-elements';
import { TemplateSettings } from './template-settings';

/** Checks what can be known without resolving values. */
export function checkTemplate(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): void {
  checkNames('variable', elements.variables, resolution, ({ name }) => name);
  checkNames('local value', elements.locals, resolution, ({ name }) => name);
  checkNames('build', elements.builds, resolution, ({ name }) => name);
  checkNames('data source', elements.data, resolution, ({ type, name }) => `${type}.${name}`);
  checkSourceNames(elements.sources, resolution);
  checkBases(elements, resolution);
  checkRegistries(elements, resolution);
  if (settings.managed || elements.builds.length > 0) { checkBuilds(template, elements, resolution); }
}

function checkNames<T extends Construct>(what: string, items: readonly T[], resolution: Resolution, nameOf: (item: T) => string | undefined): void {
  const seen = new Map<string, Construct>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === undefined) { continue; }
    const other = seen.get(name);
    if (other) { resolution.problem(item, problem.duplicateName(what, name, other.node.path)); }
    seen.set(name, item);
  }
}

function checkSourceNames(sources: readonly Source[], resolution: Resolution): void {
  const seen = new Map<string, Source>();
  for (const source of sources) {
    const other = seen.get(source.name);
    if (other) { resolution.problem(source, problem.duplicateSource(source.name, other.node.path, 'template')); }
    seen.set(source.name, source);
  }
}

function checkBuilds(template: Construct, elements: TemplateElements, resolution: Resolution): void {
  for (const build of elements.builds) {
    const sources = sourcesOfBuild(build, elements);
    if (sources.length === 0) {
      resolution.problem(build._props.sources ? build : template, problem.noSources());
    }
    for (const source of sources) {
      if (!isOwn(source, elements)) { resolution.problem(build, problem.foreignSource(source.name)); }
    }
    checkNamesInBuild(sources, resolution);
    for (const source of new Set(sources.filter((given, index) => sources.indexOf(given) < index))) {
      resolution.problem(build, problem.repeatedSource(source.name));
    }
    const steps = elements.steps.get(build);
    checkSelections([...steps?.provisioners ?? [], ...(steps?.chains ?? []).flat()], elements, resolution);
    checkCleanUps(steps?.provisioners ?? [], resolution);
    for (const step of steps?.provisioners ?? []) {
      checkSourceOverrides(step, sources, resolution);
      checkCommunicator(step, sources, resolution);
      if (step._meta.timeout !== undefined && step._meta.pauseBefore !== undefined) {
        resolution.warning(step, problem.timeoutIgnored());
      }
    }
  }
}

function isOwn(source: Source, { sources, buildSources }: TemplateElements): boolean {
  return sources.includes(source) || buildSources.includes(source);
}

/** Sources of builds need names of their own in their build only: as often as a source is extended, others may have its name. */
function checkNamesInBuild(sources: readonly Source[], resolution: Resolution): void {
  const seen = new Map<string, Source>();
  for (const source of sources) {
    const other = seen.get(source.name);
    if (other && source._base) { resolution.problem(source, problem.duplicateSource(source.name, other.node.path, 'build')); }
    seen.set(source.name, source);
  }
}

function checkBases({ sources, buildSources }: TemplateElements, resolution: Resolution): void {
  for (const source of buildSources) {
    const base = source._base!;
    if (buildSources.includes(base)) {
      resolution.problem(source, problem.extendedTwice(base.name));
    } else if (!sources.includes(base)) {
      resolution.problem(source, problem.foreignSource(base.name));
    }
  }
}

/** Checks what a source of a build adds to the one that it extends. Nested blocks are joined, arguments are not. */
export function checkAdded(source: Source, base: readonly ResolvedOption[], added: readonly ResolvedOption[], resolution: Resolution): void {
  for (const { schema, value } of added) {
    const same = base.find((option) => option.schema.name === schema.name);
    if (same && schema.type !== 'block list' && !(schema.untyped && [value, same.value].every(mayBeBlocks))) {
      resolution.problem(source, problem.repeatedArgument(schema.name, source._base!.name));
    }
  }
}

function mayBeBlocks(value: Resolved): boolean {
  return [value].flat().every((item) => item instanceof ResolvedMap || item instanceof ResolvedDynamic);
}

function checkCleanUps(steps: readonly Provisioner[], resolution: Resolution): void {
  const [first, ...others] = steps.filter(({ _meta }) => _meta.errorCleanup);
  for (const other of others) { resolution.problem(other, problem.severalCleanUps(first.node.path)); }
  if (first?._meta.forEach) { resolution.problem(first, problem.cleanUpRepeated()); }
}

function checkRegistries({ registries: [first, ...others], builds }: TemplateElements, resolution: Resolution): void {
  for (const other of others) { resolution.problem(other, problem.severalRegistries(first.node.path)); }
  if (first && builds.length !== 1) { resolution.problem(first, problem.registryAndBuilds(builds.length)); }
}

/** A group is reported once, not with each of its steps. */
function checkSelections(steps: readonly Component[], elements: TemplateElements, resolution: Resolution): void {
  const selecting = new Map(steps.flatMap(selections).map((selection) => [selection.construct, selection]));
  for (const { construct, sources, selectsNone } of selecting.values()) {
    if (selectsNone) { resolution.warning(construct, problem.neverRuns()); }
    for (const source of sources) {
      if (!isOwn(source, elements)) { resolution.problem(construct, problem.foreignSource(source.name)); }
    }
  }
}

function checkSourceOverrides(step: Provisioner, sources: readonly Source[], resolution: Resolution): void {
  for (const source of step._sourceOverrides.keys()) {
    if (!sources.includes(source)) { resolution.problem(step, problem.foreignOverride(source.name)); }
  }
}

function checkCommunicator(step: Component, sources: readonly Source[], resolution: Resolution): void {
  if (!step._schema?.needsCommunicator) { return; }
  for (const source of sources) {
    const isNone = communicatorOf(source) === 'none';
    if (!(isNone || source._schema?.withoutMachine) || !appliesTo(step, source)) { continue; }
    if (isNone) {
      resolution.problem(step, problem.communicatorNone(step.type, source.name));
    } else {
      resolution.warning(step, problem.withoutMachine(step.type, source.name, source.type));
    }
  }
}

/** The last override of an option wins over what was given. */
function communicatorOf(source: Source): unknown {
  const overrides: readonly Override[] = source._overrides ?? [];
  const override = overrides.filter(({ path }) => path === 'communicator').pop();
  return override ? override.value : source._configuration.communicator ?? (source._base && communicatorOf(source._base));
}
