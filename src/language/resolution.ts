import { Construct, IConstruct } from 'constructs';
import { LiftedVariables } from './lifted-variables';
import { Position } from './position';
import { Problem } from './problem';
import { Resolved } from './resolved';
import { StagedAssets } from './staged-assets';
import { ArtifactPart, ArtifactUse, ForeignExpression, ForeignValues } from '../references/foreign-values';
import { interned } from '../references/interned';
import { encodeMark } from '../references/mark';

/** What a producer of late values is told. */
export interface ResolveContext {
  readonly resolution: Resolution;
  readonly position: Position;
}

/**
 * One rendering of a template: resolves values and gathers what is met on the way. Collects problems instead of throwing, so that
 * all of them can be reported together.
 */
export abstract class Resolution {
  public readonly problems: Problem[] = [];
  public readonly warnings: Problem[] = [];
  public readonly lifted: LiftedVariables;
  public readonly staged: StagedAssets;

  constructor(
    /** The template that is rendered. */
    public readonly template: Construct,
    public readonly foreign: ForeignValues | undefined,
    /** Names of variables that the template declares. */
    reserved: Iterable<string>,
    /** Relative output paths lie below the variable `work_dir`. */
    public readonly workDirectory: boolean,
  ) {
    this.lifted = new LiftedVariables(template, reserved);
    this.staged = new StagedAssets(template);
  }

  /** The value as it can be written; `undefined` when there is none. A problem gives an empty string. */
  public abstract value(value: unknown, position: Position): Resolved | undefined;

  /** Notes a problem at a construct. */
  public problem(construct: IConstruct, message: string): void {
    this.problems.push({ construct, message });
  }

  /** Notes a warning at a construct. */
  public warning(construct: IConstruct, message: string): void {
    this.warnings.push({ construct, message });
  }

  /** Hands a value of another framework over through a variable. */
  public lift(foreign: ForeignExpression, position: Position, inText: boolean): string {
    return this.lifted.add(foreign, position, inText);
  }

  /** A part of another image's artifact, which the runner hands over through a variable. */
  public artifact(artifact: ArtifactUse, part: ArtifactPart, position: Position): string {
    return encodeMark({ node: { kind: 'code', code: this.lifted.addArtifact(artifact, part, position) } });
  }

  /** Code of an element of this template. */
  public owns(owner: number | undefined): boolean {
    return owner === undefined || interned(owner) === this.template;
  }
}
