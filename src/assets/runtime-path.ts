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
    return encodeMark({ node: { kind: 'late', id: intern({ path, [RUNTIME_PATH]: true }) } });
  }

  private constructor() {}
}

/** The path that a late value stands for, if it is one that exists only at build time. */
export function runtimePathOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && RUNTIME_PATH in value ? (value as unknown as { path: string }).path : undefined;
}
