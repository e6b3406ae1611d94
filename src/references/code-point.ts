/**
 * Orders strings by code point. JavaScript's own order is by UTF-16 unit, which differs above U+FFFF from what other
 * languages do.
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) { continue; }
    // Surrogates stand for code points above every other unit.
    if (x >= 0xd800 && x <= 0xdfff) { x += 0x10000; }
    if (y >= 0xd800 && y <= 0xdfff) { y += 0x10000; }
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
