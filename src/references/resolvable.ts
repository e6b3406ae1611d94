/**
 * A value that is known only when the tree is rendered.
 *
 * It has the shape of `IResolvable` in CDKTF, CDK Terrain and AWS CDK, so their values are accepted where this type
 * stands (and are an error when no adapter of that framework is at work).
 */
export interface IResolvable {
  /** The stack trace of the place that made the value; may be empty. */
  readonly creationStack: string[];

  /**
   * The value.
   *
   * @param context - the resolution that asks; opaque to users
   */
  resolve(context: any): any;

  /** A text that stands for the value in a string. */
  toString(): string;
}

const RESOLVABLE = Symbol.for('cdk-packer.Resolvable');

/** Marks `value` as a late value of this library. */
export function markResolvable(value: IResolvable): void {
  Object.defineProperty(value, RESOLVABLE, { value: true });
}

/** Whether `value` is a late value of this library (any copy of it), not of another framework. */
export function isOwnResolvable(value: object): value is IResolvable {
  return RESOLVABLE in value;
}

/** Whether `value` looks like a late value of any CDK framework. */
export function isResolvable(value: object): value is IResolvable {
  return typeof (value as Partial<IResolvable>).resolve === 'function';
}
