const LIMIT = 30_000;

/** Waits until something is so, and fails after a time that is far too long. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const begun = Date.now();
  while (!isSo()) {
    if (Date.now() - begun > LIMIT) { throw new Error(`after ${LIMIT / 1000} s still not: ${what}`); }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
