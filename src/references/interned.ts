import { ExpressionNode } from './expression-node';

/**
 * One table for all copies of this package in a process: numbers and late values are encoded by their place in it.
 */
interface Table {
  readonly values: unknown[];
  readonly ids: WeakMap<object, number>;
}

const TABLE = Symbol.for('cdk-packer.interned');

/** The upper 16 bits of an encoded number. The range is used neither by cdktf nor by aws-cdk. */
const NUMBER_MARK = 0xf8ff;

function table(): Table {
  const holder = globalThis as { [TABLE]?: Table };
  return (holder[TABLE] ??= { values: [], ids: new WeakMap() });
}

/** The id of `value`; the same object always has the same id. */
export function intern(value: object): number {
  const { values, ids } = table();
  let id = ids.get(value);
  if (id === undefined) {
    id = values.push(value) - 1;
    ids.set(value, id);
  }
  return id;
}

/** The value with this id. */
export function interned(id: number): unknown {
  return table().values[id];
}

/** A number that stands for `node`. */
export function encodeNumber(node: ExpressionNode): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint16(0, NUMBER_MARK);
  view.setUint32(4, intern(node));
  return view.getFloat64(0);
}

/** The upper 16 bits of a double, by which CDK frameworks mark the numbers that are tokens. */
export function upperBits(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getUint16(0);
}

/** The expression that `value` stands for, or `undefined` when it is an ordinary number. */
export function decodeNumber(value: number): ExpressionNode | undefined {
  if (value > -1e270) { return undefined; } // every encoded number is far below
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getUint16(0) === NUMBER_MARK && view.getUint16(2) === 0
    ? interned(view.getUint32(4)) as ExpressionNode
    : undefined;
}

/** Whether `value` is a number as it is: finite, and far from those that are encoded. */
export function isOrdinaryNumber(value: number): boolean {
  return Number.isFinite(value) && value > -1e270;
}

/** A number that may be an encoded one, as JavaScript and Python (`e+274`), Java and C# (`E274`, `E+274`) print it. */
const NUMBER_TEXT = /-\d(?:\.\d+)?[eE]\+?\d{3}/g;
const EXPONENT = /[eE]\+?\d{3}/;

/** Whether `text` may contain an encoded number. */
export function mayHaveNumbers(text: string): boolean {
  return EXPONENT.test(text);
}

/** The numbers in a text that may be encoded ones. */
export function numbersIn(text: string): RegExpMatchArray[] {
  return mayHaveNumbers(text) ? [...text.matchAll(NUMBER_TEXT)] : [];
}

/** Splits the encoded numbers, as programs print them, out of a literal text. */
export function splitNumbers(text: string): Array<string | ExpressionNode> {
  const parts: Array<string | ExpressionNode> = [];
  let end = 0;
  for (const match of numbersIn(text)) {
    const node = decodeNumber(Number(match[0]));
    if (!node) { continue; }
    if (match.index! > end) { parts.push(text.slice(end, match.index)); }
    parts.push(node);
    end = match.index! + match[0].length;
  }
  if (end < text.length) { parts.push(text.slice(end)); }
  return parts;
}
