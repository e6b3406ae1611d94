import { IResolveContext, ITerraformDependable, Lazy, TerraformElement, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Image as CoreImage, Source } from 'cdk-packer';
import { artifactValuesOf } from 'cdk-packer/lib/image/artifact';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { rememberingTemplates, renderedTemplate } from 'cdk-packer/lib/language/template';
import { elementsOf } from 'cdk-packer/lib/language/template-elements';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { artifactName, buildAddress, buildName, imageName } from './resource-names';
import { localName, TargetResources } from './target-resources';
import { resolvingIn } from './terraform-values';

/**
 * The Terraform resources of an image. One element stands for all of them, since the sources of an image are known only when the whole
 * tree is.
 */
export class ImageResources extends TerraformElement {
  constructor(
    private readonly image: CoreImage,
    id: string,
    private readonly stack: TerraformStack,
    private readonly dependsOn: readonly ITerraformDependable[],
  ) {
    super(image, id);
  }

  /** The resources and local values, by name. What depends on other values is resolved late. */
  public toTerraform(): any {
    const { sources } = elementsOf(this.image);
    const resources: { [name: string]: any } = {};
    for (const source of sources) {
      resources[buildName(this.stack, this.image, source)] = this.late((context) => this.target(source, context).build(this.dependencies(context)));
      resources[artifactName(this.stack, this.image, source)] = this.late((context) => this.target(source, context).artifact());
    }
    return {
      terraform: { required_version: '>= 1.4' },
      locals: this.locals(),
      ...(sources.length === 0 ? {} : { resource: { terraform_data: resources } }),
    };
  }

  private late(produce: (context: IResolveContext) => any): any {
    return Lazy.anyValue({ produce: (context) => resolvingIn(this.stack, context, () => rememberingTemplates(() => produce(context))) });
  }

  private target(source: Source, context: IResolveContext): TargetResources {
    return new TargetResources(this.stack, this.image, source, new Synthesis(), (parent) => context.resolve(idOf(parent)));
  }

  /** Names come from the tree alone; only the values are late. */
  private locals(): { [name: string]: any } {
    const name = imageName(this.stack, this.image);
    return Object.fromEntries(renderedTemplate(this.image).lifted.map((variable) => [
      localName(name, variable),
      this.late(() => renderedTemplate(this.image).lifted.find((now) => now.name === variable.name)?.expression),
    ]));
  }

  private dependencies(context: IResolveContext): string[] {
    const explicit = this.dependsOn.map(({ fqn }) => address(context.resolve(fqn)));
    const ordered = this.image.node.dependencies.flatMap((other) => this.dependencyAddresses(other, context));
    return [...new Set([...explicit, ...ordered])].sort();
  }

  private dependencyAddresses(other: IConstruct, context: IResolveContext): string[] {
    if (CoreImage.isImage(other)) {
      const stack = TerraformStack.of(other);
      return stack === this.stack ? elementsOf(other).sources.map((source) => buildAddress(stack, other, source)) : [];
    }
    const { fqn } = other as Partial<ITerraformDependable>;
    return fqn === undefined ? [] : [address(context.resolve(fqn))];
  }
}

/** The id of a parent's artifact, as the parent's image gives it. */
function idOf({ image, address: wanted }: ArtifactUse): string {
  const parent = image as CoreImage;
  const source = elementsOf(parent).sources.find((candidate) => targetAddress({ image: parent, source: candidate }) === wanted)!;
  return artifactValuesOf(parent)!.text(source, { kind: 'id' });
}

/** `depends_on` takes addresses, not expressions. */
function address(resolved: string): string {
  return resolved.replace(/^\$\{(.*)\}$/s, '$1');
}
