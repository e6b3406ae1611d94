import { IResolveContext, ITerraformDependable, Lazy, TerraformElement, TerraformStack } from 'cdktf';
import { Image as CoreImage, Source } from 'cdk-packer';
import { chainsOf, productionAfter } from 'cdk-packer/lib/image/artifact-place';
import { artifactValuesOf } from 'cdk-packer/lib/image/artifact-values';
import { sourcesOfImage } from 'cdk-packer/lib/image/built-image';
import { grammarOf } from 'cdk-packer/lib/image/grammar';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { renderedTemplate } from 'cdk-packer/lib/language/template';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { artifactRecord } from './artifact-record';
import { TerraformArtifacts } from './artifact-reference';
import { Dependencies } from './dependencies';
import * as errors from './errors';
import { imageProblems } from './image-problems';
import { artifactAddress, artifactName, buildAddress, buildName, directoryName, imageName, valueName } from './resource-names';
import { TargetBuild } from './target-build';
import { resolvingIn } from './terraform-values';

/** Makes a value when it is resolved. */
type Late = (produce: (synthesis: Synthesis, context: IResolveContext) => any) => any;

/**
 * The Terraform resources of an image. One element stands for all of them, since the sources of an image are known only when the whole
 * tree is.
 */
export class ImageResources extends TerraformElement {
  private readonly dependencies: Dependencies;

  constructor(
    private readonly image: CoreImage,
    id: string,
    private readonly stack: TerraformStack,
    dependsOn: readonly ITerraformDependable[],
  ) {
    super(image, id);
    this.dependencies = new Dependencies(image, stack, dependsOn);
    image.node.addValidation({ validate: () => this.dependencies.problems() });
  }

  /** The resources and local values, by name. What depends on other values is resolved late. */
  public toTerraform(): any {
    const sources = sourcesOfImage(this.image);
    const late = this.lateValues();
    const resources: { [name: string]: any } = {};
    for (const source of sources) {
      resources[buildName(this.stack, this.image, source)] = late((synthesis, context) =>
        this.build(source, synthesis, context).toTerraform(this.dependencies.addresses(context)));
      if (grammarOf(source).form === 'none') { continue; }
      resources[artifactName(this.stack, this.image, source)] = late(() =>
        artifactRecord(buildAddress(this.stack, this.image, source), { image: this.image, source }));
    }
    return {
      terraform: { required_version: '>= 1.4' },
      locals: { ...this.values(late), ...this.directories(sources) },
      ...(sources.length === 0 ? {} : { resource: { terraform_data: resources } }),
    };
  }

  /** @throws always: one element cannot be several resources there */
  public toHclTerraform(): any {
    throw errors.hclOutput(this.image);
  }

  /** Late values of one pass over the stack. They share what is rendered. */
  private lateValues(): Late {
    let shared: Synthesis | undefined;
    return (produce) => Lazy.anyValue({
      produce: (context) => this.unlessBroken(() => resolvingIn(this.stack, context, () => produce(shared ??= new Synthesis(), context))),
    });
  }

  /** What is wrong with the image itself is reported by validation, which comes later, together with everything else. */
  private unlessBroken(produce: () => any): any {
    try {
      return produce();
    } catch (error) {
      if (imageProblems(this.image, new Synthesis()).length > 0) { return undefined; }
      throw error;
    }
  }

  private build(source: Source, synthesis: Synthesis, context: IResolveContext): TargetBuild {
    return new TargetBuild(this.stack, this.image, source, synthesis, (parent) => context.resolve(runOf(parent)));
  }

  /** Lifted values. Names come from the tree alone; only the values are late. */
  private values(late: Late): { [name: string]: any } {
    return Object.fromEntries(renderedTemplate(this.image).lifted.map(({ name }) => [
      valueName(imageName(this.stack, this.image), name),
      late((synthesis) => synthesis.render(this.image).lifted.find((variable) => variable.name === name)?.expression),
    ]));
  }

  /** Where files of artifacts lie. Made absolute in this stack, since a relative path means another place in others. */
  private directories(sources: readonly Source[]): { [name: string]: string } {
    return Object.fromEntries(sources.filter((source) => hasFiles(this.image, source)).map((source) => [
      directoryName(this.stack, this.image, source),
      `\${abspath(${artifactAddress(this.stack, this.image, source)}.output.directory)}`,
    ]));
  }
}

/** Whether a source, or a chain of post-processors that it goes through, leaves files. */
function hasFiles(image: CoreImage, source: Source): boolean {
  const ends = [[], ...chainsOf(image, source).map(({ steps }) => steps)];
  return ends.some((steps) => productionAfter(source, steps).grammar.files);
}

/** The run that built a parent's artifact, as the parent's image gives it. */
function runOf({ image, address: wanted }: ArtifactUse): string {
  const parent = image as CoreImage;
  const source = sourcesOfImage(parent).find((candidate) => targetAddress({ image: parent, source: candidate }) === wanted)!;
  return (artifactValuesOf(parent) as TerraformArtifacts).run(source);
}
