import { damagedReference } from './errors';
import { ExpressionNode } from './expression-node';

/**
 * References travel inside strings: U+FDD0, `aA`, payload and checksum in hexadecimal spelled with the
 * noncharacters U+FDE0 to U+FDEF, U+FDD1. The letters show a change of case, the checksum shows a cut, and since no
 * Unicode text may contain a noncharacter, what is left over is always a mistake.
 */
const START = '\uFDD0aA';
const END = '\uFDD1';
const MARK = /\uFDD0aA([\uFDE0-\uFDEF]+)\uFDD1/g;
const NONCHARACTER = /[\uFDD0-\uFDEF]/;
const CHECKSUM_DIGITS = 8;
const DIGITS = '0123456789abcdef';
const DIGIT_ZERO = 0xfde0;

/** What a mark carries. */
export interface Reference {
  readonly node: ExpressionNode;
  /** The expression is a list and must be the only element of the array it stands in. */
  readonly list?: boolean;
}

/** The text that stands for `reference` in a string. */
export function encodeMark(reference: Reference): string {
  const payload = Buffer.from(JSON.stringify(reference.list ? ['list', reference.node] : [reference.node])).toString('hex');
  const digits = payload + checksum(payload);
  // In one piece, since a text made of many is slow to search later.
  const spelled = Buffer.allocUnsafe(2 * digits.length);
  for (let i = 0; i < digits.length; i++) { spelled.writeUInt16LE(DIGIT_ZERO + DIGITS.indexOf(digits[i]), 2 * i); }
  return START + spelled.toString('utf16le') + END;
}

/** Whether `text` contains a mark or a remnant of one. */
export function hasMark(text: string): boolean {
  return NONCHARACTER.test(text);
}

/**
 * Splits `text` into literal strings and references, in order; empty strings are left out.
 *
 * @throws when a mark is damaged
 */
export function splitMarks(text: string): Array<string | Reference> {
  if (!hasMark(text)) { return text === '' ? [] : [text]; }
  const parts: Array<string | Reference> = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    pushLiteral(parts, text.slice(end, match.index), text);
    parts.push(decode(match[1], text));
    end = match.index! + match[0].length;
  }
  pushLiteral(parts, text.slice(end), text);
  return parts;
}

/** The references in `text` that are whole; damaged ones are found where the text is written. */
export function marksIn(text: string): Reference[] {
  try {
    return splitMarks(text).filter((part): part is Reference => typeof part !== 'string');
  } catch {
    return [];
  }
}

function pushLiteral(parts: Array<string | Reference>, literal: string, text: string): void {
  if (hasMark(literal)) { throw damagedReference(text); }
  if (literal !== '') { parts.push(literal); }
}

/** A reference is used many times. */
const decoded = new Map<string, Reference>();
const MOST_DECODED = 10_000;

function decode(spelled: string, text: string): Reference {
  let reference = decoded.get(spelled);
  if (!reference) {
    reference = decodeNew(spelled, text);
    if (decoded.size >= MOST_DECODED) { decoded.clear(); }
    decoded.set(spelled, reference);
  }
  return reference;
}

function decodeNew(spelled: string, text: string): Reference {
  let digits = '';
  for (let i = 0; i < spelled.length; i++) {
    digits += DIGITS[spelled.charCodeAt(i) - DIGIT_ZERO];
  }
  const payload = digits.slice(0, -CHECKSUM_DIGITS);
  if (checksum(payload) !== digits.slice(-CHECKSUM_DIGITS)) { throw damagedReference(text); }
  const content = JSON.parse(Buffer.from(payload, 'hex').toString());
  return content[0] === 'list' ? { node: content[1], list: true } : { node: content[0] };
}

/* eslint-disable no-bitwise */
/** FNV-1a over the payload: finds accidents, not attackers. */
function checksum(payload: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < payload.length; i++) {
    hash = Math.imul(hash ^ payload.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(CHECKSUM_DIGITS, '0');
}
