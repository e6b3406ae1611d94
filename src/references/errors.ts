/** A reference was cut, re-cased or otherwise changed on its way into an image. */
export function damagedReference(text: string): Error {
  const readable = text.replace(/(?:\uFDD0aA|[\uFDD0-\uFDEF])+/g, '…');
  return new Error(
    `a reference was damaged in ${JSON.stringify(readable)}: it is a placeholder that stands for a value known later, `
    + 'so it must arrive whole. Do not slice, re-case, split or encode it in the program; use PackerFn (for example PackerFn.upper) '
    + 'to let Packer do so with the real value. (A literal must not contain the characters U+FDD0 to U+FDEF, which mark references.)',
  );
}

/** Calculating with a number reference gave another number. */
export function damagedNumber(value: number): Error {
  return new Error(
    `the number ${value} is no number that Packer could use: it is what a calculation made of a number that is known later. `
    + 'Let Packer calculate with the real value, for example with Expression.asNumber(\'var.port + 1\').',
  );
}

/** A list reference stands among other elements, where Packer would see a list in a list. */
export function listReferenceAmongOthers(): Error {
  return new Error(
    'a list reference stands where a single value is expected: it stands for a whole list, so nothing can be added to it here. '
    + 'Use PackerFn.concat to join lists, or PackerFn.element to take one of its values.',
  );
}
