/**
 * The items, with neighbours in one where they can be: where a text or an expression was cut means nothing.
 *
 * @param join - the two in one, or nothing when they stay two
 */
export function joinAdjacent<T>(items: readonly T[], join: (last: T, next: T) => T | undefined): T[] {
  const joined: T[] = [];
  for (const item of items) {
    const both = joined.length === 0 ? undefined : join(joined[joined.length - 1], item);
    if (both === undefined) { joined.push(item); } else { joined[joined.length - 1] = both; }
  }
  return joined;
}

/** Two texts in one. */
export function bothTexts(last: unknown, next: unknown): string | undefined {
  return typeof last === 'string' && typeof next === 'string' ? last + next : undefined;
}
