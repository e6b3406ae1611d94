import { BuiltImage, buildOfImage, sourcesOfImage, templateOfImage } from './built-image';
import * as errors from './errors';
import { ArtifactGrammar, grammarAfter, grammarOf } from './grammar';
import { Component } from '../language/element';
import { PostProcessor } from '../language/post-processor';
import { appliesTo } from '../language/selection';
import { Source } from '../language/source';
import { elementsOf } from '../language/template-elements';

/** Where an artifact arises: at a source, or at a step of a chain of post-processors that it goes through. */
export interface ArtifactPlace {
  readonly image: BuiltImage;
  readonly source: Source;
  readonly postProcessor?: PostProcessor;
}

/** A chain of post-processors, as one source goes through it. */
export interface SourceChain {
  /** Counts the chains of the build from 1. It is in the name of the chain's manifest. */
  readonly number: number;
  /** The steps that run for the source. */
  readonly steps: readonly PostProcessor[];
}

/** The chains that a source goes through. */
export function chainsOf(image: BuiltImage, source: Source): SourceChain[] {
  const chains = elementsOf(templateOfImage(image)).steps.get(buildOfImage(image))?.chains ?? [];
  const sources = sourcesOfImage(image);
  return chains
    .filter((chain) => chain.some((step) => sources.some((candidate) => appliesTo(step, candidate))))
    .map((chain, index) => ({ number: index + 1, steps: chain.filter((step) => appliesTo(step, source)) }))
    .filter(({ steps }) => steps.length > 0);
}

/** What made the artifact, and how to read it. */
export interface Production {
  readonly component: Component;
  readonly grammar: ArtifactGrammar;
}

/** What a source has produced after some steps. */
export function productionAfter(source: Source, steps: readonly PostProcessor[]): Production {
  return steps.reduce<Production>((before, step) => {
    const grammar = grammarAfter(step);
    return grammar ? { component: step, grammar } : before;
  }, { component: source, grammar: grammarOf(source) });
}

/** What made the artifact at a place. */
export function productionAt({ image, source, postProcessor }: ArtifactPlace): Production {
  if (!postProcessor) { return productionAfter(source, []); }
  const { steps } = chainThrough(image, source, postProcessor);
  return productionAfter(source, steps.slice(0, steps.indexOf(postProcessor) + 1));
}

/**
 * The number of the chain whose manifest, which is behind its last step, describes the artifact; `undefined` for that of the source.
 *
 * @throws when a later step makes another artifact of it
 */
export function chainOf({ image, source, postProcessor }: ArtifactPlace): number | undefined {
  if (!postProcessor) { return undefined; }
  const { number, steps } = chainThrough(image, source, postProcessor);
  const later = steps.slice(steps.indexOf(postProcessor) + 1).find(grammarAfter);
  if (later) { throw errors.artifactInsideOfChain(postProcessor, later); }
  return number;
}

function chainThrough(image: BuiltImage, source: Source, postProcessor: PostProcessor): SourceChain {
  return chainsOf(image, source).find(({ steps }) => steps.includes(postProcessor))!;
}

/**
 * The place that is meant by a source or a post-processor.
 *
 * @throws when it is none of the image, or it is not clear which source is meant
 */
export function placeOf(image: BuiltImage, component: Component, source?: Source): ArtifactPlace {
  const sources = sourcesOfImage(image);
  const places = [
    ...sources.map((candidate): ArtifactPlace => ({ image, source: candidate })),
    ...sources.flatMap((candidate) => chainsOf(image, candidate).flatMap(({ steps }) =>
      steps.map((postProcessor): ArtifactPlace => ({ image, source: candidate, postProcessor })))),
  ];
  const all = places.filter((place) => (place.postProcessor ?? place.source) === component);
  if (all.length === 0) { throw errors.notOfThisImage(image, component); }
  const meant = source ? all.filter((place) => place.source === source) : all;
  if (meant.length !== 1) { throw errors.sourceNotClear(component, source, all.map((place) => place.source)); }
  chainOf(meant[0]);
  return meant[0];
}
