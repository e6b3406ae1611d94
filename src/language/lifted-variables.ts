import { IConstruct } from 'constructs';
import { escapeGoTemplateExpression } from './escaping';
import { joinedName, pathBelow } from './names';
import { Position } from './position';
import { LiftedUse, LiftedVariable } from './resolved';
import { ArtifactPart, ArtifactUse, ForeignExpression } from '../references/foreign-values';

/** A value that comes from outside of the template, as a variable needs it. */
interface Outside {
  readonly expression?: string;
  readonly part?: ArtifactPart;
  readonly json: boolean;
  readonly sensitive: boolean;
  readonly artifacts: readonly ArtifactUse[];
  readonly composition?: string;
}

/**
 * The variables that carry values into the template. One string variable for each value, named by the place in the
 * configuration where it is used first; the same value at two places is one variable.
 */
export class LiftedVariables {
  private readonly byValue = new Map<string, LiftedVariable>();
  private readonly names: Set<string>;
  private uses = 0;

  constructor(private readonly template: IConstruct, reserved: Iterable<string>) {
    this.names = new Set(reserved);
  }

  /** All variables, in the order of their first use. */
  public all(): LiftedVariable[] {
    return [...this.byValue.values()];
  }

  /** The HCL for a value of another framework. In a longer text a number is used as it is printed. */
  public add(foreign: ForeignExpression, position: Position, inText: boolean): string {
    const json = foreign.type !== 'string';
    const { expression, artifacts, composition } = foreign;
    const secret = position.schema.role === 'secret' || position.schema.role === 'credential';
    const variable = this.variable({ expression, json, sensitive: foreign.sensitive || secret, artifacts, composition }, position);
    return use(variable, position, json && !inText);
  }

  /** The HCL for the artifact of another image, whose value the runner fills in. */
  public addArtifact(artifact: ArtifactUse, part: ArtifactPart, position: Position): string {
    const json = part.kind === 'volumes' || part.kind === 'snapshots';
    const variable = this.variable({ part, json, sensitive: false, artifacts: [artifact] }, position);
    return use(variable, position, json);
  }

  private variable(value: Outside, position: Position): LiftedVariable {
    const key = JSON.stringify([
      value.expression, value.part, value.json, value.sensitive, value.artifacts.map(({ address }) => address),
    ]);
    let variable = this.byValue.get(key);
    if (!variable) {
      variable = { name: this.freeName(position), uses: [], ...value };
      this.byValue.set(key, variable);
    }
    (variable.uses as LiftedUse[]).push({
      element: position.element,
      option: position.option,
      role: position.schema.role,
      order: this.uses++,
      refusesGoTemplate: position.schema.goTemplate === 'fixpoint' || (position.schema.goTemplate === 'once' && value.json),
    });
    return variable;
  }

  private freeName(position: Position): string {
    const base = joinedName([...pathBelow(this.template, position.element), position.option], '_').toLowerCase();
    let name = base;
    for (let i = 2; this.names.has(name); i++) { name = `${base}_${i}`; }
    this.names.add(name);
    return name;
  }
}

function use(variable: LiftedVariable, position: Position, decode: boolean): string {
  const reference = `var.${variable.name}`;
  if (decode) { return `jsondecode(${reference})`; }
  const escapes = position.schema.goTemplate === 'once' && !variable.json;
  return escapes ? escapeGoTemplateExpression(reference) : reference;
}
