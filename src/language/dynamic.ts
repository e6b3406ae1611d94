import * as errors from './errors';
import { Expression } from './expression';
import { IResolvable } from '../references/resolvable';

/** What blocks are repeated over. */
export interface DynamicIteratorOptions {
  /**
   * The name in HCL. Iterators used inside of each other need different names.
   *
   * @default 'each'
   */
  readonly name?: string;
}

/**
 * The element that a repeated block is made for: Packer makes one block for each element of a list or map that it knows only when it
 * builds.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#dynamic-blocks
 *
 * @example
 * declare const web: Image;
 * const folders = new Variable(web, 'folders', { type: 'list(string)', default: ['bin', 'etc'] });
 * const each = DynamicIterator.over(folders.listValue);
 * new ShellLocalProvisioner(web, 'folders', { forEach: each, inline: [`mkdir ${each.stringValue}`] });
 */
export class DynamicIterator {
  /**
   * Repeats over a list, a set or a map.
   *
   * @param forEach - a reference, or a list or map of values
   * @throws when the name is not an identifier
   */
  public static over(forEach: any, options: DynamicIteratorOptions = {}): DynamicIterator {
    return new DynamicIterator(forEach, options.name ?? 'each');
  }

  /** The name in HCL. */
  public readonly name: string;
  /** @internal */
  public readonly _forEach: any;

  private constructor(forEach: any, name: string) {
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) { throw errors.iteratorName(name); }
    this._forEach = forEach;
    this.name = name;
  }

  /** The key of the element: of a list its number, of a set the element itself. */
  public get key(): string {
    return Expression.asString(`${this.name}.key`);
  }

  /** The element as a string. */
  public get stringValue(): string {
    return Expression.asString(`${this.name}.value`);
  }

  /** The element as a number. */
  public get numberValue(): number {
    return Expression.asNumber(`${this.name}.value`);
  }

  /** The element as a list of strings. */
  public get listValue(): string[] {
    return Expression.asList(`${this.name}.value`);
  }

  /** The element, whatever its type. */
  public get value(): IResolvable {
    return Expression.asAny(`${this.name}.value`);
  }

  /** An attribute of the element as a string. */
  public stringAttribute(name: string): string {
    return Expression.asString(`${this.name}.value.${name}`);
  }

  /** An attribute of the element as a number. */
  public numberAttribute(name: string): number {
    return Expression.asNumber(`${this.name}.value.${name}`);
  }

  /** An attribute of the element, whatever its type. */
  public attribute(name: string): IResolvable {
    return Expression.asAny(`${this.name}.value.${name}`);
  }
}

/** Nested blocks that Packer repeats. */
export interface DynamicProps {
  /** What they are repeated over. */
  readonly forEach: DynamicIterator;
  /** The options of each block, as if it stood alone. */
  readonly content: any;
}

const DYNAMIC = Symbol.for('cdk-packer.Dynamic');

/** What `Dynamic.of` was given. Not a plain object, so that nothing takes it for a map of options. */
export class DynamicBlocks {
  constructor(
    public readonly forEach: any,
    public readonly iterator: string,
    public readonly content: { readonly [name: string]: any },
  ) {
    Object.defineProperty(this, DYNAMIC, { value: true });
  }
}

/**
 * Nested blocks that Packer repeats when it builds. Where the list is known to your program, a plain list of blocks is simpler.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#dynamic-blocks
 */
export class Dynamic {
  /**
   * Blocks to stand where a list of blocks stands, or as an element of one.
   *
   * @example
   * declare const web: Image;
   * const disks = new Variable(web, 'disks', { type: 'map(number)', default: {} });
   * const disk = DynamicIterator.over(disks.value, { name: 'disk' });
   * new Source(web, 'aws', {
   *   type: 'amazon-ebs',
   *   configuration: {
   *     launch_block_device_mappings: Dynamic.of({ forEach: disk, content: { device_name: disk.key, volume_size: disk.numberValue } }),
   *   },
   * });
   */
  public static of(props: DynamicProps): any {
    return new DynamicBlocks(props.forEach._forEach, props.forEach.name, props.content);
  }

  private constructor() {}
}

/** Whether `value` was made by `Dynamic.of` (of any copy of this library). */
export function isDynamic(value: object): value is DynamicBlocks {
  return DYNAMIC in value;
}
