import { TerraformElement, TerraformStack } from 'cdktf';
import { Image as CoreImage } from 'cdk-packer';
import { sourcesOfImage } from 'cdk-packer/lib/image/built-image';
import { renderedTemplate } from 'cdk-packer/lib/language/template';
import * as errors from './errors';
import { artifactName, buildName, directoryName, imageName, valueName } from './resource-names';

/** Names in Terraform that two things of a stack would share; one would silently replace the other. */
export function sameNames(stack: TerraformStack, images: readonly CoreImage[]): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  const claim = (name: string, path: string) => {
    const other = owners.get(name);
    if (other !== undefined) { problems.push(errors.sameName(name, path, other)); }
    owners.set(name, path);
  };
  for (const construct of stack.node.findAll()) {
    const kind = kindOf(construct);
    if (kind && TerraformStack.of(construct) === stack) { claim(`${kind}.${(construct as TerraformElement).friendlyUniqueId}`, construct.node.path); }
  }
  for (const image of images) {
    // Some file systems do not tell upper case from lower case.
    claim(`images/${imageName(stack, image)}`.toLowerCase(), image.node.path);
    for (const source of sourcesOfImage(image)) {
      claim(`terraform_data.${buildName(stack, image, source)}`, source.node.path);
      claim(`terraform_data.${artifactName(stack, image, source)}`, source.node.path);
      claim(`local.${directoryName(stack, image, source)}`, source.node.path);
    }
    for (const variable of renderedTemplate(image).lifted) {
      claim(`local.${valueName(imageName(stack, image), variable.name)}`, `${image.node.path} (variable ${variable.name})`);
    }
  }
  return problems;
}

function kindOf(construct: unknown): string | undefined {
  if (!TerraformElement.isTerraformElement(construct)) { return undefined; }
  const { terraformResourceType } = construct as { terraformResourceType?: string };
  if (terraformResourceType === 'terraform_data') { return terraformResourceType; }
  return construct.constructor.name === 'TerraformLocal' ? 'local' : undefined;
}
