import { IConstruct } from 'constructs';

const WRITER = Symbol.for('cdk-packer.Writer');

/** Says that `construct` writes the images below it. */
export function markWriter(construct: IConstruct): void {
  Object.defineProperty(construct, WRITER, { value: true });
}

/** Whether anything above an image writes it. */
export function isWritten(image: IConstruct): boolean {
  return image.node.scopes.some((scope) => WRITER in scope);
}
