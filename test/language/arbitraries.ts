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

const lineEnd = fc.constantFrom('', ' ', '\n', ' # why\n', '\n\n');

/** Any type of HCL, spelled in many ways. */
export const anyType: fc.Arbitrary<string> = fc.letrec<{ type: string; attribute: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('string', 'number', 'bool', 'any'),
    fc.tuple(fc.constantFrom('list', 'set', 'map'), lineEnd, tie('type'), fc.constantFrom('', ',')).map(([name, end, type, comma]) => `${name}(${end}${type}${comma})`),
    fc.tuple(fc.array(tie('type'), { maxLength: 3 }), lineEnd).map(([types, end]) => `tuple([${end}${types.join(`, ${end}`)}${end}])`),
    fc.tuple(fc.array(tie('attribute'), { maxLength: 3 }), fc.constantFrom(', ', ',\n', '\n', ' // why\n'), lineEnd)
      .map(([attributes, separator, end]) => `object({${end}${attributes.map((type, index) => `a${index}${type}`).join(separator)}})`),
  ),
  attribute: fc.tuple(fc.constantFrom('=', ' = ', ':'), tie('type'), fc.constantFrom('', '', 'null', '[]\n')).map(([sign, type, value]) =>
    (value === '' ? `${sign}${type}` : `${sign}optional(${type}, null)`)),
})).type;
