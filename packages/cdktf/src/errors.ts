import { IConstruct } from 'constructs';

/** An image stands where no Terraform stack is. */
export function outsideOfStack(scope: IConstruct, id: string): Error {
  const path = [scope.node.path, id].filter((part) => part !== '').join('/');
  return new Error(
    `${path}: an Image must stand below a TerraformStack, since the stack builds it when it is deployed. `
    + 'Give a stack, or a construct below one, as its scope. For images without Terraform, use PackerApp and Image from \'cdk-packer\'.',
  );
}

/** A value that only exists inside an iterator's, or a count's, own resource. */
export function iteratorValue(expression: string): Error {
  return new Error(
    `it contains a value of a Terraform iterator or count (${expression}), which exists only inside the resource that iterates, not in an image. `
    + 'Make one image for each element in your program instead.',
  );
}

/** A reference to another stack came after the framework had noted all of them. */
export function referenceAddedTooLate(identifier: string, origin: IConstruct): Error {
  return new Error(
    `it contains a value of the stack ${origin.node.path} (${identifier}) that an aspect added. CDKTF connects stacks before aspects run, `
    + 'so it would be written as a value of this stack. Add it in your program, before the app is synthesized.',
  );
}

/** A late map has a key that is known even later. */
export function lateKey(expression: string): Error {
  return new Error(
    `it contains a late map with a key that only Terraform knows (${expression}), which cannot be handed over. `
    + 'Give the map itself instead of a late one, or a function of Terraform that makes the whole map.',
  );
}

/** A reference that only Packer understands reached a Terraform value. */
export function packerReference(address: string): string {
  return `${address}: a reference of Packer (to a variable, a source, a function of PackerFn) stands in a Terraform value, which would be applied as garbage. `
    + 'Terraform can use artifacts (image.artifactOf(source).id) and plain values of your program.';
}

/** The image was rendered with problems although validation was skipped. */
export function invalidImages(messages: readonly string[]): Error {
  return new Error(`the images cannot be synthesized (no image was written):\n${messages.map((message) => `  ${message}`).join('\n')}`);
}

/** A dependency that Terraform cannot wait for. */
export function notDependable(path: string): string {
  return `it depends on ${path}, which is neither an image nor anything that Terraform can wait for.`;
}

/** Two things of a stack would have one name in Terraform. */
export function sameName(name: string, path: string, other: string): string {
  return `${path} and ${other} would both be '${name}' in Terraform, where names are made of those of the image and of its source or variable. `
    + 'Give one of them another construct id.';
}

/** The artifact is that of an image that no Terraform stack builds. */
export function parentWithoutStack(address: string): string {
  return `it uses the artifact of ${address}, which no Terraform stack builds. Import Image from '@cdk-packer/cdktf' for that image too.`;
}

/** The stack is written as HCL, for which the framework knows only elements that are one resource. */
export function hclOutput(image: IConstruct): Error {
  return new Error(
    `${image.node.path}: a stack with images is written as JSON only, which Terraform reads as well as HCL. `
    + 'Run `cdktf synth` without `--hcl` and unset SYNTH_HCL_OUTPUT.',
  );
}
