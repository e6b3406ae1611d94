import { canonicalJson } from './canonical';
import { Content } from './content';
import { DigestTree, leafDigest } from './digest-tree';
import { pinnedVersions } from './pinned-versions';
import { digestOfText } from '../assets/content-digest';
import { Build } from '../language/build';
import { Component } from '../language/element';
import { genericOption } from '../language/position';
import { Provisioner } from '../language/provisioner';
import { RenderedStep } from '../language/rendered-build';
import { RenderedTemplate } from '../language/rendering';
import { ResolvedOption } from '../language/resolved';
import { Source } from '../language/source';
import { TemplateSettings } from '../language/template-settings';

/** The rules by which fingerprints are made. A change of them changes every fingerprint, so it has a number. */
export const FINGERPRINT_FORMAT = 1;

/** What a target is made of, as one digest and as a tree in which a difference has a name. */
export interface Fingerprint {
  readonly format: number;
  /** sha256, 64 hexadecimal digits. */
  readonly digest: string;
  readonly tree: { readonly [name: string]: DigestTree };
}

/** One step of a target and its digest. */
export interface StepDigest {
  /** Position and type, for example `2 file`: never a name, so that renaming changes nothing. */
  readonly label: string;
  readonly step: Component;
  readonly tree: DigestTree;
}

/** What the fingerprints of one image are made of. */
export interface FingerprintInput {
  readonly rendered: RenderedTemplate;
  /** The build of the image; other builds of the template do not matter. */
  readonly build: Build;
  readonly settings: TemplateSettings;
  readonly salt: string | undefined;
  /** The digest of a parent, by its address. */
  parentDigest(address: string): string;
}

/** Makes the fingerprints of the targets of one image. */
export class Fingerprints {
  /** Trees of steps that are the same for every target. */
  private readonly shared = new Map<RenderedStep<Component>, DigestTree>();
  /** Their canonical texts. */
  private readonly texts = new Map<unknown, string>();

  constructor(private readonly input: FingerprintInput) {}

  /** The fingerprint of the target of `source`. */
  public of(source: Source): Fingerprint {
    const { rendered, settings, salt } = this.input;
    const content = new Content(rendered, source);
    const options = content.options(rendered.sources.get(source)!.options);
    const steps = this.steps(source, content);
    const versions = pinnedVersions(settings);
    const tree: { [name: string]: DigestTree } = {
      type: leafDigest(source._componentType),
      source: options,
      ...(steps.length === 0 ? {} : { steps: Object.fromEntries(steps.map(({ label, tree: step }) => [label, step])) }),
      ...(content.parents.length === 0 ? {} : { parents: this.parents(content) }),
      ...(versions === undefined ? {} : { versions }),
      ...(salt === undefined ? {} : { salt: leafDigest(salt) }),
    };
    return { format: FINGERPRINT_FORMAT, digest: digestOfText(canonicalJson({ format: FINGERPRINT_FORMAT, tree }, this.texts)), tree };
  }

  /** The steps that a target goes through, in order. */
  public stepsOf(source: Source): StepDigest[] {
    const content = new Content(this.input.rendered, source);
    content.options(this.input.rendered.sources.get(source)!.options);
    return this.steps(source, content);
  }

  private steps(source: Source, content: Content): StepDigest[] {
    const steps: StepDigest[] = [];
    const applies = ({ sources }: RenderedStep<Component>) => sources.includes(source);
    const add = (label: string, step: RenderedStep<Component>) =>
      steps.push({ label: `${label} ${step.step._componentType}`, step: step.step, tree: this.stepTree(step, source, content) });
    for (const build of this.input.rendered.builds) {
      if (build.build !== this.input.build) { continue; }
      build.provisioners.filter(applies).filter(isPartOfImage).forEach((step, index) => add(`${index + 1}`, step));
      build.chains.map((chain) => chain.filter(applies)).filter((chain) => chain.length > 0).forEach((chain, chainIndex) =>
        chain.forEach((step, index) => add(`post-processor ${chainIndex + 1}.${index + 1}`, step)));
    }
    return steps;
  }

  private stepTree(step: RenderedStep<Component>, source: Source, content: Content): DigestTree {
    const override = step.overrides.get(source);
    const own = [...step.meta, ...(step.forEach === undefined ? [] : [{ schema: genericOption('for_each', 'none'), value: step.forEach }])];
    if (override) { return content.options([...merged(step.options, override), ...own]); }
    const known = this.shared.get(step);
    if (known) { return known; }
    const { result, isShared } = content.shared(() => content.options([...step.options, ...own]));
    if (isShared) {
      this.shared.set(step, result);
      this.texts.set(result, canonicalJson(result));
    }
    return result;
  }

  private parents({ parents }: Content): DigestTree {
    return Object.fromEntries(parents.map((address, index) => [String(index + 1), this.input.parentDigest(address)]));
  }
}

/** What runs only when the build fails leaves no trace in an image. */
function isPartOfImage({ step }: RenderedStep<Provisioner>): boolean {
  return !step._meta.errorCleanup;
}

function merged(options: readonly ResolvedOption[], override: readonly ResolvedOption[]): ResolvedOption[] {
  const names = new Set(override.map(({ schema }) => schema.name));
  return [...options.filter(({ schema }) => !names.has(schema.name)), ...override];
}
