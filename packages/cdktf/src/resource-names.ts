import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Source } from 'cdk-packer';

/** The name that stands for an image in Terraform, and of its directory. */
export function imageName(stack: TerraformStack, image: IConstruct): string {
  return stack.getLogicalId(image.node as any);
}

/** The name of the resource that builds a target. */
export function buildName(stack: TerraformStack, image: IConstruct, source: Source): string {
  return `${imageName(stack, image)}_${source.name}_build`;
}

/** The name of the resource that records the artifact of a target. */
export function artifactName(stack: TerraformStack, image: IConstruct, source: Source): string {
  return `${imageName(stack, image)}_${source.name}_artifact`;
}

/** The address of the resource that builds a target. */
export function buildAddress(stack: TerraformStack, image: IConstruct, source: Source): string {
  return `terraform_data.${buildName(stack, image, source)}`;
}

/** The address of the resource that records the artifact of a target. */
export function artifactAddress(stack: TerraformStack, image: IConstruct, source: Source): string {
  return `terraform_data.${artifactName(stack, image, source)}`;
}

/** The name of the local value that holds a lifted value. */
export function valueName(image: string, variable: string): string {
  return `${image}_${variable}`;
}

/** The name of the local value that says where the files of an artifact lie. Names of variables have no dash. */
export function directoryName(stack: TerraformStack, image: IConstruct, source: Source): string {
  return `${imageName(stack, image)}_${source.name}-directory`;
}
