import { Construct } from 'constructs';
import { markKind } from './element';
import * as errors from './errors';
import { setSelection, SourceSelection } from './selection';
import { buildOf } from './template-of';

/** What a group is. */
export interface ProvisionerGroupProps extends SourceSelection {}

/**
 * Steps that belong together: a phase of a build, or the steps for some sources. Its place in the tree is the place of
 * its steps, also of those added later.
 *
 * @example
 * declare const web: Image;
 * const install = new ProvisionerGroup(web, 'install');
 * const cleanUp = new ProvisionerGroup(web, 'clean-up');
 * new ShellLocalProvisioner(cleanUp, 'caches', { inline: ['rm -rf caches'] });
 * new ShellLocalProvisioner(install, 'packages', { inline: ['./install.sh'] });  // runs before
 */
export class ProvisionerGroup extends Construct {
  /** @throws when no build is above, or both `only` and `except` are given */
  public constructor(scope: Construct, id: string, props: ProvisionerGroupProps = {}) {
    super(scope, id);
    markKind(this, 'group');
    setSelection(this, props);
    if (!buildOf(this)) { throw errors.outsideOfBuild(this, 'group of provisioners'); }
  }
}
