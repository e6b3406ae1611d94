import { canonicalJson } from './canonical';
import { Content, DigestTree, leafDigest } from './content';
import { digestOfText } from '../assets/content-digest';
import { ResolvedOption } from '../language/component-options';
import { Component } from '../language/element';
import { RenderedStep } from '../language/rendered-build';
import { RenderedTemplate } from '../language/rendering';
import { Source } from '../language/source';

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

/** Makes the fingerprints of the targets of one image. */
export class Fingerprints {
  private readonly trees = new Map<RenderedStep<Component>, DigestTree>();

  constructor(
    private readonly rendered: RenderedTemplate,
    private readonly content: Content,
    /** The number and the digest of each parent. */
    private readonly parents: ReadonlyArray<readonly [number, string]>,
    private readonly salt: string | undefined,
  ) {}

  /** The fingerprint of the target of `source`. */
  public of(source: Source): Fingerprint {
    const steps = this.stepsOf(source);
    const tree: { [name: string]: DigestTree } = {
      source: { type: leafDigest(source.type), ...this.content.options(this.rendered.sources.get(source)!.options) },
      ...(steps.length === 0 ? {} : { steps: Object.fromEntries(steps.map(({ label, tree: step }) => [label, step])) }),
      ...(this.parents.length === 0 ? {} : { parents: Object.fromEntries(this.parents.map(([number, digest]) => [String(number), digest])) }),
      ...(this.salt === undefined ? {} : { salt: leafDigest(this.salt) }),
    };
    return { format: FINGERPRINT_FORMAT, digest: digestOfText(canonicalJson({ format: FINGERPRINT_FORMAT, tree })), tree };
  }

  /** The steps that a target goes through, in order. */
  public stepsOf(source: Source): StepDigest[] {
    const steps: StepDigest[] = [];
    for (const build of this.rendered.builds) {
      build.provisioners.filter(({ sources }) => sources.includes(source)).forEach((step, index) => {
        steps.push({ label: `${index + 1} ${step.step.type}`, step: step.step, tree: this.stepTree(step, source) });
      });
      build.chains.forEach((chain, chainIndex) => chain.filter(({ sources }) => sources.includes(source)).forEach((step, index) => {
        const label = `post-processor ${chainIndex + 1}.${index + 1} ${step.step.type}`;
        steps.push({ label, step: step.step, tree: this.stepTree(step, source) });
      }));
    }
    return steps;
  }

  private stepTree(step: RenderedStep<Component>, source: Source): DigestTree {
    const override = step.overrides.get(source);
    if (override) { return this.content.options([...merged(step.options, override), ...metaContent(step)]); }
    let tree = this.trees.get(step);
    if (!tree) {
      tree = this.content.options([...step.options, ...metaContent(step)]);
      this.trees.set(step, tree);
    }
    return tree;
  }
}

function merged(options: readonly ResolvedOption[], override: readonly ResolvedOption[]): ResolvedOption[] {
  const names = new Set(override.map(({ schema }) => schema.name));
  return [...options.filter(({ schema }) => !names.has(schema.name)), ...override];
}

/** Meta-arguments that change the image; timeouts and retries do not. */
function metaContent(step: RenderedStep<Component>): ResolvedOption[] {
  return step.meta.filter(({ schema }) => schema.name === 'continue_on_error' || schema.name === 'keep_input_artifact');
}
