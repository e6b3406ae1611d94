import { IConstruct } from 'constructs';
import { Content } from './content';
import * as errors from './errors';
import { Fingerprint, Fingerprints, StepDigest } from './fingerprint';
import { Image } from './image';
import { parentsOf, parentsOfTarget } from './image-graph';
import { targetAddress } from './target';
import { RenderedTemplate } from '../language/rendering';
import { Source } from '../language/source';
import { PackerTemplate, renderedTemplate } from '../language/template';
import { ArtifactUse } from '../references/foreign-values';

/**
 * One pass over the images of a tree that does not change meanwhile: each image is rendered once and each target
 * fingerprinted once, parents before children.
 */
export class Synthesis {
  private readonly rendered = new Map<PackerTemplate, RenderedTemplate>();
  private readonly contents = new Map<Image, Content>();
  private readonly fingerprints = new Map<string, Fingerprint>();
  private readonly underWay: string[] = [];

  /** The rendered template of an image. */
  public render(template: PackerTemplate): RenderedTemplate {
    let rendered = this.rendered.get(template);
    if (!rendered) {
      rendered = renderedTemplate(template);
      this.rendered.set(template, rendered);
    }
    return rendered;
  }

  /**
   * The fingerprint of a target.
   *
   * @throws when images use each other in a circle
   */
  public fingerprint(image: Image, source: Source): Fingerprint {
    const address = targetAddress({ image, source });
    let fingerprint = this.fingerprints.get(address);
    if (!fingerprint) {
      const start = this.underWay.indexOf(address);
      if (start >= 0) { throw errors.imageCycle([...this.underWay.slice(start), address]); }
      this.underWay.push(address);
      try {
        fingerprint = this.makers(image, source).of(source);
      } finally {
        this.underWay.pop();
      }
      this.fingerprints.set(address, fingerprint);
    }
    return fingerprint;
  }

  /** The steps of a target with their digests. */
  public steps(image: Image, source: Source): StepDigest[] {
    return this.makers(image, source).stepsOf(source);
  }

  private makers(image: Image, source: Source): Fingerprints {
    const rendered = this.render(image);
    const numbers = parentsOf(rendered).map(({ address }) => address);
    const parents = parentsOfTarget(rendered, source).map((parent) => [numbers.indexOf(parent.address) + 1, this.digestOf(parent)] as const);
    return new Fingerprints(rendered, this.content(image), parents, image.fingerprintSalt);
  }

  private content(image: Image): Content {
    let content = this.contents.get(image);
    if (!content) {
      const rendered = this.render(image);
      const numbers = parentsOf(rendered).map(({ address }) => address);
      content = new Content(rendered, ({ artifacts, part }) => ({
        parents: artifacts.map(({ address }) => numbers.indexOf(address) + 1), part,
      }));
      this.contents.set(image, content);
    }
    return content;
  }

  private digestOf({ image, address }: ArtifactUse): string {
    const parent = image as Image;
    const source = this.sourceOf(parent, address);
    return this.fingerprint(parent, source).digest;
  }

  private sourceOf(image: Image, address: string): Source {
    for (const source of this.render(image).sources.keys()) {
      if (targetAddress({ image: image as IConstruct, source }) === address) { return source; }
    }
    throw new Error(`the image has no target '${address}'`);
  }
}
