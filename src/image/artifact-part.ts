import { membersOf } from './artifact-members';
import { ArtifactPlace, productionAt } from './artifact-place';
import * as errors from './errors';
import { ArtifactGrammar } from './grammar';
import { ArtifactPartName } from '../references/foreign-values';

/** How to find a part of an artifact in Packer's artifact id. */
export interface PartExpression {
  /** In what RE2 and JavaScript have in common. The part is what the first group that is not empty matches. */
  readonly expression: string;
  /** What the part is where the expression matches and finds none. */
  readonly otherwise?: string;
}

/**
 * How to find a part of the artifact at a place.
 *
 * @throws when the artifact does not have it, naming what it has
 */
export function partExpressionAt(place: ArtifactPlace, name: ArtifactPartName): PartExpression {
  const production = productionAt(place);
  const { component, grammar } = production;
  const expression = partExpression(grammar, name);
  if (!expression) { throw errors.artifactWithoutPart(component.node.path, component.type, `\`${name}\``, membersOf(production)); }
  return expression;
}

/** How to find a part, or the id, of artifacts with a grammar; `undefined` when they have no such part. */
export function partExpression({ form, parts }: Pick<ArtifactGrammar, 'form' | 'parts'>, name: ArtifactPartName | 'id'): PartExpression | undefined {
  const expression = parts[name];
  if (expression === undefined) { return undefined; }
  return form === 'reference' && name === 'tag' ? { expression, otherwise: 'latest' } : { expression };
}

/** The part that an expression finds in Packer's artifact id; `undefined` when there is none. */
export function findPart({ expression, otherwise }: PartExpression, artifactId: string): string | undefined {
  const found = new RegExp(expression, 'u').exec(artifactId);
  return found ? found.slice(1).find((group) => group) ?? otherwise : undefined;
}
