import { ArtifactPlace } from './artifact-place';
import { ArtifactPart, partAt } from './artifact-values';
import { targetAddress } from './target';
import { ResolveContext } from '../language/resolution';
import { intern } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable, markResolvable } from '../references/resolvable';

/** A part of an artifact that the runner fills in through a variable. */
export class PendingArtifact implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly place: ArtifactPlace, private readonly part: ArtifactPart) {
    markResolvable(this);
  }

  public resolve({ resolution, position }: ResolveContext): any {
    const use = { image: this.place.image, address: targetAddress(this.place), isPath: this.part.kind === 'file' };
    return resolution.artifact(use, partAt(this.place, this.part), position);
  }

  /** As a list of strings. */
  public toList(): string[] {
    return [encodeMark({ node: { kind: 'late', id: intern(this) }, list: true })];
  }

  public toString(): string {
    return encodeMark({ node: { kind: 'late', id: intern(this) } });
  }
}
