import { IConstruct } from 'constructs';
import { kindOf } from '../language/element';
import { RenderedTemplate } from '../language/rendering';
import { appliesTo } from '../language/selection';
import { Source } from '../language/source';
import { ArtifactUse } from '../references/foreign-values';

/** The targets whose artifacts a template uses, in the order of first use. */
export function parentsOf(rendered: RenderedTemplate): ArtifactUse[] {
  const byAddress = new Map<string, ArtifactUse>();
  for (const { artifacts } of rendered.lifted) {
    for (const artifact of artifacts) {
      if (!byAddress.has(artifact.address)) { byAddress.set(artifact.address, artifact); }
    }
  }
  return [...byAddress.values()];
}

/** The parents of one target: those used by its source, its steps, or something that any target may reach. */
export function parentsOfTarget(rendered: RenderedTemplate, source: Source): ArtifactUse[] {
  const used = new Set<string>();
  for (const { artifacts, uses } of rendered.lifted) {
    if (uses.some(({ element }) => concerns(element, source))) {
      artifacts.forEach(({ address }) => used.add(address));
    }
  }
  return parentsOf(rendered).filter(({ address }) => used.has(address));
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
