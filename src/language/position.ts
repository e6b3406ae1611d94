import { GoTemplateKind, OptionSchema } from './component-schema';
import { Element } from './element';
import { ResolvedMap, ResolvedOption } from './resolved';

/** Where a value stands: names its variables, its staged files and the messages about it. */
export interface Position {
  readonly element: Element;
  readonly schema: OptionSchema;
  /** The option's path: its name, then keys and numbers, for example `environment_vars.1`. */
  readonly option: string;
  /** Local paths that are literals are staged. */
  readonly stages: boolean;
  /** The option is in what overrides a step for one source. */
  readonly forOneSource?: boolean;
}

/** The position of one item of a list or map. */
export function itemPosition(position: Position, key: string | number): Position {
  return { ...position, option: `${position.option}.${key}` };
}

/** The schema of an option that no table knows: everything is content. */
export function genericOption(name: string, goTemplate: GoTemplateKind = 'once'): OptionSchema {
  return { option: name, name, type: 'any', role: 'content', goTemplate, untyped: true };
}

/** What stands in a map, where the map is a block that no table knows. */
export function untypedOptions({ entries }: ResolvedMap): ResolvedOption[] {
  return entries.map(([key, value]) => ({ schema: genericOption(String(key), 'none'), value }));
}
