import { Artifact } from './artifact';
import * as errors from './errors';
import { IImage } from './image-of-build';
import { Component } from '../language/element';
import { Source } from '../language/source';

/** An image that exists already, of which only the id is known. */
export class ExistingImage implements IImage {
  constructor(public readonly imageId: string) {}

  public get workDirectory(): string {
    throw errors.notBuiltHere('work folder');
  }

  public artifactOf(sourceOrPostProcessor: Component, _source?: Source): Artifact {
    throw errors.notBuiltHere(`artifact of ${sourceOrPostProcessor.node.path}`);
  }
}
