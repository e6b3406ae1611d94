import { canonicalJson } from './canonical';
import { digestOfText } from '../assets/content-digest';

/** A difference in the content of an image has a name: a tree of names with digests as its leaves. */
export type DigestTree = string | { readonly [name: string]: DigestTree };

/** Of a leaf; the digest of a whole target has all 64 digits. */
const LEAF_DIGITS = 32;

/** The digest of a small value. */
export function leafDigest(content: unknown): string {
  return digestOfText(canonicalJson(content)).slice(0, LEAF_DIGITS);
}
