import { Construct } from 'constructs';
import { Component } from './element';
import { problem } from './errors';
import { Override } from './override';
import { Provisioner } from './provisioner';
import { Resolution } from './resolution';
import { appliesTo, selections } from './selection';
import { Source } from './source';
import { TemplateElements } from './template-elements';
import { TemplateSettings } from './template-settings';
import { looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

/** Checks what can be known without resolving values. */
export function checkTemplate(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): void {
  checkNames('variable', elements.variables, resolution, ({ name }) => name);
  checkNames('local value', elements.locals, resolution, ({ name }) => name);
  checkNames('build', elements.builds, resolution, ({ name }) => name);
  checkNames('data source', elements.data, resolution, ({ type, name }) => `${type}.${name}`);
  checkSourceNames(elements.sources, resolution);
  if (settings.managed || elements.builds.length > 0) { checkBuilds(template, elements, resolution); }
}

/** Checks the parts of a template that are written as they are, where a reference would arrive as a placeholder. */
export function checkLiterals(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): void {
  const check = (construct: Construct, option: string, text: string | undefined) => {
    if (text !== undefined && (hasMark(text) || looksForeign(text))) { resolution.problem(construct, problem.literalOnly(option)); }
  };
  check(template, 'packerVersion', settings.packerVersion);
  for (const [name, { source, version }] of settings.requiredPlugins) {
    check(template, 'requirePlugin', `${name} ${source} ${version}`);
  }
  for (const variable of elements.variables) {
    check(variable, 'type', variable._props.type);
    check(variable, 'description', variable._props.description);
  }
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
    if (other) { resolution.problem(source, problem.duplicateSource(source.name, other.node.path)); }
    seen.set(source.name, source);
  }
}

function checkBuilds(template: Construct, elements: TemplateElements, resolution: Resolution): void {
  for (const build of elements.builds) {
    const sources = build._props.sources ?? elements.sources;
    if (sources.length === 0) {
      resolution.problem(build._props.sources ? build : template, problem.noSources());
    }
    for (const source of sources) {
      if (!elements.sources.includes(source)) { resolution.problem(build, problem.foreignSource(source.name)); }
    }
    for (const source of new Set(sources.filter((given, index) => sources.indexOf(given) < index))) {
      resolution.problem(build, problem.repeatedSource(source.name));
    }
    const steps = elements.steps.get(build);
    checkSelections([...steps?.provisioners ?? [], ...(steps?.chains ?? []).flat()], elements, resolution);
    for (const step of steps?.provisioners ?? []) {
      checkSourceOverrides(step, sources, resolution);
      checkCommunicator(step, sources, resolution);
      if (step._meta.timeout !== undefined && step._meta.pauseBefore !== undefined) {
        resolution.warning(step, problem.timeoutIgnored());
      }
    }
  }
}

/** A group is reported once, not with each of its steps. */
function checkSelections(steps: readonly Component[], elements: TemplateElements, resolution: Resolution): void {
  const selecting = new Map(steps.flatMap(selections).map((selection) => [selection.construct, selection]));
  for (const { construct, sources, selectsNone } of selecting.values()) {
    if (selectsNone) { resolution.warning(construct, problem.neverRuns()); }
    for (const source of sources) {
      if (!elements.sources.includes(source)) { resolution.problem(construct, problem.foreignSource(source.name)); }
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
  return override ? override.value : source._configuration.communicator;
}
