import { checkName } from './component-options';
import { Element } from './element';
import { withOverrides } from './override';
import { genericOption } from './position';
import { Resolution } from './resolution';
import { toJson } from './resolved';

/** A block of the language's own, as it is written, with what `addOverride` changes. A bad path is noted. */
export function overrideBlock(element: Element, block: { [name: string]: any }, resolution: Resolution): { [name: string]: any } {
  const overrides = (element._overrides ?? []).map(({ path, value }) => {
    checkName(element, path, resolution);
    const resolved = resolution.value(value, { element, schema: genericOption(path, 'none'), option: path, stages: false });
    return { path, value: resolved === undefined ? undefined : toJson(resolved) };
  });
  try {
    return withOverrides(block, overrides);
  } catch (error) {
    resolution.problem(element, (error as Error).message);
    return block;
  }
}
