import { bothTexts, joinAdjacent } from './adjacent';
import { escapeQuotedText, escapeTemplateText } from './escaping';

/** A piece of a text as it is written: literal text, which is escaped where it is written, or an expression. */
export type Segment = string | { readonly hcl: string };

/** The text as a JSON string that Packer reads as an HCL template. */
export function segmentsJson(segments: readonly Segment[]): string {
  return joined(segments, escapeTemplateText);
}

/** The text as an HCL expression: between quotes, but for an expression that stands alone and so keeps its type. */
export function segmentsHcl(segments: readonly Segment[]): string {
  const [only] = segments;
  return segments.length === 1 && typeof only === 'object' ? only.hcl : `"${joined(segments, escapeQuotedText)}"`;
}

/** Adjacent literals are escaped together, since an escape may span them. */
function joined(segments: readonly Segment[], escape: (text: string, beforeReference: boolean) => string): string {
  return joinAdjacent(segments, bothTexts)
    .map((segment, index, all) => (typeof segment === 'string' ? escape(segment, index + 1 < all.length) : `\${${segment.hcl}}`))
    .join('');
}
