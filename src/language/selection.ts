import { IConstruct } from 'constructs';
import { kindOf } from './element-kind';
import * as errors from './errors';
import { Source } from './source';

/** Which sources of the build a step is for. */
export interface SourceSelection {
  /**
   * The step runs for these sources only.
   *
   * @default - for all sources of the build
   */
  readonly only?: Source[];

  /**
   * The step runs for all sources but these.
   *
   * @default - no exceptions
   */
  readonly except?: Source[];
}

const SELECTION = Symbol.for('cdk-packer.SourceSelection');

/**
 * Remembers which sources a step, or every step of a group, is for.
 *
 * @throws when both `only` and `except` are given
 */
export function setSelection(construct: IConstruct, { only, except }: SourceSelection): void {
  if (only && except) { throw errors.onlyAndExcept(construct); }
  if (only || except) { Object.defineProperty(construct, SELECTION, { value: { only, except } }); }
}

/** Whether a step runs for `source`: itself and every group above it must agree. */
export function appliesTo(step: IConstruct, source: Source): boolean {
  for (let node: IConstruct | undefined = step; node && kindOf(node) !== 'template'; node = node.node.scope) {
    const selection = (node as { [SELECTION]?: SourceSelection })[SELECTION];
    if (selection?.only && !selection.only.includes(source)) { return false; }
    if (selection?.except?.includes(source)) { return false; }
  }
  return true;
}

/** What a step or a group says about sources. */
export interface Selection {
  readonly construct: IConstruct;
  /** The sources that it names. */
  readonly sources: Source[];
  /** It is for an empty list of sources. */
  readonly selectsNone: boolean;
}

/** What a step and the groups above it say about sources. */
export function selections(step: IConstruct): Selection[] {
  const found: Selection[] = [];
  for (let node: IConstruct | undefined = step; node && kindOf(node) !== 'template'; node = node.node.scope) {
    const selection = (node as { [SELECTION]?: SourceSelection })[SELECTION];
    if (selection) {
      const { only, except } = selection;
      found.push({ construct: node, sources: [...(only ?? []), ...(except ?? [])], selectsNone: only?.length === 0 });
    }
  }
  return found;
}
