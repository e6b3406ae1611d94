import { Resolved, ResolvedOption } from './resolved';

/** A block of a template with everything resolved, which can be written as JSON or as HCL. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly options: readonly ResolvedOption[];
  /** Blocks inside, in the order in which they are written. */
  readonly blocks?: readonly Block[];
  /** There may be several of its type and labels, and their order has a meaning. */
  readonly repeated?: boolean;
  /** Packer makes one such block for each element of this list or map. */
  readonly forEach?: { readonly over: Resolved; readonly iterator: string };
}
