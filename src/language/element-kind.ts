import { IConstruct } from 'constructs';

/** What kind of element a construct is; used instead of `instanceof`, which fails across copies of a package. */
export type ElementKind =
  | 'variable' | 'local' | 'data' | 'source' | 'build' | 'provisioner' | 'group' | 'post-processor' | 'chain' | 'template' | 'registry';

const KIND = Symbol.for('cdk-packer.ElementKind');

/** The kind of `construct`, or `undefined` when it is no element of Packer's language. */
export function kindOf(construct: IConstruct): ElementKind | undefined {
  return (construct as { [KIND]?: ElementKind })[KIND];
}

/** Says what kind of element `construct` is. */
export function markKind(construct: IConstruct, kind: ElementKind): void {
  (construct as { [KIND]?: ElementKind })[KIND] = kind;
}
