import { IConstruct } from 'constructs';
import { ComponentSchema, PluginSchema } from './component-schema';
import { templateAbove } from './template-of';
import { TemplateSettings } from './template-settings';

type Required = TemplateSettings['requiredPlugins'];

/**
 * The local name of a plugin: the one under which the template requires it, else its own. A plugin of another source that has its
 * name (a fork) stands for it.
 */
export function localName(plugin: PluginSchema, required: Required): string {
  if (required.has(plugin.name)) { return plugin.name; }
  return [...required].find(([, { source }]) => source === plugin.source)?.[0] ?? plugin.name;
}

/** The type of a component of a plugin, which begins with the plugin's local name. */
export function localTypeOf({ type, plugin }: ComponentSchema, required: Required): string {
  return plugin ? `${localName(plugin, required)}${type.slice(plugin.name.length)}` : type;
}

/** The type of a component that is being made, by what its template requires so far. */
export function localType(component: IConstruct, schema: ComponentSchema): string {
  const template = templateAbove(component) as { readonly _settings: TemplateSettings } | undefined;
  return template ? localTypeOf(schema, template._settings.requiredPlugins) : schema.type;
}
