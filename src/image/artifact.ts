import { IConstruct } from 'constructs';
import { ArtifactPlace, productionAt } from './artifact-place';
import { ArtifactPart, ArtifactValues, artifactValuesOf } from './artifact-values';
import * as errors from './errors';
import { ArtifactForm, ArtifactGrammar } from './grammar';
import { PendingArtifact } from './pending-artifact';
import { Regions, regionsOf } from './regions';
import { PostProcessor } from '../language/post-processor';
import { Source } from '../language/source';
import { looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

/** What there is instead of a part that an artifact does not have. */
const HAS: { readonly [form in ArtifactForm]: string } = {
  id: 'an `id`',
  regions: 'an id for each region: use `idIn(region)`',
  volumes: 'volumes and snapshots: use `volumesIn(region)` and `snapshotsIn(region)`',
  reference: 'a `reference`, with a `repository` and a `tag`',
  run: 'an `id`',
  none: 'nothing, since the build leaves no artifact',
};

/**
 * What a target produced: values that are known when it was built. They may be used in other images, which are then built
 * after it, and under Terraform in any resource. Which of them an artifact has depends on its kind; asking for another one is an error.
 *
 * @example
 * declare const base: Image;
 * declare const baseFile: FileSource;
 * declare const web: Image;
 * new ShellLocalProvisioner(web, 'unpack', { inline: [`tar -xf ${base.artifactOf(baseFile).file('*.tar')}`] });
 */
export class Artifact {
  private readonly place: ArtifactPlace;

  /** @internal */
  public constructor(image: IConstruct, source: Source, postProcessor?: PostProcessor) {
    this.place = { image, source, postProcessor };
    if (this.grammar.form === 'none') { throw errors.withoutArtifact(this.component.node.path, this.component.type); }
  }

  /**
   * The id: of an image of Docker the digest as the engine gives it, of a tagged one `repository:tag`, of an image of Amazon that is in
   * one region its id there. For artifacts to which Packer gives a constant id (files, virtual machines on disk) it is the UUID of the
   * run that built it, which changes with every build.
   *
   * @throws when the artifact has several ids
   */
  public get id(): string {
    const { form } = this.grammar;
    if (form === 'volumes' || (form === 'regions' && !this.regions.areOne)) { throw this.without('single id'); }
    return this.text({ kind: 'id' });
  }

  /**
   * The id in a region, of an image of Amazon.
   *
   * @param region - its name; a value of Terraform is one too where Terraform builds the image
   * @throws when the artifact is not one of regions, or is not in this one as far as that is known, or a reference stands in the name
   */
  public idIn(region: string): string {
    return this.text({ kind: 'region', region: this.regionOf('regions', 'regions', region) });
  }

  /**
   * The ids of an image of Amazon, by their regions. Where the names of all regions are known to the program this is a map of the
   * program, otherwise one that only Terraform knows.
   *
   * @throws when the artifact is not one of regions, or neither the program nor Terraform knows them
   */
  public get idsByRegion(): { [region: string]: string } {
    if (this.grammar.form !== 'regions') { throw this.without('regions'); }
    const { names, areAll } = this.regions;
    if (areAll) { return Object.fromEntries(names.map((region) => [region, this.idIn(region)])); }
    if (!this.values) { throw errors.regionsNotKnown(this.component.node.path); }
    return this.values.map(this.place, { kind: 'ids' });
  }

  /**
   * The ids of the volumes that `amazon-ebsvolume` made in a region.
   *
   * @param region - its name; a value of Terraform is one too where Terraform builds the image
   * @throws when the artifact is not one of volumes, or is not in this region as far as that is known, or a reference stands in the name
   */
  public volumesIn(region: string): string[] {
    return this.list({ kind: 'volumes', region: this.regionOf('volumes', 'volumes', region) });
  }

  /**
   * The ids of the snapshots that `amazon-ebsvolume` made in a region.
   *
   * @param region - its name; a value of Terraform is one too where Terraform builds the image
   * @throws when the artifact is not one of volumes, or is not in this region as far as that is known, or a reference stands in the name
   */
  public snapshotsIn(region: string): string[] {
    return this.list({ kind: 'snapshots', region: this.regionOf('volumes', 'snapshots', region) });
  }

  /**
   * The absolute path of the one file whose path below the work folder matches a pattern.
   *
   * @param glob - `*` stands for any characters but `/`, `**` for any characters, `?` for one
   * @throws when the artifact has no files, or a reference stands in the pattern
   */
  public file(glob: string): string {
    if (!this.grammar.files) { throw this.without('files'); }
    if (hasMark(glob) || looksForeign(glob)) { throw errors.partWithReference(this.component.node.path, 'pattern'); }
    return this.text({ kind: 'file', glob });
  }

  /**
   * What an image of Docker was tagged with: `repository:tag`.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get reference(): string {
    return this.tagged('reference', { kind: 'id' });
  }

  /**
   * The repository of a tagged image of Docker, with the address of its registry if it has one: `registry.example.com/web`.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get repository(): string {
    return this.tagged('repository', { kind: 'repository' });
  }

  /**
   * The tag of a tagged image of Docker; of several the last. `latest` if none was given.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get tag(): string {
    return this.tagged('tag', { kind: 'tag' });
  }

  private get component() {
    return productionAt(this.place).component;
  }

  private get grammar(): ArtifactGrammar {
    return productionAt(this.place).grammar;
  }

  private get regions(): Regions {
    return regionsOf(this.component);
  }

  private get values(): ArtifactValues | undefined {
    return artifactValuesOf(this.place.image);
  }

  private without(part: string): Error {
    const { path } = this.component.node;
    return errors.artifactWithoutPart(path, this.component.type, part, HAS[this.grammar.form]);
  }

  /** The name of a region, when it can be asked for. */
  private regionOf(form: ArtifactForm, what: string, region: string): string {
    if (this.grammar.form !== form) { throw this.without(what); }
    const { path } = this.component.node;
    const isLate = looksForeign(region);
    if (hasMark(region) || (isLate && !this.values)) { throw errors.partWithReference(path, 'region'); }
    const { names, areAll } = this.regions;
    if (!isLate && areAll && !names.includes(region)) { throw errors.notInRegion(path, region, names); }
    return region;
  }

  private tagged(what: string, part: ArtifactPart): string {
    if (this.grammar.form !== 'reference') { throw this.without(what); }
    return this.text(part);
  }

  private text(part: ArtifactPart): string {
    return this.values ? this.values.text(this.place, part) : new PendingArtifact(this.place, part).toString();
  }

  private list(part: ArtifactPart): string[] {
    return this.values ? this.values.list(this.place, part) : new PendingArtifact(this.place, part).toList();
  }
}
