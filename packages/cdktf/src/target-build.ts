import { TerraformStack } from 'cdktf';
import { Image as CoreImage, Source } from 'cdk-packer';
import { DigestTree, leafDigest } from 'cdk-packer/lib/image/content';
import { grammarOf } from 'cdk-packer/lib/image/grammar';
import { parentsOfTarget } from 'cdk-packer/lib/image/image-graph';
import { StepDigest } from 'cdk-packer/lib/image/fingerprint';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { sourceAddress } from 'cdk-packer/lib/language/source';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { imageDirectory, SUPERVISOR } from './image-directory';
import { imageName } from './resource-names';
import { TargetValues } from './target-values';
import { escapeTerraform, unbraced } from './terraform-expression';

/** Paths of Windows begin with a drive. The supervisor is a shell script, which cannot run there. */
const NOT_WINDOWS = {
  condition: '${!can(regex("^[A-Za-z]:", abspath(path.module)))}',
  error_message: 'Images cannot be built by Terraform on Windows. Deploy from Linux or macOS (the Windows Subsystem for Linux will do).',
};

/** The resource that builds one target. */
export class TargetBuild {
  private readonly name: string;
  private readonly address: string;
  private readonly steps: readonly StepDigest[];
  private readonly runs: readonly string[];
  private readonly values: TargetValues;

  constructor(
    stack: TerraformStack,
    private readonly image: CoreImage,
    private readonly source: Source,
    private readonly synthesis: Synthesis,
    /** The run that built a parent's artifact, as a value that can stand in this stack. */
    runOf: (parent: ArtifactUse) => string,
  ) {
    this.name = imageName(stack, image);
    this.address = targetAddress({ image, source });
    const rendered = synthesis.render(image);
    this.steps = synthesis.steps(image, source);
    this.runs = parentsOfTarget(rendered, { image, source }).map(runOf);
    this.values = new TargetValues(this.name, { image, source }, this.steps, rendered.lifted);
  }

  /** Its configuration. It is replaced exactly when something is different that changes the image. */
  public toTerraform(dependsOn: readonly string[]): any {
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

  /** Keys are positions, types and options, never names: a renamed key alone would force a replacement. */
  private triggers(): any {
    const { digest, tree } = this.synthesis.fingerprint(this.image, this.source);
    return {
      fingerprint: digest,
      ...nonEmpty('versions', optionDigests(tree.versions ?? {})),
      ...nonEmpty('source', optionDigests(tree.source)),
      ...nonEmpty('steps', Object.fromEntries(this.steps.map(({ label, tree: step }) => [label, optionDigests(step)]))),
      ...nonEmpty('parents', Object.fromEntries(this.runs.map((run, index) => [String(index + 1), run]))),
      ...nonEmpty('values', this.values.triggers()),
      ...(tree.salt === undefined ? {} : { salt: tree.salt }),
    };
  }

  /** The name of the work folder: what was built, and out of which values and parents. */
  private key(): string {
    const { digest } = this.synthesis.fingerprint(this.image, this.source);
    const inputs = [...this.values.contentExpressions(), ...this.runs.map(unbraced)];
    return digest.slice(0, 16) + (inputs.length === 0 ? '' : `-\${substr(sha256(jsonencode([${inputs.join(', ')}])), 0, 16)}`);
  }

  private environment(): any {
    return {
      CDK_PACKER_TARGET: sourceAddress(this.source),
      CDK_PACKER_SOURCE: this.source.name,
      CDK_PACKER_ADDRESS: escapeTerraform(this.address),
      CDK_PACKER_DIGEST: imageDirectory(this.synthesis.render(this.image), `images/${this.name}`).digest,
      CDK_PACKER_WORK: '${abspath(dirname(self.input))}',
      ...(grammarOf(this.source).form === 'none' ? { CDK_PACKER_NO_ARTIFACT: '1' } : {}),
      ...(this.values.areSensitive ? { CDK_PACKER_QUIET: '1' } : {}),
      ...this.values.environment(),
    };
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
