import { randomUUID } from 'crypto';
import * as path from 'path';
import { given } from './given';
import { pluginEnvironment } from './plugins';
import { run, success } from './run';

/** The image that builds start from, with a shell and little more. It is in no registry. */
export function baseImage(): string {
  return given('DOCKER_BASE_IMAGE');
}

/** The environment in which Packer finds its docker plugin, and this a `docker` that runs containers. */
export function dockerEnvironment(): { [name: string]: string } {
  return { ...pluginEnvironment(), PATH: `${path.dirname(given('DOCKER'))}${path.delimiter}${process.env.PATH}` };
}

/** The options of a source that builds upon the base image. */
export function dockerOptions(): { readonly image: string; readonly pull: boolean; readonly commit: boolean } {
  return { image: baseImage(), pull: false, commit: true };
}

/** Runs docker, which must succeed; gives what it prints. */
export function docker(...args: string[]): string {
  return success(given('DOCKER'), args).trim();
}

const made: string[] = [];

/** A repository for the images of the tests of one file, which are removed after them. */
export function repository(): string {
  const name = `localhost/cdk-packer-test/${randomUUID()}`;
  removeAfterTests(name);
  return name;
}

/** Removes an image, or all images of a repository, after the tests of the file. */
export function removeAfterTests(image: string): void {
  made.push(image);
}

afterAll(() => {
  for (const name of made.splice(0)) {
    const images = docker('images', '--quiet', name).split('\n').filter(Boolean);
    // Not `docker()`: after a build that failed there is none.
    run(given('DOCKER'), ['rmi', '--force', ...(images.length > 0 ? new Set(images) : [name])]);
  }
});
