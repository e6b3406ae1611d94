import { Construct } from 'constructs';
import { Element } from './element';
import { ExpressionValue, ownedCode } from './expression';
import { bracesOf } from './literal-value';
import { elementName } from './names';
import { templateOf } from './template-of';
import { encodeNumber } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable } from '../references/resolvable';

/** What a local value is. */
export interface LocalProps {
  /** The value: anything, references included. It is evaluated once in a build. */
  readonly expression: any;

  /**
   * The name in HCL.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * Hide the value in Packer's output.
   *
   * @default false
   */
  readonly sensitive?: boolean;
}

/**
 * A named value of a template.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/locals
 *
 * @example
 * declare const web: Image;
 * const built = new Local(web, 'built', { expression: PackerFn.timestamp() });
 * new ShellLocalProvisioner(web, 'note', { inline: [`echo built ${built.stringValue}`] });
 */
export class Local extends Element {
  /** The name in HCL. */
  public readonly name: string;
  /** @internal */
  public readonly _props: LocalProps;

  /** @throws when the name is not an identifier, or no template is above */
  public constructor(scope: Construct, id: string, props: LocalProps) {
    super(scope, id, 'local');
    this.name = elementName(this, 'local value', props.name);
    this._props = props;
    templateOf(this, 'Local');
  }

  /** The value as a string; usable inside longer strings too. */
  public get stringValue(): string {
    return encodeMark({ node: this.reference });
  }

  /** The value as a number. */
  public get numberValue(): number {
    return encodeNumber(this.reference);
  }

  /** The value as a list of strings. */
  public get listValue(): string[] {
    return [encodeMark({ node: this.reference, list: true })];
  }

  /** The value, whatever its type. */
  public get value(): IResolvable {
    return new ExpressionValue(this.reference);
  }

  private get reference() {
    return ownedCode(`local.${this.name}`, templateOf(this, 'Local'), bracesOf(this._props.expression));
  }
}
