import { IConstruct } from 'constructs';
import { ArtifactPlace, chainOf } from './artifact-place';
import { ArtifactPart } from '../references/foreign-values';

export { type ArtifactPart } from '../references/foreign-values';

/** Gives artifacts as values of another framework. An adapter attaches one to its images. */
export interface ArtifactValues {
  /** A string value of the framework that stands for the part. */
  text(place: ArtifactPlace, part: ArtifactPart): string;
  /** The same for a part that is a list. */
  list(place: ArtifactPlace, part: ArtifactPart): string[];
  /** The same for a part that is a map. */
  map(place: ArtifactPlace, part: ArtifactPart): { [key: string]: string };
}

const ARTIFACT_VALUES = Symbol.for('cdk-packer.ArtifactValues');

/** Lets `values` give the artifacts of `image`. */
export function attachArtifactValues(image: IConstruct, values: ArtifactValues): void {
  Object.defineProperty(image, ARTIFACT_VALUES, { value: values });
}

/** What an adapter attached to `image`. */
export function artifactValuesOf(image: IConstruct): ArtifactValues | undefined {
  return (image as { [ARTIFACT_VALUES]?: ArtifactValues })[ARTIFACT_VALUES];
}

/** A part with the chain that it is of, whose number is known at synth. */
export function partAt(place: ArtifactPlace, part: ArtifactPart): ArtifactPart {
  const chain = chainOf(place);
  return chain === undefined ? part : { ...part, chain };
}

/** A part as one text, as fingerprints and the compositions of adapters name it. */
export function describePart(part: ArtifactPart): string {
  const description = describeKind(part);
  return part.chain === undefined ? description : `${description} after chain ${part.chain}`;
}

function describeKind(part: ArtifactPart): string {
  switch (part.kind) {
    case 'part': return part.name;
    case 'region': return `region ${part.region}`;
    case 'volumes': return `volumes in ${part.region}`;
    case 'snapshots': return `snapshots in ${part.region}`;
    case 'file': return `file ${part.glob}`;
    default: return part.kind;
  }
}
