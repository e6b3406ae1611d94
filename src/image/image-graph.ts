import { IConstruct } from 'constructs';
import { buildOfImage } from './built-image';
import { Target } from './target';
import { kindOf } from '../language/element-kind';
import { RenderedTemplate } from '../language/rendering';
import { appliesTo } from '../language/selection';
import { buildOf } from '../language/template-of';
import { ArtifactUse } from '../references/foreign-values';

/** The targets whose artifacts a template uses, in the order of first use. */
export function parentsOf(rendered: RenderedTemplate): ArtifactUse[] {
  return distinct(rendered.lifted.flatMap(({ artifacts }) => artifacts));
}

/**
 * The parents of one target: those used by its source, its steps, or something that any target may reach. The order is that of its
 * own first uses, whatever other targets use.
 */
export function parentsOfTarget(rendered: RenderedTemplate, target: Target): ArtifactUse[] {
  const used = rendered.lifted.flatMap(({ artifacts, uses }) => {
    const first = artifacts.length === 0 ? undefined : uses.find(({ element }) => concerns(element, target));
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

/** Whether what `element` uses is used by the target. */
export function concerns(element: IConstruct, { image, source }: Target): boolean {
  switch (kindOf(element)) {
    case 'source': return element === source || element === source._base;
    case 'build': return element === buildOfImage(image);
    case 'provisioner':
    case 'post-processor': return buildOf(element) === buildOfImage(image) && appliesTo(element, source);
    default: return true;
  }
}
