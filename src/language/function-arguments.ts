import { isIP } from 'net';
import * as errors from './errors';
import { FunctionSchema, FUNCTIONS, ParameterSchema, ValueKind } from './functions';
import { ExpressionNode } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { isOrdinaryNumber, splitNumbers } from '../references/interned';

/**
 * Checks the arguments of a function against Packer's own rules. What is known only later is not judged.
 *
 * @param expanded - the last argument is a list, whose elements are the arguments from there on
 * @throws when Packer would refuse them
 */
export function checkArguments(name: string, args: readonly ExpressionNode[], expanded = false): void {
  const schema = FUNCTIONS[name];
  const known = expanded ? args.slice(0, -1) : args;
  const [least, most] = counts(schema);
  if (known.length > most || (!expanded && known.length < least)) { throw errors.argumentCount(name, least, most, known.length); }
  known.forEach((argument, index) => {
    const parameter = schema.parameters[Math.min(index, schema.parameters.length - 1)];
    const kind = kindOf(argument);
    if (kind === undefined) { return; }
    if (!accepts(parameter, kind)) { throw errors.argumentKind(name, parameter.name, wanted(parameter), kind); }
    const wrong = argument.kind === 'literal' ? wrongValue(parameter, argument.value) : undefined;
    if (wrong) { throw errors.argumentValue(name, parameter.name, wrong); }
  });
  if (name === 'slice' && less(known[2], known[1])) { throw errors.argumentValue(name, 'end_index', 'it is less than `start_index`'); }
  if (name === 'range' && literal(known[2]) === 0) { throw errors.argumentValue(name, 'step', 'a step of 0 leads nowhere'); }
}

function counts({ parameters, times: [least, most = Infinity] = [1, 1] }: FunctionSchema): [number, number] {
  const others = parameters.length - 1;
  return parameters.length === 0 ? [0, 0] : [others + least, others + most];
}

/** The kind of value that `node` surely is. */
function kindOf(node: ExpressionNode): ValueKind | 'null' | undefined {
  switch (node.kind) {
    case 'template': return 'string';
    case 'list': return node.items.length === 1 && isForeign(node.items[0]) ? undefined : 'list';
    case 'object': return node.entries.some(([key]) => isForeign(key)) ? undefined : 'map';
    case 'call': {
      const returns = FUNCTIONS[node.name]?.returns;
      return returns === 'any' ? undefined : returns;
    }
    case 'literal': break;
    default: return undefined;
  }
  const { value } = node;
  if (value === null) { return 'null'; }
  if (typeof value === 'boolean') { return 'bool'; }
  if (typeof value === 'number') { return isOrdinaryNumber(value) ? 'number' : undefined; }
  return isForeign(node) || splitNumbers(value).some((part) => typeof part !== 'string') ? undefined : 'string';
}

/** A token of a CDK framework, which may become anything. */
function isForeign(node: ExpressionNode): boolean {
  return node.kind === 'literal' && typeof node.value === 'string' && looksForeign(node.value);
}

/** Packer makes texts of numbers and booleans, and numbers of texts. */
const ACCEPTED: { readonly [kind in ParameterSchema['kind']]?: readonly string[] } = {
  string: ['string', 'number', 'bool'],
  number: ['number', 'string'],
  list: ['list'],
  map: ['map'],
  collection: ['string', 'list', 'map'],
};

function accepts({ kind, nullable }: ParameterSchema, given: ValueKind | 'null'): boolean {
  if (kind === 'expression') { return true; }
  return given === 'null' ? nullable === true : ACCEPTED[kind]?.includes(given) ?? true;
}

function wanted({ kind }: ParameterSchema): string {
  return kind === 'collection' ? 'list, map or string' : kind === 'any' ? 'value' : kind;
}

function wrongValue({ whole, range, format }: ParameterSchema, value: unknown): string | undefined {
  if (typeof value === 'number') {
    const [least = -Infinity, most = Infinity] = range ?? [];
    if (whole && !Number.isInteger(value)) { return `${value} is no whole number`; }
    if (value < least) { return `${value} is less than ${least}`; }
    if (value > most) { return `${value} is more than ${most}`; }
  }
  if (format === 'cidr' && !isCidr(String(value))) { return `${JSON.stringify(value)} is no range of addresses such as 10.0.0.0/16`; }
  if (format === 'namespace' && !isNamespace(String(value))) { return `${JSON.stringify(value)} is none of dns, url, oid and x500, and no UUID`; }
  return undefined;
}

function isCidr(text: string): boolean {
  const [, address, bits] = /^([^/%]*)\/(\d+)$/.exec(text) ?? [];
  return address !== undefined && isIP(address) !== 0 && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
}

/** A UUID may also have no dashes, stand in braces, or begin with `urn:uuid:`. */
function isNamespace(text: string): boolean {
  return ['dns', 'url', 'oid', 'x500'].includes(text) || [32, 36, 38, 45].includes(text.length);
}

function literal(node: ExpressionNode | undefined): unknown {
  return node?.kind === 'literal' ? node.value : undefined;
}

function less(one: ExpressionNode | undefined, other: ExpressionNode | undefined): boolean {
  const [a, b] = [literal(one), literal(other)];
  return typeof a === 'number' && typeof b === 'number' && a < b;
}
