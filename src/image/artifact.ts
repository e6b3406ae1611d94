import { IConstruct } from 'constructs';
import * as errors from './errors';
import { grammarOf } from './grammar';
import { targetAddress } from './target';
import { ResolveContext } from '../language/resolution';
import { Source } from '../language/source';
import { ArtifactPart, looksForeign } from '../references/foreign-values';
import { intern } from '../references/interned';
import { encodeMark, hasMark } from '../references/mark';
import { IResolvable, markResolvable } from '../references/resolvable';

export { type ArtifactPart } from '../references/foreign-values';

/** Gives artifacts as values of another framework. An adapter attaches one to its images. */
export interface ArtifactValues {
  /** A string value of the framework that stands for the part. */
  text(source: Source, part: ArtifactPart): string;
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

/**
 * What a target produced: values that are known when it was built. They may be used in other images, which are then built
 * after it, and under Terraform in any resource.
 *
 * @example
 * declare const base: Image;
 * declare const baseFile: FileSource;
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'unpack', { inline: [`tar -xf ${base.artifactOf(baseFile).file('*.tar')}`] });
 */
export class Artifact {
  /** @internal */
  public constructor(private readonly image: IConstruct, private readonly source: Source) {}

  /**
   * The id. For artifacts to which Packer gives a constant id (files, virtual machines on disk) it is the UUID of the run that built
   * it, which changes with every build.
   *
   * @throws when the artifact has an id for each region
   */
  public get id(): string {
    if (grammarOf(this.source.type).form === 'regions') {
      throw errors.artifactWithoutPart(this.address, 'single id', 'one for each region: use `idIn(region)`');
    }
    return this.part({ kind: 'id' });
  }

  /**
   * The id in a region.
   *
   * @param region - its name; a value of Terraform is one too where Terraform builds the image
   * @throws when the artifact is not one of regions, or a reference stands in the name
   */
  public idIn(region: string): string {
    if (grammarOf(this.source.type).form !== 'regions') {
      throw errors.artifactWithoutPart(this.address, 'regions', 'one `id`');
    }
    if (hasMark(region) || (looksForeign(region) && !artifactValuesOf(this.image))) { throw errors.partWithReference(this.address, 'region'); }
    return this.part({ kind: 'region', region });
  }

  /**
   * The absolute path of the one file whose path below the work folder matches a pattern.
   *
   * @param glob - `*` stands for any characters but `/`, `**` for any characters, `?` for one
   * @throws when the artifact has no files, or a reference stands in the pattern
   */
  public file(glob: string): string {
    if (!grammarOf(this.source.type).files) {
      const has = grammarOf(this.source.type).form === 'regions' ? 'an id for each region: use `idIn(region)`' : 'an `id`';
      throw errors.artifactWithoutPart(this.address, 'files', has);
    }
    if (hasMark(glob) || looksForeign(glob)) { throw errors.partWithReference(this.address, 'pattern'); }
    return this.part({ kind: 'file', glob });
  }

  private get address(): string {
    return targetAddress({ image: this.image, source: this.source });
  }

  private part(part: ArtifactPart): string {
    const values = artifactValuesOf(this.image);
    if (values) { return values.text(this.source, part); }
    return encodeMark({ node: { kind: 'late', id: intern(new PendingArtifact(this.image, this.source, part)) } });
  }
}

/** A part of an artifact that the runner fills in through a variable. */
class PendingArtifact implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly image: IConstruct, private readonly source: Source, private readonly used: ArtifactPart) {
    markResolvable(this);
  }

  public resolve({ resolution, position }: ResolveContext): any {
    const use = { image: this.image, address: targetAddress({ image: this.image, source: this.source }), isPath: this.used.kind === 'file' };
    return resolution.artifact(use, this.used, position);
  }

  public toString(): string {
    return encodeMark({ node: { kind: 'late', id: intern(this) } });
  }
}

/** A part as one text, as fingerprints and the compositions of adapters name it. */
export function describePart(part: ArtifactPart): string {
  switch (part.kind) {
    case 'id': return 'id';
    case 'region': return `region ${part.region}`;
    case 'file': return `file ${part.glob}`;
  }
}
