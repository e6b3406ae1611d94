/**
 * An HCL expression as a tree. It is plain JSON, so that it can travel inside a string (see `mark.ts`).
 *
 * - `code`: HCL as it is. `owner` is the interned template of the element that it names; `braces`: what it stands for may contain `{{`.
 * - `call`: a function call. `expanded`: the last argument is a list, whose elements are the arguments from there on.
 * - `template`: text with interpolations; plain strings in it are literal text.
 * - `list`, `object`, `literal`: values; a literal may still hold values of another framework.
 * - `late`: the interned id of a value known only at rendering (a `Lazy`, an asset, an artifact).
 */
export type ExpressionNode =
  | { readonly kind: 'code'; readonly code: string; readonly owner?: number; readonly braces?: ReferenceBraces }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: ExpressionNode[]; readonly expanded?: boolean }
  | { readonly kind: 'template'; readonly parts: Array<string | ExpressionNode> }
  | { readonly kind: 'list'; readonly items: ExpressionNode[] }
  | { readonly kind: 'object'; readonly entries: Array<[ExpressionNode, ExpressionNode]> }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'late'; readonly id: number };

/** Where in the value of a reference `{{` may stand: in a text, the texts of a list or map, or anywhere. */
export interface ReferenceBraces {
  readonly in: 'text' | 'list' | 'map' | 'value';
  /** It stands there, unless another value is given for the build. */
  readonly certain?: boolean;
}
