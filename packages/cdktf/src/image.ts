import { AnnotationMetadataEntryType, Annotations, ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Image as CoreImage, ImageProps as CoreImageProps } from 'cdk-packer';
import { attachArtifactValues } from 'cdk-packer/lib/image/artifact-values';
import { renderedTemplate } from 'cdk-packer/lib/language/template';
import { attachForeignValues } from 'cdk-packer/lib/references/foreign-values';
import { TerraformArtifacts } from './artifact-reference';
import * as errors from './errors';
import { ImageResources } from './image-resources';
import { StackImages } from './stack-images';
import { TerraformValues } from './terraform-values';

/** What an image in a Terraform stack is. */
export interface ImageProps extends CoreImageProps {
  /**
   * What must be deployed before the image is built, besides what its values refer to.
   *
   * @default - nothing else
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A machine image in a Terraform stack. It is built by Packer when the stack is deployed and something changed that makes its content;
 * its artifacts can be used by any resource, and values of Terraform by the image.
 *
 * @example
 * declare const stack: TerraformStack;
 * const web = new Image(stack, 'web');
 * const archive = new FileSource(web, 'archive', { target: 'web.tar' });
 * new ShellLocalProvisioner(web, 'pack', { script: './pack.sh', environmentVars: [`OUTPUT=${web.workDirectory}/web.tar`] });
 * new TerraformOutput(stack, 'image-id', { value: web.artifactOf(archive).id });
 */
export class Image extends CoreImage {
  /** @throws when no Terraform stack is above */
  public constructor(scope: Construct, id: string, props: ImageProps = {}) {
    const stack = stackAbove(scope, id);
    super(scope, id, props);
    attachForeignValues(this, new TerraformValues(this, stack));
    attachArtifactValues(this, new TerraformArtifacts(this, stack));
    new ImageResources(this, 'Terraform', stack, props.dependsOn ?? []);
    StackImages.of(stack).add(this);
    this.node.addValidation({ validate: () => this.annotateWarnings() });
  }

  /** Warnings become annotations, which the framework's command prints. Validation may run several times. */
  private annotateWarnings(): string[] {
    for (const { construct, message } of renderedTemplate(this).warnings) {
      const isKnown = construct.node.metadata.some(({ type, data }) => type === AnnotationMetadataEntryType.WARN && data === message);
      if (!isKnown) { Annotations.of(construct).addWarning(message); }
    }
    return [];
  }
}

function stackAbove(scope: Construct, id: string): TerraformStack {
  try {
    return TerraformStack.of(scope);
  } catch {
    throw errors.outsideOfStack(scope, id);
  }
}
