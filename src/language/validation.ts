import { Construct } from 'constructs';
import { Component } from './element';
import { problem } from './errors';
import type { TemplateSettings } from './rendering';
import type { Resolution } from './resolution';
import { appliesTo, selectedSources } from './selection';
import { Source } from './source';
import { TemplateElements } from './template-elements';

/** Checks what can be known without resolving values. */
export function checkTemplate(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): void {
  checkNames('variable', elements.variables, resolution);
  checkNames('local value', elements.locals, resolution);
  checkNames('build', elements.builds.filter((build): build is typeof build & { name: string } => build.name !== undefined), resolution);
  checkSourceNames(elements.sources, resolution);
  if (settings.managed || elements.builds.length > 0) { checkBuilds(template, elements, resolution); }
}

function checkNames(what: string, items: ReadonlyArray<Construct & { readonly name: string }>, resolution: Resolution): void {
  const seen = new Map<string, Construct>();
  for (const item of items) {
    const other = seen.get(item.name);
    if (other) { resolution.problem(item, problem.duplicateName(what, item.name, other.node.path)); }
    seen.set(item.name, item);
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
    const steps = elements.steps.get(build);
    for (const step of steps?.provisioners ?? []) {
      checkSelection(step, elements, resolution);
      checkCommunicator(step, sources, resolution);
      if (step._meta.timeout !== undefined && step._meta.pauseBefore !== undefined) {
        resolution.warning(step, problem.timeoutIgnored());
      }
    }
    for (const step of (steps?.chains ?? []).flat()) { checkSelection(step, elements, resolution); }
  }
}

function checkSelection(step: Component, elements: TemplateElements, resolution: Resolution): void {
  for (const source of selectedSources(step)) {
    if (!elements.sources.includes(source)) { resolution.problem(step, problem.foreignSource(source.name)); }
  }
}

function checkCommunicator(step: Component, sources: readonly Source[], resolution: Resolution): void {
  if (!step._schema?.needsCommunicator) { return; }
  for (const source of sources) {
    if (!appliesTo(step, source)) { continue; }
    if (source._configuration.communicator === 'none') {
      resolution.problem(step, problem.communicatorNone(step.type, source.name));
    } else if (source._schema?.withoutMachine) {
      resolution.warning(step, problem.withoutMachine(step.type, source.name, source.type));
    }
  }
}
