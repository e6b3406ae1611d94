import { Artifact } from './artifact';
import { placeOf } from './artifact-place';
import { BuiltImage, selectorOf, sourcesOfImage, templateOfImage } from './built-image';
import * as errors from './errors';
import { isWritten } from './writer';
import { Build } from '../language/build';
import { Component } from '../language/element';
import { Expression } from '../language/expression';
import { manifestName } from '../language/manifests';
import { Source, sourceAddress } from '../language/source';
import { elementsOf } from '../language/template-elements';
import { WORK_DIRECTORY } from '../language/template-settings';

/** What is built as one image: sources and the steps that they go through. */
export interface IImage {
  /**
   * The work folder, where outputs of the build lie: a reference to the variable `work_dir`. Relative options that name an output
   * (the `target` of a file source) lie below it by themselves.
   */
  readonly workDirectory: string;

  /**
   * The id of the artifact of the one source.
   *
   * @throws when the image has none or several sources, naming them
   */
  readonly imageId: string;

  /**
   * What a source has produced, or what a post-processor has made of that.
   *
   * @param sourceOrPostProcessor - a source of the image, or a post-processor after which no other one of its chain makes another artifact
   * @param source - which source went through the post-processor, where it runs for several
   * @throws when it is none of the image, leaves no artifact or not one that is recorded, or the source is not clear
   */
  artifactOf(sourceOrPostProcessor: Component, source?: Source): Artifact;
}

/** The artifact of a source or a post-processor of an image. */
export function artifactOf(image: BuiltImage, component: Component, source?: Source): Artifact {
  const place = placeOf(image, component, source);
  return new Artifact(image, place.source, place.postProcessor);
}

/** The id of the artifact of the one source of an image. */
export function imageIdOf(image: BuiltImage): string {
  const sources = sourcesOfImage(image);
  if (sources.length !== 1) { throw errors.severalSources(image, sources.map(sourceAddress)); }
  return artifactOf(image, sources[0]).id;
}

/** The reference to the work folder. */
export function workDirectory(): string {
  return Expression.asString(`var.${WORK_DIRECTORY}`);
}

/** A build of a template as an image. */
export class ImageOfBuild implements IImage {
  constructor(private readonly build: Build) {
    if (!isWritten(build)) { throw errors.buildWithoutApp(build); }
    if (build._isImage) { return; }
    build._isImage = true;
    templateOfImage(build)._managed = true;
    build.node.addValidation({ validate: () => [...sameNames(build), ...ownWorkDirectories(build)] });
  }

  public get workDirectory(): string {
    return workDirectory();
  }

  public get imageId(): string {
    return imageIdOf(this.build);
  }

  public artifactOf(sourceOrPostProcessor: Component, source?: Source): Artifact {
    return artifactOf(this.build, sourceOrPostProcessor, source);
  }
}

/** Variables of the user that stand in the place of the one for the work folder. */
export function ownWorkDirectories(image: BuiltImage): string[] {
  return elementsOf(templateOfImage(image)).variables.filter(({ name }) => name === WORK_DIRECTORY).map(errors.ownWorkDirectory);
}

/** Results go by the names of builds and sources alone. */
function sameNames(build: Build): string[] {
  const own = new Map(sourcesOfImage(build).map((source) => [manifestName(build, source.name), source]));
  const others = elementsOf(templateOfImage(build)).builds.filter((other) => other !== build);
  return others.flatMap((other) => sourcesOfImage(other).flatMap((source) => {
    const same = own.get(manifestName(other, source.name));
    return same ? [errors.sameTargetName(selectorOf(build, same), other)] : [];
  }));
}
