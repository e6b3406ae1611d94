import { IConstruct } from 'constructs';

/** Nothing above the image would write it. */
export function imageWithoutWriter(): string {
  return 'this image would never be written, since nothing above it does so. In a CDKTF stack import Image from \'@cdk-packer/cdktf\' '
    + '(in CDK Terrain from \'@cdk-packer/cdktn\'); for use without Terraform make a PackerApp the root of the tree.';
}

/** An image with another build. */
export function secondBuild(build: IConstruct): string {
  return `an image has one build of its own, and ${build.node.path} is another, whose artifacts and fingerprint could not be told apart. `
    + 'Create the steps directly below the image; for several builds in one template use PackerTemplate.';
}

/** An image was asked of a build that nothing writes as one. */
export function buildWithoutApp(build: IConstruct): Error {
  return new Error(
    `${build.node.path}: the image of a build can be had below a PackerApp only. In a Terraform stack make an Image of '@cdk-packer/cdktf' for each build.`,
  );
}

/** Packer could not tell two builds apart. */
export function sameTargetName(selector: string, other: IConstruct): string {
  return `its source '${selector}' has the same name in the build ${other.node.path}, so one of them could not be built alone, or its results be told apart. Give the builds names.`;
}

/** The user declares the variable that every image has. */
export function ownWorkDirectory(variable: IConstruct): string {
  return `${variable.node.path}: the template of an image declares the variable \`work_dir\` itself, for the folder that outputs lie in. `
    + 'Give yours another `name`, or use `image.workDirectory` if that folder is meant.';
}

/** The short form was used with several sources. */
export function severalSources(image: IConstruct, names: readonly string[]): Error {
  return new Error(
    `${image.node.path}: \`imageId\` is the id of the one source of an image, but this image has ${names.length} sources`
    + `${names.length > 0 ? ` (${names.join(', ')})` : ''}. Use \`artifactOf(source).id\` with the source that is meant.`,
  );
}

/** Something was asked of an image that exists already. */
export function notBuiltHere(what: string): Error {
  return new Error(
    `an image of \`Image.fromArtifactId\` has no ${what}, since it exists already and is not built here. Only its \`imageId\` is known: use that.`,
  );
}

/** An artifact was asked of something that makes none in this image. */
export function notOfThisImage(image: IConstruct, component: IConstruct): Error {
  return new Error(
    `${image.node.path}: ${component.node.path} is neither a source of this image nor a post-processor that runs for one. `
    + 'Ask the image that it was created below.',
  );
}

/** A post-processor runs for other sources than the one that was given, or for several. */
export function sourceNotClear(component: IConstruct, source: IConstruct | undefined, candidates: readonly IConstruct[]): Error {
  const choices = candidates.map(({ node }) => node.path).join(', ');
  return new Error(source
    ? `${component.node.path}: it makes nothing of ${source.node.path}, only of ${choices}. Give one of them as the source.`
    : `${component.node.path}: it runs for several sources (${choices}), with an artifact of each. `
      + 'Use `artifactOf(postProcessor, source)` with the source that is meant.');
}

/** Packer's result is read at the ends of chains. */
export function artifactInsideOfChain(postProcessor: IConstruct, later: IConstruct): Error {
  return new Error(
    `${postProcessor.node.path}: ${later.node.path} makes another artifact of this one in the same chain, and only the one at the end is recorded. `
    + 'Ask the later post-processor, or put this one at the end of a PostProcessorChain of its own.',
  );
}

/** The build leaves nothing. */
export function withoutArtifact(path: string, type: string, option?: string): Error {
  return new Error(option === undefined
    ? `${path}: ${type} leaves no artifact, so there is nothing to ask for. Remove the use of the artifact.`
    : `${path}: with the option \`${option}\` ${type} leaves no artifact, so there is nothing to ask for. Remove the option, or the use of the artifact.`);
}

/** A part was asked of an artifact that its kind does not have. */
export function artifactWithoutPart(path: string, type: string, part: string, has: string): Error {
  return new Error(`${path}: the artifact of ${type}, with these options, has no ${part}. It has ${has}.`);
}

/** The artifact is not in a region that was asked for. */
export function notInRegion(path: string, region: string, regions: readonly string[], copies?: string): Error {
  return new Error(
    `${path}: there is no artifact in the region '${region}', only in ${regions.join(', ')}. `
    + `Use one of them${copies === undefined ? '' : `, or add the region to the option \`${copies}\``}.`,
  );
}

/** The names of regions are asked for, and nobody knows them at synth. */
export function regionsNotKnown(path: string): Error {
  return new Error(
    `${path}: the regions of the artifact are not known to the program, so there are no names for a map. Use \`idIn(region)\`, or give plain texts as its regions.`,
  );
}

/** A part of an artifact is named by a value that is not known at synth. */
export function partWithReference(path: string, what: string): Error {
  return new Error(
    `${path}: a reference stands in the ${what}, but which part of an artifact is used is decided at synth, when its value is not known. Give a plain text.`,
  );
}

/** Images use each other's artifacts in a circle. */
export function imageCycle(addresses: readonly string[]): Error {
  return new Error(
    `these images use each other's artifacts in a circle, so none can be built first: ${addresses.join(' → ')}. `
    + 'Remove one of the uses; to say only what is built first, use `node.addDependency`.',
  );
}

/** A value that is not known at synth stands in the salt. */
export function saltWithReference(image: IConstruct): Error {
  return new Error(
    `${image.node.path}: \`fingerprint.salt\` contains a reference, but the fingerprint is made at synth, when its value is not known. Give a plain text.`,
  );
}

/** Problems found while synthesizing, all of them. */
export function synthesisFailed(problems: ReadonlyArray<{ readonly path: string; readonly message: string }>): Error {
  const lines = problems.map(({ path, message }) => `  [${path}] ${message}`);
  return new Error(`the images cannot be synthesized (nothing was written):\n${lines.join('\n')}`);
}

/** An index that another version, or something else, wrote. */
export function unreadableIndex(file: string, reason: string): Error {
  return new Error(
    `${file} is not an index of images that this version can read (${reason}). It says which files belong to this library, so nothing was changed. `
    + 'Delete the folder it lies in if its content is only generated, or use the version of cdk-packer that wrote it.',
  );
}

/** Something that synthesis did not make stands at the place of one of its files. */
export function inTheWay(file: string): Error {
  return new Error(`${file} is in the way: synthesis has to write there, and did not make what stands there. Move or delete it.`);
}

/** An image uses the artifact of one that is not below the same app. */
export function parentOfAnotherApp(address: string): string {
  return `this image uses the artifact of ${address}, which is not below the same app, so nothing here would build it. `
    + 'Create both images below one app.';
}

/** Two images would be written into one directory. */
export function sameDirectory(directory: string, other: string): string {
  return `this image and ${other} would both be written to '${directory}'. Give one of them another construct id.`;
}
