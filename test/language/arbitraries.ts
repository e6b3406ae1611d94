import * as fc from 'fast-check';

const HOSTILE = [
  '{', '}', '{{', '}}', '{{{', '${', '%{', '$', '$$', '%', '%%', '~', '`', '"', '\'', '\\', '\\n', '\n', '\r', '\r\n', '\t', '\u0000', '\u0001', '\u007f',
  '\uFEFF', '\u2028', ' ', 'é', '😀', '{{`', '`}}', '{{/*', '{{ .Vars }}', '{{timestamp}}', '${var.x}', '%{if true}', '$${', '<<EOF', '//', '/*', '#', 'EOF',
];

/** Any text of Unicode scalar values as Packer keeps it: normalised, without the characters that mark references. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.fullUnicode()), { maxLength: 12 })
  .map((parts) => parts.join('').normalize('NFC'))
  .filter((joined) => !/[\uFDD0-\uFDEF]/.test(joined));
