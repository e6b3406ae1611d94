import * as path from 'path';
import { ISynthesisSession, IStackSynthesizer, TerraformStack } from 'cdktf';
import { IValidation } from 'constructs';
import { Image as CoreImage } from 'cdk-packer';
import { ASSEMBLY_VERSION, AssemblyImage } from 'cdk-packer/lib/image/assembly';
import { imageEntries } from 'cdk-packer/lib/image/image-entry';
import { fileEntries, PlannedFile, writeAssembly } from 'cdk-packer/lib/image/owned-files';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { describeProblems, rememberingTemplates } from 'cdk-packer/lib/language/template';
import * as errors from './errors';
import { imageDirectory } from './image-directory';
import { foreignParents, imageCircle, imageProblems, lostReferences } from './image-problems';
import { packerReferences } from './packer-references';
import { imageName } from './resource-names';
import { sameNames } from './same-names';

const installed = new WeakMap<TerraformStack, StackImages>();

/**
 * Writes the images of a stack after the stack itself: behind aspects, validation and the last resolution. It wraps the stack's
 * synthesizer; a synthesizer assigned later must wrap this one in turn.
 */
export class StackImages implements IStackSynthesizer, IValidation {
  /** The writer of a stack, installed at the first call. */
  public static of(stack: TerraformStack): StackImages {
    let images = installed.get(stack);
    if (!images) {
      images = new StackImages(stack, stack.synthesizer);
      stack.synthesizer = images;
      stack.node.addValidation(images);
      installed.set(stack, images);
    }
    return images;
  }

  private readonly images: CoreImage[] = [];

  private constructor(private readonly stack: TerraformStack, private readonly inner: IStackSynthesizer) {}

  /** Adds an image of the stack. */
  public add(image: CoreImage): void {
    this.images.push(image);
  }

  /** What is wrong with the images together. */
  public validate(): string[] {
    const synthesis = new Synthesis();
    const problems = this.images.flatMap((image) => [...lostReferences(image, synthesis), ...foreignParents(image, synthesis)]);
    const circle = this.images.map((image) => imageCircle(image, synthesis)).find((message) => message !== undefined);
    return [
      ...packerReferences(this.stack),
      ...sameNames(this.stack, this.images),
      ...describeProblems(this.stack, problems),
      ...(circle === undefined ? [] : [circle]),
    ];
  }

  public synthesize(session: ISynthesisSession): void {
    this.inner.synthesize(session);
    const { workingDirectory } = session.manifest.forStack(this.stack);
    rememberingTemplates(() => this.write(path.join(session.outdir, workingDirectory)));
  }

  private write(directory: string): void {
    const synthesis = new Synthesis();
    const entries: AssemblyImage[] = [];
    const planned: PlannedFile[] = [];
    // Already validated, unless the user skipped it.
    const problems = this.images.flatMap((image) => describeProblems(this.stack, imageProblems(image, synthesis)));
    if (problems.length > 0) { throw errors.invalidImages(problems); }
    for (const image of this.images) {
      const folder = `images/${imageName(this.stack, image)}`;
      const { files } = imageDirectory(synthesis.render(image), folder);
      planned.push(...files);
      entries.push(...imageEntries(image, folder, fileEntries(files), synthesis));
    }
    writeAssembly(directory, { version: ASSEMBLY_VERSION, images: entries }, planned);
  }
}
