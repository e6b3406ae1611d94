import { IConstruct } from 'constructs';
import { numbersIn, upperBits } from './interned';

/**
 * The one interface between this library and the adapter of another framework: it recognises that framework's values
 * in the configuration of an image and says what they are.
 *
 * An adapter attaches an implementation with `attachForeignValues` to a construct; it serves the tree below.
 */
export interface ForeignValues {
  /**
   * Splits a string into literal text and values of the framework, in order; `undefined` when it has none. Asked only for strings
   * with a brace or an encoded number, as the values of every known framework have.
   */
  split(text: string): Array<string | ForeignValue> | undefined;
  /** Recognises a number, list, map or object of the framework; `undefined` for anything else. */
  recognise(value: unknown): ForeignValue | undefined;
}

/** One value of another framework, resolved. */
export type ForeignValue = ForeignLiteral | ForeignExpression;

/** It turned out to be a literal: it is used as if the user had written it. */
export interface ForeignLiteral {
  readonly literal: unknown;
}

/** It is known only to the other framework, when it deploys. */
export interface ForeignExpression {
  /** The value as the framework writes it. */
  readonly expression: string;
  /** Strings are handed over as they are, everything else as JSON. */
  readonly type: 'string' | 'json';
  /** The value must not be shown, nor stand in a trigger. */
  readonly sensitive: boolean;
  /** The targets whose artifacts the value is made of, also inside nested functions. */
  readonly artifacts: readonly ArtifactUse[];
  /** Of a value made of artifacts: which parts of them, and what functions make of those, without any names. */
  readonly composition?: string;
}

/** A target of another image whose artifact is used. */
export interface ArtifactUse {
  /** The image that the target belongs to. */
  readonly image: IConstruct;
  /** The address of the target. */
  readonly address: string;
  /** The value is a path on the machine that built it, so it differs between machines though the artifact is the same. */
  readonly isPath: boolean;
}

/** What an artifact may have besides its id. Each is a property of `Artifact`. */
export type ArtifactPartName =
  | 'name' | 'resourceGroup' | 'subscription' | 'gallery' | 'version' | 'project' | 'region' | 'repository' | 'tag' | 'datacenter' | 'node';

/** Which part of an artifact is meant. */
export type ArtifactPart = (
  | { readonly kind: 'id' | 'ids' }
  | { readonly kind: 'part'; readonly name: ArtifactPartName }
  | { readonly kind: 'region' | 'volumes' | 'snapshots'; readonly region: string }
  | { readonly kind: 'file'; readonly glob: string }
) & {
  /** The number of the chain of post-processors at whose end the artifact arises; absent for that of the source. */
  readonly chain?: number;
};

const FOREIGN_VALUES = Symbol.for('cdk-packer.ForeignValues');

/** Lets `values` serve `construct` and everything below it. */
export function attachForeignValues(construct: IConstruct, values: ForeignValues): void {
  Object.defineProperty(construct, FOREIGN_VALUES, { value: values, configurable: true });
}

/** The nearest adapter upwards from `construct`. */
export function foreignValuesAbove(construct: IConstruct): ForeignValues | undefined {
  for (let node: IConstruct | undefined = construct; node; node = node.node.scope) {
    const values = (node as { [FOREIGN_VALUES]?: ForeignValues })[FOREIGN_VALUES];
    if (values) { return values; }
  }
  return undefined;
}

/** Tokens of cdktf, cdktn and aws-cdk as they look inside strings and as the keys of maps. */
const TOKEN_TEXT = /[$#&]\{(?:TfToken|Token)\[[^\]]*\]\}/;
const TOKEN_NUMBER_BITS: readonly number[] = [0xfdff, 0xfbff];

/** Whether `text` contains a token of a known CDK framework. */
export function looksForeign(text: string): boolean {
  return (text.includes('Token[') && TOKEN_TEXT.test(text)) || numbersIn(text).some((match) => isForeignNumber(Number(match[0])));
}

/** Whether `value` is a number token of a known CDK framework. */
export function isForeignNumber(value: number): boolean {
  return value < -1e270 && TOKEN_NUMBER_BITS.includes(upperBits(value));
}
