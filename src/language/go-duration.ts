const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n, us: 1_000n, µs: 1_000n, μs: 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n,
};
/** Go counts nanoseconds in 64 bits. */
const TOO_LONG = 2n ** 63n;

/** Whether Go's `time.ParseDuration` reads the text: numbers with units, such as `1h30m` or `-1.5s`. */
export function isGoDuration(text: string): boolean {
  const [, sign, rest] = /^([+-]?)([^]*)$/.exec(text)!;
  if (rest === '0') { return true; }
  let total = 0n;
  let position = 0;
  // Everything up to the next digit or point is the unit.
  const part = /(\d*)(?:\.(\d*))?([^\d.]+)/y;
  while (position < rest.length) {
    part.lastIndex = position;
    const found = part.exec(rest);
    if (!found) { return false; }
    const [all, whole, fraction = '', unit] = found;
    if (whole + fraction === '' || !Object.hasOwn(UNITS, unit)) { return false; }
    total += BigInt(whole || 0) * UNITS[unit];
    position += all.length;
  }
  return position > 0 && (sign === '-' ? total <= TOO_LONG : total < TOO_LONG);
}
