import type * as levenshtein from 'fastest-levenshtein';

/** The one of `known` that `name` is most like; none where it would have to change by more than half. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) { return undefined; }
  // Loaded on first use: most templates have no mistake.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { closest, distance } = require('fastest-levenshtein') as typeof levenshtein;
  const nearest = closest(name, known);
  return distance(name, nearest) <= name.length / 2 ? nearest : undefined;
}
