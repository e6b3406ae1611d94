import { BuiltImage, buildOfImage, imagesOf, sourcesOfImage, templateOfImage } from './built-image';
import * as errors from './errors';
import { Fingerprint, Fingerprints, StepDigest } from './fingerprint';
import { Image } from './image';
import { parentsOfTarget } from './image-graph';
import { targetAddress } from './target';
import { RenderedTemplate } from '../language/rendering';
import { Source } from '../language/source';
import { forgetTemplate, PackerTemplate, renderedTemplate } from '../language/template';
import { ArtifactUse } from '../references/foreign-values';

/**
 * One pass over the images of a tree that does not change meanwhile: each image is rendered once and each target
 * fingerprinted once, parents before children.
 */
export class Synthesis {
  private readonly rendered = new Map<PackerTemplate, RenderedTemplate>();
  private readonly makers = new Map<BuiltImage, Fingerprints>();
  private readonly fingerprints = new Map<string, Fingerprint>();
  private readonly underWay: string[] = [];

  /** A template with everything resolved. */
  public render(template: PackerTemplate): RenderedTemplate {
    let rendered = this.rendered.get(template);
    if (!rendered) {
      rendered = renderedTemplate(template);
      this.rendered.set(template, rendered);
    }
    return rendered;
  }

  /** Forgets how a template was rendered, when only the fingerprints of its targets will still be asked for. */
  public forget(template: PackerTemplate): void {
    this.rendered.delete(template);
    for (const image of imagesOf(template)) { this.makers.delete(image); }
    forgetTemplate(template);
  }

  /**
   * The fingerprint of a target.
   *
   * @throws when images use each other in a circle
   */
  public fingerprint(image: BuiltImage, source: Source): Fingerprint {
    const address = targetAddress({ image, source });
    let fingerprint = this.fingerprints.get(address);
    if (!fingerprint) {
      const start = this.underWay.indexOf(address);
      if (start >= 0) { throw errors.imageCycle([...this.underWay.slice(start), address]); }
      this.underWay.push(address);
      try {
        // All of them, since a circle is one even where the artifact is no content.
        for (const parent of parentsOfTarget(this.render(templateOfImage(image)), { image, source })) { this.parentFingerprint(parent); }
        fingerprint = this.maker(image).of(source);
      } finally {
        this.underWay.pop();
      }
      this.fingerprints.set(address, fingerprint);
    }
    return fingerprint;
  }

  /** The steps of a target with their digests. */
  public steps(image: BuiltImage, source: Source): StepDigest[] {
    return this.maker(image).stepsOf(source);
  }

  private maker(image: BuiltImage): Fingerprints {
    let maker = this.makers.get(image);
    if (!maker) {
      const parentDigest = (address: string) => this.fingerprints.get(address)!.digest;
      const template = templateOfImage(image);
      maker = new Fingerprints({
        rendered: this.render(template),
        build: buildOfImage(image),
        settings: template._settings,
        salt: (image as Partial<Image>)._salt,
        parentDigest,
      });
      this.makers.set(image, maker);
    }
    return maker;
  }

  private parentFingerprint({ image, address }: ArtifactUse): void {
    if (this.fingerprints.has(address)) { return; }
    for (const source of sourcesOfImage(image)) {
      if (targetAddress({ image, source }) === address) { this.fingerprint(image, source); }
    }
  }
}
