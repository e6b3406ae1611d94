import { Construct, IConstruct } from 'constructs';
import { kindOf } from './element-kind';
import * as errors from './errors';

/**
 * The template that a construct is a part of.
 *
 * @throws when there is none
 */
export function templateOf(construct: IConstruct, what: string): Construct {
  const template = templateAbove(construct);
  if (!template) { throw errors.outsideOfTemplate(construct, what); }
  return template;
}

/** The template that a construct is a part of, or `undefined`. */
export function templateAbove(construct: IConstruct): Construct | undefined {
  for (let scope = construct.node.scope; scope; scope = scope.node.scope) {
    if (kindOf(scope) === 'template') { return scope as Construct; }
  }
  return undefined;
}

const OWN_BUILD = Symbol.for('cdk-packer.OwnBuild');

/** Lets the steps below `template` belong to `build`, though it is not above them. */
export function setOwnBuild(template: Construct, build: IConstruct): void {
  Object.defineProperty(template, OWN_BUILD, { value: build });
}

/** The build that `setOwnBuild` gave, or `undefined`. */
export function ownBuildOf(template: IConstruct): IConstruct | undefined {
  return (template as { [OWN_BUILD]?: IConstruct })[OWN_BUILD];
}

/** The build that a step belongs to, or `undefined`. */
export function buildOf(step: IConstruct): IConstruct | undefined {
  for (let scope = step.node.scope; scope; scope = scope.node.scope) {
    const kind = kindOf(scope);
    if (kind === 'build') { return scope; }
    if (kind === 'template') { return ownBuildOf(scope); }
  }
  return undefined;
}
