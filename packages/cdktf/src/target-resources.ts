import { TerraformStack } from 'cdktf';
import { Image as CoreImage, Source } from 'cdk-packer';
import { DigestTree, leafDigest } from 'cdk-packer/lib/image/content';
import { parentsOfTarget } from 'cdk-packer/lib/image/image-graph';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { sourceAddress } from 'cdk-packer/lib/language/source';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { artifactRecord } from './artifact-record';
import { imageDirectory, SUPERVISOR } from './image-directory';
import { buildAddress, imageName } from './resource-names';
import { TargetValues } from './target-values';
import { escapeTerraform } from './terraform-expression';

/** Paths of Windows begin with a drive. The supervisor is a shell script, which cannot run there. */
const NOT_WINDOWS = {
  condition: '${!can(regex("^[A-Za-z]:", abspath(path.module)))}',
  error_message: 'Images cannot be built by Terraform on Windows. Deploy from Linux or macOS (the Windows Subsystem for Linux will do).',
};

/** The resources of one target: one builds it, one records its artifact. */
export class TargetResources {
  private readonly name: string;
  private readonly address: string;
  private readonly values: TargetValues;

  constructor(
    private readonly stack: TerraformStack,
    private readonly image: CoreImage,
    private readonly source: Source,
    private readonly synthesis: Synthesis,
    /** The run that built a parent's artifact, as a value that can stand in this stack. */
    private readonly runOf: (parent: ArtifactUse) => string,
  ) {
    this.name = imageName(stack, image);
    this.address = targetAddress({ image, source });
    this.values = new TargetValues(this.name, source, synthesis.steps(image, source), synthesis.render(image).lifted);
  }

  /** The resource that builds the target. Replaced exactly when something is different that changes the image. */
  public build(dependsOn: readonly string[]): any {
    return {
      ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
      triggers_replace: this.triggers(),
      input: `\${path.module}/work/${this.name}/${this.source.name}/${this.key()}/manifest.json`,
      lifecycle: { precondition: [...this.values.preconditions(this.address), NOT_WINDOWS] },
      provisioner: [{
        'local-exec': {
          working_dir: `\${path.module}/images/${this.name}`,
          command: `./${SUPERVISOR}; exit $?`,
          environment: this.environment(),
        },
      }],
    };
  }

  /** The resource that records the artifact. */
  public artifact(): any {
    return artifactRecord(buildAddress(this.stack, this.image, this.source), this.address, this.source.type);
  }

  /** Keys are positions, types and options, never names: a renamed key alone would force a replacement. */
  private triggers(): any {
    const { digest, tree } = this.synthesis.fingerprint(this.image, this.source);
    const steps = this.synthesis.steps(this.image, this.source);
    return {
      fingerprint: digest,
      ...nonEmpty('versions', optionDigests(tree.versions ?? {})),
      ...nonEmpty('source', optionDigests(tree.source)),
      ...nonEmpty('steps', Object.fromEntries(steps.map(({ label, tree: step }) => [label, optionDigests(step)]))),
      ...nonEmpty('parents', Object.fromEntries(this.parents().map((parent, index) => [String(index + 1), this.runOf(parent)]))),
      ...nonEmpty('values', this.values.triggers()),
      ...(tree.salt === undefined ? {} : { salt: tree.salt }),
    };
  }

  /** The name of the work folder: what was built, and out of which values and parents. */
  private key(): string {
    const { digest } = this.synthesis.fingerprint(this.image, this.source);
    const inputs = [...this.values.contentExpressions(), ...this.parents().map((parent) => unbraced(this.runOf(parent)))];
    return digest.slice(0, 16) + (inputs.length === 0 ? '' : `-\${substr(sha256(jsonencode([${inputs.join(', ')}])), 0, 16)}`);
  }

  private environment(): any {
    return {
      CDK_PACKER_TARGET: sourceAddress(this.source),
      CDK_PACKER_SOURCE: this.source.name,
      CDK_PACKER_ADDRESS: escapeTerraform(this.address),
      CDK_PACKER_DIGEST: imageDirectory(this.synthesis.render(this.image), `images/${this.name}`).digest,
      CDK_PACKER_WORK: '${abspath(dirname(self.input))}',
      ...(this.values.areSensitive ? { CDK_PACKER_QUIET: '1' } : {}),
      ...this.values.environment(),
    };
  }

  private parents(): ArtifactUse[] {
    return parentsOfTarget(this.synthesis.render(this.image), this.source);
  }
}

/** One digest for each option, so that a plan names the option that changed. */
function optionDigests(options: DigestTree): { [option: string]: string } {
  return Object.fromEntries(Object.entries(options).map(([option, tree]: [string, DigestTree]) =>
    [option, typeof tree === 'string' ? tree : leafDigest(tree)]));
}

function nonEmpty(name: string, map: { [key: string]: any }): any {
  return Object.keys(map).length === 0 ? {} : { [name]: map };
}

function unbraced(expression: string): string {
  return expression.replace(/^\$\{(.*)\}$/s, '$1');
}
