import { Construct, IConstruct } from 'constructs';
import { problem } from './errors';
import { LiftedVariables } from './lifted-variables';
import { isOlder, oldestAllowed } from './packer-version';
import { Position } from './position';
import { Problem } from './problem';
import { Resolved } from './resolved';
import { StagedAssets } from './staged-assets';
import { OLDEST_PACKER, TemplateSettings } from './template-settings';
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
  private oldestVersion?: string;

  constructor(
    /** The template that is rendered. */
    public readonly template: Construct,
    public readonly foreign: ForeignValues | undefined,
    /** Names of variables that the template declares. */
    reserved: Iterable<string>,
    private readonly settings: TemplateSettings,
  ) {
    this.lifted = new LiftedVariables(template, reserved);
    this.staged = new StagedAssets(template);
  }

  /** Relative output paths lie below the variable `work_dir`. */
  public get workDirectory(): boolean {
    return this.settings.managed;
  }

  /** Notes a problem where a version of Packer may be used that does not know a feature yet. */
  public requireVersion(construct: IConstruct, feature: string, since: string): void {
    if (this.isOlderThan(since)) { this.problem(construct, problem.tooNew(feature, since, this.settings.packerVersion)); }
  }

  /** Whether a version of Packer older than this one may be used. */
  public isOlderThan(version: string): boolean {
    return isOlder(this.oldest, version);
  }

  private get oldest(): string {
    return (this.oldestVersion ??= oldestVersion(this.settings.packerVersion));
  }

  /** The value as it can be written; `undefined` when there is none, `BROKEN` after a problem. */
  public abstract value(value: unknown, position: Position): Resolved | undefined;

  /** Notes a problem at a construct. */
  public problem(construct: IConstruct, message: string): void {
    // A source of two builds is checked in each of them.
    if (!this.problems.some((known) => known.construct === construct && known.message === message)) { this.problems.push({ construct, message }); }
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

/** What is no constraint is reported by itself, and must not make everything else wrong. */
function oldestVersion(constraint: string): string {
  try {
    return oldestAllowed(constraint);
  } catch {
    return OLDEST_PACKER;
  }
}
