import { Construct } from 'constructs';
import { Block } from './block';
import { PluginSchema } from './component-schema';
import { Component } from './element';
import { problem } from './errors';
import { localName, localTypeOf } from './local-name';
import { PACKER } from './own-blocks';
import { allows, isOlder, oldestAllowed } from './packer-version';
import { genericOption } from './position';
import { Resolution } from './resolution';
import { ResolvedMap } from './resolved';
import { TemplateElements } from './template-elements';
import { OLDEST_PACKER, TemplateSettings } from './template-settings';
import { byCodePoint } from '../references/code-point';

/** All that stands in the block is read as it is. */
const [VERSION] = PACKER.options;

/** The block `packer`: the versions of Packer and the plugins that the template needs. */
export function packerBlock(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): Block {
  const plugins = [...requiredPlugins(elements, settings)].sort(([a], [b]) => byCodePoint(a, b));
  const literal = (text: string, option: string) => {
    const position = { element: template as Component, schema: VERSION, option, stages: false };
    return resolution.value(text, position) ?? '';
  };
  const version = literal(settings.packerVersion, 'packerVersion');
  if (typeof version === 'string') { checkConstraint(template, version, resolution); }
  checkPlugins(template, elements, settings, resolution);
  return {
    type: 'packer',
    labels: [],
    options: [{ schema: VERSION, value: version }],
    blocks: plugins.length === 0 ? [] : [{
      type: 'required_plugins',
      labels: [],
      options: plugins.map(([name, plugin]) => ({
        schema: { ...genericOption(name, 'none'), evaluation: 'literal' },
        value: new ResolvedMap([['version', literal(plugin.version, 'requirePlugin')], ['source', literal(plugin.source, 'requirePlugin')]]),
      })),
    }],
  };
}

/** What `requirePlugin` says, and for components of other plugins the one that their facts were read from. */
export function requiredPlugins(elements: TemplateElements, settings: TemplateSettings): Map<string, { source: string; version: string }> {
  const plugins = new Map(settings.requiredPlugins);
  for (const { plugin } of pluginsOf(elements)) {
    const name = localName(plugin, settings.requiredPlugins);
    if (!plugins.has(name)) { plugins.set(name, { source: plugin.source, version: compatibleWith(plugin) }); }
  }
  return plugins;
}

/** The plugins of typed components, each with its components. */
function pluginsOf(elements: TemplateElements): Array<{ readonly plugin: PluginSchema; readonly components: Component[] }> {
  const plugins = new Map<string, { plugin: PluginSchema; components: Component[] }>();
  for (const component of componentsOf(elements)) {
    const plugin = component._schema?.plugin;
    if (!plugin) { continue; }
    const found = plugins.get(plugin.source);
    if (found) { found.components.push(component); } else { plugins.set(plugin.source, { plugin, components: [component] }); }
  }
  return [...plugins.values()];
}

/** What `requirePlugin` says of plugins whose facts are known is noted where it differs, for the plugin may differ too. */
function checkPlugins(template: Construct, elements: TemplateElements, settings: TemplateSettings, resolution: Resolution): void {
  const required = settings.requiredPlugins;
  for (const { plugin, components } of pluginsOf(elements)) {
    const name = localName(plugin, required);
    for (const component of components) {
      const type = localTypeOf(component._schema!, required);
      if (type !== component.type) { resolution.problem(component, problem.localNameTooLate(name, component.type, type)); }
    }
    const said = required.get(name);
    if (said && !mayAllow(said.version, plugin.version)) {
      resolution.warning(template, problem.otherPluginVersion(name, said.version, plugin.version));
    }
  }
}

/** What is no constraint is for Packer to refuse. */
function mayAllow(constraint: string, version: string): boolean {
  try {
    return allows(constraint, version);
  } catch {
    return true;
  }
}

function componentsOf({ data, sources, steps }: TemplateElements): Component[] {
  return [...data, ...sources, ...[...steps.values()].flatMap(({ provisioners, chains }) => [...provisioners, ...chains.flat()])];
}

/** Versions of the same major version, as far as it promises anything: from the minor version that the facts are of. */
function compatibleWith({ version }: PluginSchema): string {
  return `~> ${version.split('.').slice(0, 2).join('.')}`;
}

function checkConstraint(template: Construct, constraint: string, resolution: Resolution): void {
  if (constraint === `>= ${OLDEST_PACKER}`) { return; }
  try {
    if (isOlder(oldestAllowed(constraint), OLDEST_PACKER)) { resolution.warning(template, problem.olderPacker(constraint, OLDEST_PACKER)); }
  } catch (error) {
    resolution.problem(template, problem.noConstraint(constraint, (error as Error).message));
  }
}
