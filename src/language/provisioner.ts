import { Construct } from 'constructs';
import { namedAsInHcl } from './component-schema';
import { DynamicIterator } from './dynamic';
import { Component, ComponentProps } from './element';
import * as errors from './errors';
import { setSelection, SourceSelection } from './selection';
import { Source } from './source';
import { buildOf } from './template-of';
import { IResolvable } from '../references/resolvable';

/** What Packer lets every provisioner say. */
export interface ProvisionerMetaArguments extends SourceSelection {
  /**
   * A name for `packer inspect`.
   *
   * @default - no name
   */
  readonly name?: string;

  /**
   * Run the step only after another one has failed, before the machine is deleted, wherever it stands. A build has one such step at most.
   *
   * @default false
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/provisioner#on-error-provisioner
   */
  readonly errorCleanup?: boolean;

  /**
   * Repeat the step for each element of a list or map that only Packer knows.
   *
   * @default - the step runs once
   */
  readonly forEach?: DynamicIterator;

  /**
   * How long to wait before the step: a duration of Go (`1h30m`, `10s`). Packer ignores `timeout` beside it.
   *
   * @default - no pause
   */
  readonly pauseBefore?: string;

  /**
   * How long one attempt may take: a duration of Go (`1h30m`, `5m`).
   *
   * @default - no limit
   */
  readonly timeout?: string;

  /**
   * How often a failed step is tried again.
   *
   * @default 0
   */
  readonly maxRetries?: number;

  /**
   * Go on with the build when the step failed for good. Needs Packer 1.16.
   *
   * @default false
   */
  readonly continueOnError?: boolean | IResolvable;
}

/** What a provisioner is. */
export interface ProvisionerProps extends ProvisionerMetaArguments, ComponentProps {}

/**
 * A step that prepares the machine. Steps run in the order of the construct tree, depth first, and those of a group that is
 * `last` at the end of its scope; plain constructs and groups may stand between a step and its build.
 *
 * This class takes any type and any options by their names in HCL; typed classes such as `ShellProvisioner` extend it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/provisioner
 *
 * @example
 * declare const web: Image;
 * new Provisioner(web, 'greet', { type: 'shell-local', configuration: { inline: ['echo hello'] } });
 */
export class Provisioner extends Component {
  /** @internal */
  public readonly _meta: ProvisionerMetaArguments;
  /** @internal */
  public readonly _sourceOverrides = new Map<Source, { [name: string]: any }>();

  /** @throws when no build is above, or both `only` and `except` are given */
  public constructor(scope: Construct, id: string, props: ProvisionerProps) {
    super(scope, id, 'provisioner', props);
    this._meta = props;
    setSelection(this, props);
    if (!buildOf(this)) { throw errors.outsideOfBuild(this, 'provisioner'); }
  }

  /**
   * Changes options of the step for one source.
   *
   * @param source - a source of the same build
   * @param configuration - options by their exact names in HCL; those of a typed class may be named as in its props too
   */
  public overrideFor(source: Source, configuration: { [name: string]: any }): void {
    const given = this._schema ? namedAsInHcl(configuration, this._schema) : configuration;
    this._sourceOverrides.set(source, { ...this._sourceOverrides.get(source), ...given });
  }
}
