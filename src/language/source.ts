import { Construct, IConstruct } from 'constructs';
import { Component, ComponentProps } from './element';
import { kindOf } from './element-kind';
import { elementName } from './names';
import { templateOf } from './template-of';

/** What a source is. */
export interface SourceProps extends ComponentProps {
  /**
   * The name in HCL. Unique in the template, whatever the type of the source.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

/**
 * A source: a builder of a plugin and its options. One source of one image is a target, the unit that is built.
 *
 * This class takes any type and any options by their names in HCL; typed classes such as `NullSource` extend it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/source
 *
 * @example
 * declare const web: Image;
 * new Source(web, 'local', { type: 'null', configuration: { communicator: 'none' } });
 */
export class Source extends Component {
  /** Whether `value` is a source (of any copy of this library). */
  public static isSource(value: any): value is Source {
    return typeof value === 'object' && value !== null && kindOf(value) === 'source';
  }

  /** The name in HCL. */
  public readonly name: string;
  /**
   * The source that this one extends in a build.
   *
   * @internal
   */
  public _base?: Source;
  /** @internal */
  public _build?: IConstruct;

  /** @throws when the name is not an identifier, or no template is above */
  public constructor(scope: Construct, id: string, props: SourceProps) {
    super(scope, id, 'source', props);
    this.name = elementName(this, 'source', props.name);
    templateOf(this, 'Source');
  }
}

/** How `only`, `except` and `packer build -only` name a source of an unnamed build. */
export function sourceAddress(source: Source): string {
  return `${source.type}.${source.name}`;
}
