import { isContent } from 'cdk-packer/lib/image/content';
import { concerns } from 'cdk-packer/lib/image/image-graph';
import { StepDigest } from 'cdk-packer/lib/image/fingerprint';
import { Target } from 'cdk-packer/lib/image/target';
import { LiftedVariable } from 'cdk-packer/lib/language/resolved';
import { IConstruct } from 'constructs';
import { valueName } from './resource-names';
import { escapeTerraform } from './terraform-expression';

/** What a value may weigh, in bytes: Linux takes no more than 128 KiB for one variable of a process. */
const MAX_BYTES = 100000;
/** The same in base64, which is how Terraform can be asked for bytes. */
const MAX_BASE64 = Math.ceil(MAX_BYTES / 3) * 4;

/** The values of Terraform that one target uses, as Terraform hands them over, checks them and watches them. */
export class TargetValues {
  constructor(
    private readonly imageName: string,
    private readonly target: Target,
    private readonly steps: readonly StepDigest[],
    private readonly variables: readonly LiftedVariable[],
  ) {}

  /** The values whose change asks for a new build, by their position: they make content and may be shown. */
  public triggers(): { [position: string]: string } {
    const triggers: { [position: string]: string } = {};
    for (const [position, variable] of this.contentValues()) {
      // Several values may stand in one text.
      let key = position;
      for (let i = 2; key in triggers; i++) { key = `${position} (${i})`; }
      triggers[key] = `\${${this.local(variable)}}`;
    }
    return triggers;
  }

  /** Expressions of the same values. */
  public contentExpressions(): string[] {
    return this.contentValues().map(([, variable]) => this.local(variable));
  }

  /** What refuses a value that could not reach Packer, before anything is built. */
  public preconditions(address: string): any[] {
    return this.variables.filter((variable) => this.isUsed(variable)).flatMap((variable) => {
      const value = this.local(variable);
      const text = variable.json ? `jsonencode(${value})` : value;
      const what = `image ${escapeTerraform(address)}: the value for ${describeOption(variable.uses[0].option)} (variable ${variable.name})`;
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
  }

  /** The variables of Packer, with their values. */
  public environment(): { [name: string]: string } {
    return Object.fromEntries(this.variables.map((variable) => [`PKR_VAR_${variable.name}`, this.environmentValue(variable)]));
  }

  /** Whether Packer's output could show something that must not be shown. */
  public get areSensitive(): boolean {
    return this.variables.some(({ sensitive }) => sensitive);
  }

  /** Packer wants a value for every variable, though this target may not use it: then what it is does not matter. */
  private environmentValue(variable: LiftedVariable): string {
    if (!this.isUsed(variable)) { return ''; }
    return variable.json ? `\${jsonencode(${this.local(variable)})}` : `\${${this.local(variable)}}`;
  }

  private contentValues(): Array<[string, LiftedVariable]> {
    const labels = new Map(this.steps.map(({ step, label }) => [step as unknown, label]));
    return this.variables.flatMap((variable): Array<[string, LiftedVariable]> => {
      if (variable.sensitive || variable.artifacts.some(({ isPath }) => isPath)) { return []; }
      const use = variable.uses.find(({ element, role }) => isContent(role) && concerns(element, this.target));
      if (!use) { return []; }
      const place = labels.get(use.element) ?? (isSourceOf(this.target, use.element) ? 'source' : 'local');
      return [[`${place} ${describeOption(use.option)}`, variable]];
    });
  }

  private isUsed(variable: LiftedVariable): boolean {
    return variable.uses.some(({ element }) => concerns(element, this.target));
  }

  private local(variable: LiftedVariable): string {
    return `local.${valueName(this.imageName, variable.name)}`;
  }
}

/** An option's path, as Terraform reads it as literal text. Keys of maps may be anything, also references. */
function describeOption(option: string): string {
  return escapeTerraform(option.replace(/[\uFDD0-\uFDEF].*[\uFDD0-\uFDEF]|[$#&]\{TfToken\[[^\]]*\]\}/gs, '…'));
}

/** A source that stands in a build takes the options of the one that it extends too. */
function isSourceOf({ source }: Target, element: IConstruct): boolean {
  return element === source || element === source._base;
}
