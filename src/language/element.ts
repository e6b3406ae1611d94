import { Construct } from 'constructs';
import { ComponentSchema } from './component-schema';
import { ElementKind, markKind } from './element-kind';
import * as errors from './errors';
import { localType } from './local-name';
import type { Override } from './override';

/** The base of everything that becomes a block in a Packer template. */
export abstract class Element extends Construct {
  /** @internal */
  public _overrides?: Override[];

  /** @internal */
  protected constructor(scope: Construct, id: string, kind: ElementKind) {
    super(scope, id);
    markKind(this, kind);
  }

  /**
   * Sets a value in the block as it is written, whatever the typed options say. The value is used like any other: literal
   * text is escaped and references work.
   *
   * @param path - names as in HCL, joined with dots; a dot in a name is written `\\.`, an element of a list by its number
   * @param value - the value; `undefined` removes what stands there
   * @throws at synth when the path leads through something that is not there, or is neither a block, a map nor a list
   *
   * @example
   * declare const source: NullSource;
   * source.addOverride('ssh_timeout', '20m');
   */
  public addOverride(path: string, value: any): void {
    (this._overrides ??= []).push({ path, value });
  }
}

/** An element whose options belong to a plugin. */
export abstract class Component extends Element {
  /** The type of the component in HCL, for example `amazon-ebs`. It begins with the local name of its plugin. */
  public readonly type: string;
  /** @internal */
  public readonly _schema?: ComponentSchema;
  /** @internal */
  public readonly _configuration: { readonly [name: string]: any };

  /** @internal */
  protected constructor(scope: Construct, id: string, kind: ElementKind, props: ComponentProps) {
    super(scope, id, kind);
    if (!/^[A-Za-z0-9_-]+$/.test(props.type)) { throw errors.componentType(this, props.type); }
    this.type = props._schema?.plugin ? localType(this, props._schema) : props.type;
    this._schema = props._schema;
    this._configuration = props.configuration ?? {};
  }

  /**
   * The type, whatever the local name of its plugin is.
   *
   * @internal
   */
  public get _componentType(): string {
    return this._schema?.type ?? this.type;
  }
}

/** What every component is made of. */
export interface ComponentProps {
  /** The type of the component in HCL, for example `amazon-ebs`. */
  readonly type: string;

  /**
   * The options by their exact names in HCL. Nested blocks are maps, repeated blocks are lists of maps.
   *
   * @default - no options
   */
  readonly configuration?: { [name: string]: any };

  /** @internal */
  readonly _schema?: ComponentSchema;
}
