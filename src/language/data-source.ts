import { Construct } from 'constructs';
import { Component, ComponentProps } from './element';
import { ExpressionValue, ownedCode } from './expression';
import { elementName } from './names';
import { templateOf } from './template-of';
import { encodeNumber } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable } from '../references/resolvable';

/** What a data source is. */
export interface DataSourceProps extends ComponentProps {
  /**
   * The name in HCL.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

/**
 * A data source: looks something up when Packer starts.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/datasources
 *
 * @example
 * declare const web: Image;
 * const release = new DataSource(web, 'release', { type: 'http', configuration: { url: 'https://example.com/release' } });
 * new ShellLocalProvisioner(web, 'fetch', { inline: [`./fetch.sh ${release.stringAttribute('body')}`] });
 */
export class DataSource extends Component {
  /** The name in HCL. */
  public readonly name: string;

  /** @throws when the name is not an identifier, or no template is above */
  public constructor(scope: Construct, id: string, props: DataSourceProps) {
    super(scope, id, 'data', props);
    this.name = elementName(this, 'data source', props.name);
    templateOf(this, 'DataSource');
  }

  /** An output as a string; usable inside longer strings too. */
  public stringAttribute(name: string): string {
    return encodeMark({ node: this.reference(name) });
  }

  /** An output as a number. */
  public numberAttribute(name: string): number {
    return encodeNumber(this.reference(name));
  }

  /** An output as a list of strings. */
  public listAttribute(name: string): string[] {
    return [encodeMark({ node: this.reference(name), list: true })];
  }

  /** An output, whatever its type. */
  public attribute(name: string): IResolvable {
    return new ExpressionValue(this.reference(name));
  }

  private reference(attribute: string) {
    return ownedCode(`data.${this.type}.${this.name}.${attribute}`, templateOf(this, 'DataSource'));
  }
}
