/** The first `1.2.3` in a text; `undefined` when there is none. */
export function versionIn(text) {
  return /\d+\.\d+\.\d+/.exec(text ?? '')?.[0];
}

/** Whether a version is `minimum` or newer. */
export function isAtLeast(version, minimum) {
  const [ours, theirs] = [version, minimum].map(text => text.split('.').map(Number));
  const differing = ours.findIndex((part, place) => part !== (theirs[place] ?? 0));
  return differing < 0 || ours[differing] > (theirs[differing] ?? 0);
}
