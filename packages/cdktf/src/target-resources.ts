import { TerraformStack } from 'cdktf';
import { Image as CoreImage, Source } from 'cdk-packer';
import { DigestTree, leafDigest } from 'cdk-packer/lib/image/content';
import { grammarOf } from 'cdk-packer/lib/image/grammar';
import { concerns, parentsOfTarget } from 'cdk-packer/lib/image/image-graph';
import { Synthesis } from 'cdk-packer/lib/image/synthesis';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { LiftedVariable } from 'cdk-packer/lib/language/resolved';
import { sourceAddress } from 'cdk-packer/lib/language/source';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { imageDirectory, SUPERVISOR } from './image-directory';
import { buildAddress, imageName, valueName } from './resource-names';
import { escapeTerraform } from './terraform-expression';

/** What a value may weigh, in bytes: Linux takes no more than 128 KiB for one variable of a process. */
const MAX_BYTES = 100000;
/** The same in base64, which is how Terraform can be asked for bytes. */
const MAX_BASE64 = Math.ceil(MAX_BYTES / 3) * 4;
const CONTENT_ROLES: ReadonlySet<string> = new Set(['content', 'input path', 'parent image', 'distribution']);

/** The resources of one target: one builds it, one records its artifact. */
export class TargetResources {
  private readonly name: string;
  private readonly variables: readonly LiftedVariable[];

  constructor(
    private readonly stack: TerraformStack,
    private readonly image: CoreImage,
    private readonly source: Source,
    private readonly synthesis: Synthesis,
    /** A parent's artifact id as a value that can stand in this stack. */
    private readonly idOf: (parent: ArtifactUse) => string,
  ) {
    this.name = imageName(stack, image);
    this.variables = synthesis.render(image).lifted;
  }

  /** The resource that builds the target. Replaced exactly when something is different that changes the image. */
  public build(dependsOn: readonly string[]): any {
    const { digest } = this.synthesis.fingerprint(this.image, this.source);
    const work = `\${path.module}/work/${this.name}/${this.source.name}/${digest.slice(0, 16)}${this.inputsDigest()}`;
    return {
      ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
      triggers_replace: this.triggers(),
      input: `${work}/manifest.json`,
      ...this.preconditions(),
      provisioner: [{
        'local-exec': {
          working_dir: `\${path.module}/images/${this.name}`,
          command: `./${SUPERVISOR}; exit $?`,
          environment: this.environment(),
        },
      }],
    };
  }

  /**
   * The resource that remembers the artifact. It keeps what it recorded even when the manifest is gone, and is replaced only when the
   * build is.
   */
  public artifact(): any {
    const build = buildAddress(this.stack, this.image, this.source);
    const manifest = `${build}.output`;
    const built = `jsondecode(file(${manifest})).builds[0]`;
    const id = grammarOf(this.source.type).form === 'run' ? `${built}.packer_run_uuid` : `${built}.artifact_id`;
    const files = `[for f in coalesce(${built}.files, []) : trimprefix(f.name, "\${abspath(dirname(${manifest}))}/")]`;
    const ids = grammarOf(this.source.type).form === 'regions'
      ? `, ids = { for pair in split(",", ${id}) : split(":", pair)[0] => split(":", pair)[1] }`
      : '';
    return {
      triggers_replace: [`\${${build}.id}`],
      input: `\${try({ id = ${id}, files = ${files}, directory = dirname(${manifest})${ids} }, { id = "", files = [], directory = "" })}`,
      lifecycle: { ignore_changes: ['input'] },
      provisioner: [{
        'local-exec': {
          command: 'test -n "$ID" || { printf \'%s\\n\' "$MESSAGE" >&2; exit 1; }',
          environment: { ID: '${self.output.id}', MESSAGE: this.lostManifest(build, manifest) },
        },
      }],
    };
  }

  private lostManifest(build: string, manifest: string): string {
    return `image ${escapeTerraform(this.address)}: it was built, but its manifest \${${manifest}} is gone, so its id is unknown. `
      + `Build it again: terraform apply -replace=${build}`;
  }

  private get address(): string {
    return targetAddress({ image: this.image, source: this.source });
  }

  /** Keys are positions and types, never names: a renamed key alone would force a replacement. */
  private triggers(): any {
    const { digest, tree } = this.synthesis.fingerprint(this.image, this.source);
    const steps = this.synthesis.steps(this.image, this.source);
    return {
      fingerprint: digest,
      source: treeDigest(tree.source),
      ...nonEmpty('steps', Object.fromEntries(steps.map(({ label, tree: step }) => [label, treeDigest(step)]))),
      ...nonEmpty('parents', Object.fromEntries(this.parents().map((parent, index) => [String(index + 1), this.idOf(parent)]))),
      ...nonEmpty('values', this.valueTriggers()),
    };
  }

