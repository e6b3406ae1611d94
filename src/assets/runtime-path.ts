import { intern } from '../references/interned';
import { encodeMark } from '../references/mark';

const RUNTIME_PATH = Symbol.for('cdk-packer.RuntimePath');

/**
 * A path that appears only while the image is built: made by an earlier step, or present on the machine that builds.
 * It is written into the template as it is; nothing is copied or hashed.
 *
 * @example
 * declare const web: Image;
 * new FileProvisioner(web, 'bundle', { source: RuntimePath.of('/tmp/bundle.tgz'), destination: '/opt/bundle.tgz' });
 */
export class RuntimePath {
  /**
   * A reference to a path that exists only at build time, to be used where an option expects a local path.
   *
   * @param path - the path as Packer shall see it
   */
  public static of(path: string): string {
    return encodeMark({ node: { kind: 'late', id: intern(new RuntimePath(path)) } });
  }

  /** Whether `value` is a runtime path (of any copy of this library). */
  public static isRuntimePath(value: any): value is RuntimePath {
    return typeof value === 'object' && value !== null && RUNTIME_PATH in value;
  }

  private constructor(
    /** The path as it was given. */
    public readonly path: string,
  ) {
    Object.defineProperty(this, RUNTIME_PATH, { value: true });
  }
}
