import { Construct } from 'constructs';
import { Artifact } from './artifact';
import { artifactValuesOf } from './artifact-values';
import * as errors from './errors';
import { ExistingImage } from './existing-image';
import { artifactOf, IImage, imageIdOf, ImageOfBuild, ownWorkDirectories, workDirectory } from './image-of-build';
import { isWritten } from './writer';
import { Build } from '../language/build';
import { Component } from '../language/element';
import { Source } from '../language/source';
import { PackerTemplate, PackerTemplateProps } from '../language/template';
import { elementsOf } from '../language/template-elements';
import { setOwnBuild } from '../language/template-of';
import { looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

/** Changes what the fingerprint of an image is made of. */
export interface FingerprintOptions {
  /**
   * A text of your own in the fingerprint: changing it asks for a new build.
   *
   * @default - none
   */
  readonly salt?: string;
}

/** What an image is. */
export interface ImageProps extends PackerTemplateProps {
  /**
   * What the fingerprint is made of.
   *
   * @default - the content of the image
   */
  readonly fingerprint?: FingerprintOptions;
}

const IMAGE = Symbol.for('cdk-packer.Image');

/**
 * A machine image: a template with one build of its own. Sources and steps are constructs below it; each source is a target,
 * built and remembered by itself.
 *
 * Use this class below a `PackerApp`. In a CDKTF stack, use `Image` from `@cdk-packer/cdktf`.
 *
 * @example
 * const app = new PackerApp();
 * const web = new Image(app, 'web');
 * new FileSource(web, 'archive', { target: 'web.tar' });
 * new ShellLocalProvisioner(web, 'pack', { script: './pack.sh', environmentVars: [`OUTPUT=${web.workDirectory}/web.tar`] });
 * app.synth();
 */
export class Image extends PackerTemplate implements IImage {
  /** Whether `value` is an image (of any copy of this library). */
  public static isImage(value: any): value is Image {
    return typeof value === 'object' && value !== null && IMAGE in value;
  }

  /**
   * A build of a template as an image of its own. From then on the library's manifests are part of the build, and its targets are in
   * `images.json`.
   *
   * @param build - a build of a PackerTemplate below a PackerApp; named, if another build of the template has the same sources
   * @throws when no PackerApp is above
   *
   * @example
   * const app = new PackerApp();
   * const template = new PackerTemplate(app, 'servers');
   * const disk = new FileSource(template, 'disk', { target: 'disk.img' });
   * const small = new Build(template, 'small', { name: 'small', sources: [disk] });
   * const file = Image.fromBuild(small).artifactOf(disk).file('*.img');
   */
  public static fromBuild(build: Build): IImage {
    const template = build.node.scope;
    return Image.isImage(template) && template.packerBuild === build ? template : new ImageOfBuild(build);
  }

  /**
   * An image that exists already, for what takes an `IImage`. Its `imageId` is the id; it has no work folder, and no artifacts of sources.
   *
   * @param artifactId - the id by which its cloud or engine knows it; also a value of Terraform, or a reference
   *
   * @example
   * const base = Image.fromArtifactId('ami-0123456789abcdef0');
   */
  public static fromArtifactId(artifactId: string): IImage {
    return new ExistingImage(artifactId);
  }

  /** The build that the steps of the image belong to. */
  public readonly packerBuild: Build;
  /** @internal */
  public readonly _salt?: string;

  /** @throws when the salt contains a reference */
  public constructor(scope: Construct, id: string, props: ImageProps = {}) {
    super(scope, id, props);
    Object.defineProperty(this, IMAGE, { value: true });
    this.packerBuild = new Build(this, 'Build');
    this.packerBuild._isImage = true;
    this._managed = true;
    this._salt = props.fingerprint?.salt;
    if (hasMark(this._salt ?? '') || looksForeign(this._salt ?? '')) { throw errors.saltWithReference(this); }
    setOwnBuild(this, this.packerBuild);
    this.node.addValidation({ validate: () => this.problems() });
  }

  /**
   * The work folder, where outputs of the build lie: a reference to the variable `work_dir`. Relative options that name an output
   * (the `target` of a file source) lie below it by themselves.
   */
  public get workDirectory(): string {
    return workDirectory();
  }

  /**
   * The id of the artifact of the one source.
   *
   * @throws when the image has none or several sources, naming them
   */
  public get imageId(): string {
    return imageIdOf(this);
  }

  /**
   * What a source has produced, or what a post-processor has made of that.
   *
   * @param sourceOrPostProcessor - a source of the image, or a post-processor after which no other one of its chain makes another artifact
   * @param source - which source went through the post-processor, where it runs for several
   * @throws when it is none of the image, leaves no artifact or not one that is recorded, or the source is not clear
   */
  public artifactOf(sourceOrPostProcessor: Component, source?: Source): Artifact {
    return artifactOf(this, sourceOrPostProcessor, source);
  }

  private problems(): string[] {
    const { builds } = elementsOf(this);
    return [
      ...(isWritten(this) || artifactValuesOf(this) ? [] : [errors.imageWithoutWriter()]),
      ...builds.filter((build) => build !== this.packerBuild).map(errors.secondBuild),
      ...ownWorkDirectories(this),
    ];
  }
}