  /** Values that make content and may be shown. */
  private valueTriggers(): { [position: string]: string } {
    const triggers: { [position: string]: string } = {};
    for (const [position, variable] of this.contentValues()) {
      // Several values may stand in one text.
      let key = position;
      for (let i = 2; key in triggers; i++) { key = `${position} (${i})`; }
      triggers[key] = `\${${this.local(variable)}}`;
    }
    return triggers;
  }

  private contentValues(): Array<[string, LiftedVariable]> {
    const labels = new Map(this.synthesis.steps(this.image, this.source).map(({ step, label }) => [step as unknown, label]));
    return this.variables.flatMap((variable): Array<[string, LiftedVariable]> => {
      if (variable.sensitive || variable.artifacts.some(({ isPath }) => isPath)) { return []; }
      const use = variable.uses.find(({ element, role }) => CONTENT_ROLES.has(role) && concerns(element, this.source));
      if (!use) { return []; }
      const place = labels.get(use.element) ?? (use.element === this.source ? 'source' : 'local');
      return [[`${place} ${describeOption(use.option)}`, variable]];
    });
  }

  private inputsDigest(): string {
    const values = this.contentValues().map(([, variable]) => this.local(variable));
    const inputs = [...values, ...this.parents().map((parent) => unbraced(this.idOf(parent)))];
    return inputs.length === 0 ? '' : `-\${substr(sha256(jsonencode([${inputs.join(', ')}])), 0, 16)}`;
  }

  private preconditions(): any {
    const preconditions = this.usedVariables().flatMap((variable) => {
      const value = this.local(variable);
      const text = variable.json ? `jsonencode(${value})` : value;
      const what = `image ${escapeTerraform(this.address)}: `
        + `the value for ${describeOption(variable.uses[0].option)} (variable ${variable.name})`;
      return [
        { condition: `\${${value} != null}`, error_message: `${what} is null. Give it a value.` },
        {
          condition: `\${try(length(base64encode(${text})), 0) < ${MAX_BASE64}}`,
          error_message: `${what} has ${MAX_BYTES} bytes or more, which does not fit into the environment of Packer. `
            + 'Put it into a file, or fetch it during the build.',
        },
        ...(variable.uses.some(({ refusesGoTemplate }) => refusesGoTemplate) ? [{
          condition: `\${!can(regex("[{][{]", ${text}))}`,
          error_message: `${what} contains '{{', which Packer would run as a Go template at this place. Hand it over through a file.`,
        }] : []),
      ];
    });
    return preconditions.length === 0 ? {} : { lifecycle: { precondition: preconditions } };
  }

  private environment(): any {
    const values = Object.fromEntries(this.variables.map((variable) => [`PKR_VAR_${variable.name}`, this.environmentValue(variable)]));
    return {
      CDK_PACKER_TARGET: sourceAddress(this.source),
      CDK_PACKER_SOURCE: this.source.name,
      CDK_PACKER_ADDRESS: escapeTerraform(this.address),
      CDK_PACKER_DIGEST: imageDirectory(this.synthesis.render(this.image), `images/${this.name}`).digest,
      CDK_PACKER_WORK: '${abspath(dirname(self.input))}',
      ...(this.variables.some(({ sensitive }) => sensitive) ? { CDK_PACKER_QUIET: '1' } : {}),
      ...values,
    };
  }

  /** Packer wants a value for every variable, though this target may not use it: then what it is does not matter. */
  private environmentValue(variable: LiftedVariable): string {
    if (!this.isUsed(variable)) { return ''; }
    return variable.json ? `\${jsonencode(${this.local(variable)})}` : `\${${this.local(variable)}}`;
  }

  private usedVariables(): LiftedVariable[] {
    return this.variables.filter((variable) => this.isUsed(variable));
  }

  private isUsed(variable: LiftedVariable): boolean {
    return variable.uses.some(({ element }) => concerns(element, this.source));
  }

  private parents(): ArtifactUse[] {
    return parentsOfTarget(this.synthesis.render(this.image), this.source);
  }

  private local(variable: LiftedVariable): string {
    return `local.${valueName(this.name, variable.name)}`;
  }
}

function treeDigest(tree: DigestTree): string {
  return typeof tree === 'string' ? tree : leafDigest(tree);
}

function nonEmpty(name: string, map: { [key: string]: any }): any {
  return Object.keys(map).length === 0 ? {} : { [name]: map };
}

/** An option's path, as Terraform reads it as literal text. Keys of maps may be anything, also references. */
function describeOption(option: string): string {
  return escapeTerraform(option.replace(/[\uFDD0-\uFDEF].*[\uFDD0-\uFDEF]|[$#&]\{TfToken\[[^\]]*\]\}/gs, '…'));
}

function unbraced(expression: string): string {
  return expression.replace(/^\$\{(.*)\}$/s, '$1');
}
