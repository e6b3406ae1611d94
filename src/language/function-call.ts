import * as errors from './errors';
import { ExpressionValue } from './expression';
import { toNode } from './expression-nodes';
import { checkArguments } from './function-arguments';
import { readType } from './type-expression';
import { ExpressionNode } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { encodeNumber } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable } from '../references/resolvable';

/** Arguments that a program gives as a list. */
class Rest {
  constructor(public readonly values: any[]) {}
}

/** The elements of `values` as arguments. Of a list that is known only to Packer, Packer makes the arguments. */
export function rest(values: any[]): Rest {
  return new Rest(values);
}

/** A call that gives a text. */
export function text(name: string, ...args: any[]): string {
  return encodeMark({ node: call(name, args) });
}

/** A call that gives a number. */
export function number(name: string, ...args: any[]): number {
  return encodeNumber(call(name, args));
}

/** A call that gives a list. */
export function list(name: string, ...args: any[]): string[] {
  return [encodeMark({ node: call(name, args), list: true })];
}

/** A call that gives anything. */
export function any(name: string, ...args: any[]): IResolvable {
  return new ExpressionValue(call(name, args));
}

function call(name: string, args: any[]): ExpressionNode {
  const last = args[args.length - 1];
  if (!(last instanceof Rest)) { return checked(name, args.map(argument)); }
  const first = args.slice(0, -1).map(argument);
  const values = toNode(last.values);
  return values.kind === 'list' && !isListToken(last.values)
    ? checked(name, [...first, ...values.items])
    : checked(name, [...first, values], true);
}

function checked(name: string, args: ExpressionNode[], expanded = false): ExpressionNode {
  checkArguments(name, args, expanded);
  return { kind: 'call', name, arguments: args, ...(expanded ? { expanded } : {}) };
}

function argument(value: any): ExpressionNode {
  return value instanceof ExpressionType ? { kind: 'code', code: value.code } : toNode(value);
}

/** A type where a value is expected otherwise. */
export class ExpressionType {
  constructor(public readonly code: string) {
    try {
      readType(code);
    } catch (error) {
      throw errors.convertType(code, (error as Error).message);
    }
  }
}

/** A list token of a CDK framework, which looks like a list with one text. */
function isListToken(values: any[]): boolean {
  return values.length === 1 && typeof values[0] === 'string' && values[0].startsWith('#{') && looksForeign(values[0]);
}
