import { Construct } from 'constructs';
import { Element } from './element';
import * as errors from './errors';
import { Source } from './source';
import { templateOf } from './template-of';

/** What a build is. */
export interface BuildProps {
  /**
   * The name in HCL, made of letters, digits, `_` and `-`. Packer puts it before the names of sources.
   *
   * @default - no name
   */
  readonly name?: string;

  /**
   * What the build makes.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * The sources that are built.
   *
   * @default - all sources of the template
   */
  readonly sources?: Source[];
}

/**
 * A build: sources and the steps they go through. Steps are constructs below it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build
 *
 * @example
 * declare const template: PackerTemplate;
 * const local = new NullSource(template, 'local', { communicator: 'none' });
 * const build = new Build(template, 'smoke', { sources: [local] });
 * new ShellLocalProvisioner(build, 'greet', { inline: ['echo hello'] });
 */
export class Build extends Element {
  /** The name in HCL, if it has one. */
  public readonly name?: string;
  /** @internal */
  public readonly _props: BuildProps;
  /**
   * The artifacts of the build can be asked for, so the library's own manifests are part of it.
   *
   * @internal
   */
  public _isImage = false;

  /** @throws when the name has other characters, or no template is above */
  public constructor(scope: Construct, id: string, props: BuildProps = {}) {
    super(scope, id, 'build');
    if (props.name !== undefined && !/^[A-Za-z0-9_-]+$/.test(props.name)) { throw errors.buildName(this, props.name); }
    this.name = props.name;
    this._props = props;
    templateOf(this, 'Build');
  }
}
