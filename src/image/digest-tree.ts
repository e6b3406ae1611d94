import { canonicalJson } from './canonical';
import { digestOfText } from '../assets/content-digest';

/** A difference in the content of an image has a name: a tree of names with digests as its leaves. */
export type DigestTree = string | { readonly [name: string]: DigestTree };

/** Of a leaf; the digest of a whole target has all 64 digits. */
const LEAF_DIGITS = 32;

/** Images have many small values in common: regions, tags, the environment of steps. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 200;

/** The digest of a value. */
export function leafDigest(content: unknown): string {
  const text = canonicalJson(content);
  if (text.length > LONGEST_KNOWN) { return digestOfLeaf(text); }
  let digest = known.get(text);
  if (digest === undefined) {
    digest = digestOfLeaf(text);
    if (known.size >= MOST_KNOWN) { known.clear(); }
    known.set(text, digest);
  }
  return digest;
}

function digestOfLeaf(text: string): string {
  return digestOfText(text).slice(0, LEAF_DIGITS);
}
