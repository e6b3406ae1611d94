import { OptionSchema, Role } from './component-schema';
import { Element } from './element';
import { Segment } from './segments';
import { StagedAsset } from './staged-asset';
import { ArtifactPart, ArtifactUse } from '../references/foreign-values';

/** A variable that another framework, or the build of another image, gives its value to. */
export interface LiftedVariable {
  /** The name in the template. */
  readonly name: string;
  /** The other framework's expression; absent when the value is an artifact that the runner knows. */
  readonly expression?: string;
  /** Strings are handed over as they are, everything else as JSON. */
  readonly json: boolean;
  readonly sensitive: boolean;
  /** The targets whose artifacts the value is made of. */
  readonly artifacts: readonly ArtifactUse[];
  /** Which part of the artifact is used, when the value is an artifact that the runner knows. */
  readonly part?: ArtifactPart;
  /** How another framework makes the value of its artifacts. */
  readonly composition?: string;
  readonly uses: LiftedUse[];
}

/** A place where a lifted variable is used. */
export interface LiftedUse {
  readonly element: Element;
  /** The option's path, for example `environment_vars.1`. */
  readonly option: string;
  readonly role: Role;
  /** Counts the uses in a template, in the order in which they are met. */
  readonly order: number;
  /** The value must not contain `{{`, which Packer would run as a Go template. */
  readonly refusesGoTemplate: boolean;
}

/** A piece of a text, as the fingerprint sees it: literal text, HCL code, or a local file or folder. */
export type ContentPart =
  | string
  | { readonly code: string }
  | { readonly asset: StagedAsset };

/** The parts of a text. Two expressions in a row would read as one, so there is a text between them, though an empty one. */
export function textParts(pieces: ReadonlyArray<readonly ContentPart[]>): ContentPart[] {
  if (pieces.length === 0) { return ['']; }
  return pieces.flatMap((piece, index) => (index > 0 && typeof piece[0] === 'object' ? ['', ...piece] : piece));
}

/** A text that is not plain JSON: how it is written, and what it is made of. */
export class Leaf {
  constructor(
    /** As it is written into the template. */
    public readonly segments: readonly Segment[],
    public readonly parts: readonly ContentPart[],
  ) {}
}

/** Stands where a value could not be resolved, which has been reported: nothing more is said of it. */
export const BROKEN = new Leaf([], []);

/** A value with every reference resolved. Plain JSON except for the classes. */
export type Resolved = null | boolean | number | string | Leaf | Resolved[] | ResolvedMap | ResolvedBlock | ResolvedDynamic;

/** A map of resolved values, keys in the order in which they are written. */
export class ResolvedMap {
  constructor(public readonly entries: ReadonlyArray<readonly [string | Leaf, Resolved]>) {}
}

/** An option with its value resolved. */
export interface ResolvedOption {
  readonly schema: OptionSchema;
  readonly value: Resolved;
}

/** A nested block, its options in the order in which they are written. */
export class ResolvedBlock {
  constructor(public readonly options: readonly ResolvedOption[]) {}
}

/** Whether an option is a list of no blocks. */
export function isNoBlock({ schema, value }: ResolvedOption): boolean {
  return schema.block !== undefined && Array.isArray(value) && value.length === 0;
}

/** Nested blocks that Packer makes: one for each element of a list or map. */
export class ResolvedDynamic {
  constructor(public readonly forEach: Resolved, public readonly iterator: string, public readonly content: ResolvedBlock) {}
}

const ELEMENT = /(?:^|[^\w."-])(?:var|local|data|source|build|path|packer)\.[A-Za-z_]/;

/** Whether `value` refers to something in the template, or to a local file. Functions of literals do not. */
export function refersToElements(value: Resolved): boolean {
  if (value instanceof Leaf) {
    return value.parts.some((part) => typeof part !== 'string' && ('asset' in part || ELEMENT.test(part.code)));
  }
  return nestedValues(value).some(refersToElements);
}

/** Whether there are blocks in `value` that Packer makes. */
export function containsDynamic(value: Resolved): boolean {
  return value instanceof ResolvedDynamic || nestedValues(value).some(containsDynamic);
}

/** The values that `value` is made of: of a map, its keys too. */
export function nestedValues(value: Resolved): readonly Resolved[] {
  if (Array.isArray(value)) { return value; }
  if (value instanceof ResolvedMap) { return value.entries.flat(); }
  if (value instanceof ResolvedBlock) { return value.options.map((option) => option.value); }
  if (value instanceof ResolvedDynamic) { return [value.forEach, value.content]; }
  return [];
}
