import { Construct, IConstruct } from 'constructs';
import { Artifact, artifactValuesOf } from './artifact';
import * as errors from './errors';
import { isWritten } from './writer';
import { Build } from '../language/build';
import { Expression } from '../language/expression';
import { Source, sourceAddress } from '../language/source';
import { InternalTemplateProps, PackerTemplate, PackerTemplateProps } from '../language/template';
import { elementsOf } from '../language/template-elements';
import { setOwnBuild } from '../language/template-of';
import { WORK_DIRECTORY } from '../language/template-settings';
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
export class Image extends PackerTemplate {
  /** Whether `value` is an image (of any copy of this library). */
  public static isImage(value: any): value is Image {
    return typeof value === 'object' && value !== null && IMAGE in value;
  }

  /** The build that the steps of the image belong to. */
  public readonly packerBuild: Build;
  /** @internal */
  public readonly _salt?: string;

  /** @throws when the salt contains a reference */
  public constructor(scope: Construct, id: string, props: ImageProps = {}) {
    super(scope, id, managed(props));
    Object.defineProperty(this, IMAGE, { value: true });
    this.packerBuild = new Build(this, 'Build');
    this.packerBuild._isImage = true;
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
    return Expression.asString(`var.${WORK_DIRECTORY}`);
  }

  /**
   * What a source of this image produced.
   *
   * @throws when the source belongs to another image
   */
  public artifactOf(source: Source): Artifact {
    if (imageOf(source) !== this) { throw errors.sourceOfAnotherImage(this, source); }
    return new Artifact(this, source);
  }

  /**
   * The id of the artifact of the one source.
   *
   * @throws when the image has none or several sources, naming them
   */
  public get imageId(): string {
    const { sources } = elementsOf(this);
    if (sources.length !== 1) { throw errors.severalSources(this, sources.map(sourceAddress)); }
    return this.artifactOf(sources[0]).id;
  }

  private problems(): string[] {
    const { builds, variables } = elementsOf(this);
    return [
      ...(isWritten(this) || artifactValuesOf(this) ? [] : [errors.imageWithoutWriter()]),
      ...builds.filter((build) => build !== this.packerBuild).map(errors.secondBuild),
      ...variables.filter(({ name }) => name === WORK_DIRECTORY).map(errors.ownWorkDirectory),
    ];
  }
}

function managed(props: ImageProps): InternalTemplateProps {
  return { ...props, _managed: true };
}

function imageOf(source: IConstruct): IConstruct | undefined {
  return source.node.scopes.reverse().find((scope) => PackerTemplate.isPackerTemplate(scope));
}
