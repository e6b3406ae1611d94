import { Image as CoreImage } from 'cdk-packer';
import { artifactValuesOf } from 'cdk-packer/lib/image/artifact-values';
import { sourcesOfImage } from 'cdk-packer/lib/image/built-image';
import { parentsOf } from 'cdk-packer/lib/image/image-graph';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { Problem } from 'cdk-packer/lib/language/problem';
import { problemsOf } from 'cdk-packer/lib/language/template';
import * as errors from './errors';
import { lookingForLostReferences } from './terraform-values';

/** Everything that prevents an image from being written. */
export function imageProblems(image: CoreImage, synthesis: Synthesis): Problem[] {
  const problems = [...problemsOf(synthesis.render(image)), ...foreignParents(image, synthesis)];
  const circle = problems.length === 0 ? imageCircle(image, synthesis) : undefined;
  return circle === undefined ? problems : [{ construct: image, message: circle }];
}

/** Values of other stacks that came too late for the framework. */
export function lostReferences(image: CoreImage, synthesis: Synthesis): Problem[] {
  const known = new Set(synthesis.render(image).problems.map(({ message }) => message));
  return lookingForLostReferences(() => new Synthesis().render(image).problems).filter(({ message }) => !known.has(message));
}

/** Artifacts that no Terraform stack has. */
export function foreignParents(image: CoreImage, synthesis: Synthesis): Problem[] {
  return parentsOf(synthesis.render(image))
    .filter((parent) => !artifactValuesOf(parent.image))
    .map(({ address }) => ({ construct: image, message: errors.parentWithoutStack(address) }));
}

/** Images that use each other; found by fingerprinting, which follows the uses. */
export function imageCircle(image: CoreImage, synthesis: Synthesis): string | undefined {
  try {
    for (const source of sourcesOfImage(image)) { synthesis.fingerprint(image, source); }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
