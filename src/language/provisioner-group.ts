import { Construct, IConstruct } from 'constructs';
import { kindOf, markKind } from './element-kind';
import * as errors from './errors';
import { setSelection, SourceSelection } from './selection';
import { buildOf } from './template-of';

/** What a group is. */
export interface ProvisionerGroupProps extends SourceSelection {
  /**
   * The group runs after everything else below its scope, also after what is created there later. A scope has one such group at most.
   *
   * @default false
   */
  readonly last?: boolean;
}

/**
 * Steps that belong together: a phase of a build, or the steps for some sources. Its place in the tree is the place of
 * its steps, also of those added later. Only a group that is `last` leaves its place, for the end of its scope.
 *
 * @example
 * declare const web: Image;
 * const install = new ProvisionerGroup(web, 'install');
 * const cleanUp = new ProvisionerGroup(web, 'clean-up', { last: true });
 * new ShellLocalProvisioner(cleanUp, 'caches', { inline: ['rm -rf caches'] });
 * new ShellLocalProvisioner(install, 'packages', { inline: ['./install.sh'] });  // runs before
 * new ShellLocalProvisioner(web, 'more', { inline: ['./more.sh'] });             // runs before, too
 */
export class ProvisionerGroup extends Construct {
  /** @internal */
  public readonly _isLast: boolean;

  /** @throws when no build is above, both `only` and `except` are given, or the scope has another group that is `last` */
  public constructor(scope: Construct, id: string, props: ProvisionerGroupProps = {}) {
    super(scope, id);
    markKind(this, 'group');
    setSelection(this, props);
    if (!buildOf(this)) { throw errors.outsideOfBuild(this, 'group of provisioners'); }
    const other = props.last && scope.node.children.find(isLast);
    if (other) { throw errors.severalLastGroups(this, other); }
    this._isLast = props.last ?? false;
  }
}

/** The children of a construct in the order in which their steps run. */
export function childrenInOrder({ node: { children } }: IConstruct): IConstruct[] {
  const last = children.find(isLast);
  return last ? [...children.filter((child) => child !== last), last] : children;
}

function isLast(construct: IConstruct): boolean {
  return kindOf(construct) === 'group' && (construct as ProvisionerGroup)._isLast;
}
