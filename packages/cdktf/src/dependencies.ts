import { IResolveContext, ITerraformDependable, TerraformDataSource, TerraformModule, TerraformResource, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Image as CoreImage } from 'cdk-packer';
import { sourcesOfImage } from 'cdk-packer/lib/image/built-image';
import * as errors from './errors';
import { buildAddress } from './resource-names';
import { unbraced } from './terraform-expression';

/** What must be deployed before an image is built: everything that it, or a construct below it, was told to depend on. */
export class Dependencies {
  constructor(
    private readonly image: CoreImage,
    private readonly stack: TerraformStack,
    private readonly explicit: readonly ITerraformDependable[],
  ) {}

  /** Addresses for `depends_on`. What another stack deploys is waited for as a whole. */
  public addresses(context: IResolveContext): string[] {
    const addresses = new Set<string>();
    const add = (dependable: ITerraformDependable) => addresses.add(unbraced(context.resolve(dependable.fqn)));
    for (const dependable of this.explicit) {
      if (!this.waitsForStackOf(dependable)) { add(dependable); }
    }
    for (const construct of this.ordered()) {
      for (const found of deployedBy(construct)) {
        if (this.waitsForStackOf(found)) { continue; }
        if (CoreImage.isImage(found)) {
          for (const source of sourcesOfImage(found)) { addresses.add(buildAddress(this.stack, found, source)); }
        } else if (isDependable(found)) {
          add(found);
        }
      }
    }
    return [...addresses].sort();
  }

  /** Dependencies that mean nothing. */
  public problems(): string[] {
    return this.ordered().filter((construct) => deployedBy(construct).length === 0).map(({ node }) => errors.notDependable(node.path));
  }

  /** The constructs given to `node.addDependency`, but for those of the image itself. */
  private ordered(): IConstruct[] {
    const given = this.image.node.findAll().flatMap(({ node }) => node.dependencies);
    return [...new Set(given)].filter(({ node }) => !node.scopes.includes(this.image));
  }

  private waitsForStackOf(dependable: object): boolean {
    const other = Construct.isConstruct(dependable) ? TerraformStack.of(dependable) : this.stack;
    if (other === this.stack) { return false; }
    this.stack.addDependency(other);
    return true;
  }
}

/** What is deployed for a construct: itself, or everything below it. */
function deployedBy(construct: IConstruct): IConstruct[] {
  if (TerraformStack.isStack(construct) || CoreImage.isImage(construct) || isDependable(construct)) { return [construct]; }
  return construct.node.children.flatMap(deployedBy);
}

function isDependable(construct: IConstruct): construct is IConstruct & ITerraformDependable {
  return TerraformResource.isTerraformResource(construct)
    || TerraformDataSource.isTerraformDataSource(construct)
    || construct instanceof TerraformModule;
}
