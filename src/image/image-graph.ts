import { IConstruct } from 'constructs';
import { kindOf } from '../language/element';
import { RenderedTemplate } from '../language/rendering';
import { appliesTo } from '../language/selection';
import { Source } from '../language/source';
import { ArtifactUse } from '../references/foreign-values';

/** The targets whose artifacts a template uses, in the order of first use. */
export function parentsOf(rendered: RenderedTemplate): ArtifactUse[] {
  return distinct(rendered.lifted.flatMap(({ artifacts }) => artifacts));
}

/**
 * The parents of one target: those used by its source, its steps, or something that any target may reach. The order is that of its
 * own first uses, whatever other targets use.
 */
export function parentsOfTarget(rendered: RenderedTemplate, source: Source): ArtifactUse[] {
  const used = rendered.lifted.flatMap(({ artifacts, uses }) => {
    const first = artifacts.length === 0 ? undefined : uses.find(({ element }) => concerns(element, source));
    return first ? [{ order: first.order, artifacts }] : [];
  });
  return distinct(used.sort((a, b) => a.order - b.order).flatMap(({ artifacts }) => artifacts));
}

/** The first use of each target. */
function distinct(uses: readonly ArtifactUse[]): ArtifactUse[] {
  const byAddress = new Map<string, ArtifactUse>();
  for (const use of uses) {
    if (!byAddress.has(use.address)) { byAddress.set(use.address, use); }
  }
  return [...byAddress.values()];
}

/** Whether what `element` uses is used by the target of `source`. */
export function concerns(element: IConstruct, source: Source): boolean {
  switch (kindOf(element)) {
    case 'source': return element === source;
    case 'provisioner':
    case 'post-processor': return appliesTo(element, source);
    default: return true;
  }
}
