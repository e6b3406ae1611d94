import { BASE_PROPS } from './base-props';
import { BlockSchema, rowsByName } from './component-schema';
import { Element } from './element';
import { problem } from './errors';
import { nearestName } from './nearest-name';
import { pathSegments } from './override';
import { Resolution } from './resolution';
import type { Source } from './source';
import { looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

/** Where unknown options stand. */
interface UnknownPlace {
  /** The path of the nested block that they are in. */
  readonly within?: string;
  /** They override a step for one source. */
  readonly forOneSource?: boolean;
}

/** Checks options that no table knows: of what has a table, only `addOverride` sets those. */
export function checkUnknown(
  element: Element, table: BlockSchema | undefined, names: readonly string[], resolution: Resolution, { within, forOneSource }: UnknownPlace,
): void {
  for (const name of names) {
    // Names are written as they are, where a reference would arrive as a placeholder.
    if (hasMark(name) || looksForeign(name)) {
      resolution.problem(element, problem.literalOnly('the name of an option'));
      continue;
    }
    const option = within === undefined ? name : `${within}.${name}`;
    if (!table || isOverridden(element, option)) { continue; }
    const { type, _schema, _base } = element as Partial<Source>;
    // What a source of a build adds are no props.
    const isProps = _schema && table === _schema && !forOneSource && !_base;
    const known = [...rowsByName(table).keys(), ...(isProps ? Object.keys(BASE_PROPS[_schema.kind]) : [])];
    resolution.problem(element, problem.unknownOption(forOneSource ? `overrideFor: ${option}` : option, `\`${type}\``, nearestName(name, known)));
  }
}

/** Whether an override set the option, or what it is in. */
function isOverridden({ _overrides = [] }: Element, option: string): boolean {
  return _overrides.some(({ path }) => `${option}.`.startsWith(`${pathSegments(path).join('.')}.`));
}
