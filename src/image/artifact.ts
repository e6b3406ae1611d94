import { IConstruct } from 'constructs';
import { membersOf } from './artifact-members';
import { partExpressionAt } from './artifact-part';
import { ArtifactPlace, Production, productionAt } from './artifact-place';
import { ArtifactPart, ArtifactValues, artifactValuesOf } from './artifact-values';
import * as errors from './errors';
import { PendingArtifact } from './pending-artifact';
import { Regions, regionsOf } from './regions';
import { ArtifactForm } from '../language/artifact-schema';
import { PostProcessor } from '../language/post-processor';
import { Source } from '../language/source';
import { ArtifactPartName, looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

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
    const { component, grammar } = this.production;
    if (grammar.form === 'none') { throw errors.withoutArtifact(component.node.path, component.type, grammar.because); }
  }

  /**
   * The id: of an image of Docker the digest as the engine gives it, of a tagged one `repository:tag`, of an image of Amazon that is in
   * one region its id there. For artifacts to which Packer gives a constant id (files, virtual machines on disk) it is the UUID of the
   * run that built it, which changes with every build.
   *
   * @throws when the artifact has several ids
   */
  public get id(): string {
    const { form } = this.production.grammar;
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
    if (this.production.grammar.form !== 'regions') { throw this.without('regions'); }
    const { names, areAll } = this.regions;
    if (areAll) { return Object.fromEntries(names.map((region) => [region, this.idIn(region)])); }
    if (!this.values) { throw errors.regionsNotKnown(this.production.component.node.path); }
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
    if (!this.production.grammar.files) { throw this.without('files'); }
    if (hasMark(glob) || looksForeign(glob)) { throw errors.partWithReference(this.production.component.node.path, 'pattern'); }
    return this.text({ kind: 'file', glob });
  }

  /**
   * What an image of Docker was tagged with: `repository:tag`.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get reference(): string {
    if (this.production.grammar.form !== 'reference') { throw this.without('`reference`'); }
    return this.text({ kind: 'id' });
  }

  /**
   * The repository of a tagged image of Docker, with the address of its registry if it has one: `registry.example.com/web`.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get repository(): string {
    return this.part('repository');
  }

  /**
   * The tag of a tagged image of Docker; of several the last. `latest` if none was given.
   *
   * @throws when the artifact is not that of a post-processor that tags
   */
  public get tag(): string {
    return this.part('tag');
  }

  /**
   * The name of the image.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get name(): string {
    return this.part('name');
  }

  /**
   * The resource group that the image is in, at Azure.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get resourceGroup(): string {
    return this.part('resourceGroup');
  }

  /**
   * The id of the subscription that the image is in, at Azure.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get subscription(): string {
    return this.part('subscription');
  }

  /**
   * The gallery that the image is in, at Azure.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get gallery(): string {
    return this.part('gallery');
  }

  /**
   * The version of the image.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get version(): string {
    return this.part('version');
  }

  /**
   * The project that the image is in, at Google for example.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get project(): string {
    return this.part('project');
  }

  /**
   * The region that the image is in, of a cloud whose images are in one.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get region(): string {
    return this.part('region');
  }

  /**
   * The datacenter that the image is in.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get datacenter(): string {
    return this.part('datacenter');
  }

  /**
   * The node that the image is on.
   *
   * @throws when artifacts of this kind have none, naming what they have
   */
  public get node(): string {
    return this.part('node');
  }

  private get production(): Production {
    return productionAt(this.place);
  }

  private get regions(): Regions {
    return regionsOf(this.production);
  }

  private get values(): ArtifactValues | undefined {
    return artifactValuesOf(this.place.image);
  }

  private without(part: string): Error {
    const { component } = this.production;
    return errors.artifactWithoutPart(component.node.path, component.type, part, membersOf(this.production));
  }

  /** The name of a region, when it can be asked for. */
  private regionOf(form: ArtifactForm, what: string, region: string): string {
    if (this.production.grammar.form !== form) { throw this.without(what); }
    const { component, grammar } = this.production;
    const { path } = component.node;
    const isLate = looksForeign(region);
    if (hasMark(region) || (isLate && !this.values)) { throw errors.partWithReference(path, 'region'); }
    const { names, areAll } = this.regions;
    if (!isLate && areAll && !names.includes(region)) { throw errors.notInRegion(path, region, names, grammar.regions[1]); }
    return region;
  }

  private part(name: ArtifactPartName): string {
    partExpressionAt(this.place, name);
    return this.text({ kind: 'part', name });
  }

  private text(part: ArtifactPart): string {
    return this.values ? this.values.text(this.place, part) : new PendingArtifact(this.place, part).toString();
  }

  private list(part: ArtifactPart): string[] {
    return this.values ? this.values.list(this.place, part) : new PendingArtifact(this.place, part).toList();
  }
}
