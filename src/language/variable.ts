import { Construct } from 'constructs';
import { Element } from './element';
import { ExpressionValue, ownedCode } from './expression';
import { bracesOf, possibleBraces } from './literal-value';
import { elementName } from './names';
import { templateOf } from './template-of';
import { encodeNumber } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable } from '../references/resolvable';

/** A rule for the values of a variable. */
export interface VariableValidation {
  /**
   * Whether a value is allowed: a boolean expression that refers to the variable and to nothing else, for example
   * `Expression.asAny('length(var.name) > 3')`.
   */
  readonly condition: any;

  /** What to tell whoever gave another value: a sentence with a capital letter at its start and `.`, `?` or `!` at its end. */
  readonly errorMessage: string;
}

/** What a variable is. */
export interface VariableProps {
  /**
   * The name in HCL.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * The type as HCL writes it: `string`, `number`, `bool`, `list(string)`, `map(string)`, `object({ … })`.
   *
   * @default 'string'
   */
  readonly type?: string;

  /**
   * The value when none is given. Must be one of the type, and not refer to anything.
   *
   * @default - a value must be given when the image is built
   */
  readonly default?: any;

  /**
   * The value arrives as it is where Packer would run `{{` in it as a Go template: right for passwords and other texts from elsewhere. With
   * `false` it is run. See the guide on expressions for what Packer does with values that are given for a build.
   *
   * @default - true where `default` contains `{{`
   */
  readonly literal?: boolean;

  /**
   * What the variable is for.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Hide the value in Packer's output.
   *
   * @default false
   */
  readonly sensitive?: boolean;

  /**
   * Rules for the value.
   *
   * @default - any value of the type
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables#custom-validation-rules
   */
  readonly validation?: VariableValidation[];
}

/**
 * An input variable of a template. Its value is given as `PKR_VAR_<name>` in the environment, with `-var` or in a file.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables
 *
 * @example
 * declare const web: Image;
 * const release = new Variable(web, 'release', { default: 'stable' });
 * new ShellLocalProvisioner(web, 'fetch', { inline: [`./fetch.sh ${release.stringValue}`] });
 */
export class Variable extends Element {
  /** The name in HCL. */
  public readonly name: string;
  /** @internal */
  public readonly _props: VariableProps;

  /** @throws when the name is not an identifier, or no template is above */
  public constructor(scope: Construct, id: string, props: VariableProps = {}) {
    super(scope, id, 'variable');
    this.name = elementName(this, 'variable', props.name);
    this._props = props;
    templateOf(this, 'Variable');
  }

  /** The value as a string; usable inside longer strings too. */
  public get stringValue(): string {
    return encodeMark({ node: this.expression });
  }

  /** The value as a number. */
  public get numberValue(): number {
    return encodeNumber(this.expression);
  }

  /** The value as a list of strings. */
  public get listValue(): string[] {
    return [encodeMark({ node: this.expression, list: true })];
  }

  /** The value, whatever its type. */
  public get value(): IResolvable {
    return new ExpressionValue(this.expression);
  }

  private get expression() {
    const { default: usual, literal, type } = this._props;
    const braces = literal === false ? undefined : bracesOf(usual) ?? (literal ? possibleBraces(type) : undefined);
    return ownedCode(`var.${this.name}`, templateOf(this, 'Variable'), braces);
  }
}
