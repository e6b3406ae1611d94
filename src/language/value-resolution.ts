import { Construct } from 'constructs';
import { resolveTable } from './component-options';
import { BlockSchema, namedAsInHcl } from './component-schema';
import { DynamicBlocks, isDynamic } from './dynamic';
import { kindOf } from './element-kind';
import { containsItself, problem } from './errors';
import { describeObject, isPlainObject } from './expression-nodes';
import { ExpressionWriter } from './expression-writer';
import { genericOption, itemPosition, Position } from './position';
import { ResolveContext, Resolution } from './resolution';
import { BROKEN, Leaf, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap } from './resolved';
import { segmentsJson } from './segments';
import { TemplateSettings } from './template-settings';
import { TextWriter } from './text-writer';
import { Asset } from '../assets/asset';
import { byCodePoint } from '../references/code-point';
import { damagedNumber } from '../references/errors';
import { ForeignValue, ForeignValues, isForeignNumber } from '../references/foreign-values';
import { decodeNumber, isOrdinaryNumber } from '../references/interned';
import { hasMark, splitMarks } from '../references/mark';
import { isOwnResolvable, isResolvable } from '../references/resolvable';

/** Turns what users wrote, of whatever kind, into values that can be written. */
export class ValueResolution extends Resolution {
  private readonly texts: TextWriter;
  /** What the value that is being resolved stands in. */
  private readonly above = new Set<object>();

  constructor(template: Construct, foreign: ForeignValues | undefined, reserved: Iterable<string>, settings: TemplateSettings) {
    super(template, foreign, reserved, settings);
    this.texts = new TextWriter(this, new ExpressionWriter(this));
  }

  public value(value: unknown, position: Position): Resolved | undefined {
    try {
      return this.resolve(value, position);
    } catch (error) {
      // The stack ends where a late value gives itself.
      const { message } = /call stack/.test((error as Error).message) ? containsItself() : error as Error;
      return this.broken(position, problem.invalid(position.option, message));
    }
  }

  private broken({ element }: Position, message: string): Resolved {
    this.problem(element, message);
    return BROKEN;
  }

  private resolve(value: unknown, position: Position): Resolved | undefined {
    switch (typeof value) {
      case 'undefined': return undefined;
      case 'boolean': return value;
      case 'string': return this.texts.string(value, position);
      case 'number': return this.number(value, position);
      case 'object': break;
      default: return this.broken(position, problem.unsupported(position.option, `a ${typeof value}`));
    }
    if (value === null) { return null; }
    if (value instanceof Leaf) { return value; }
    if (this.above.has(value!)) { throw containsItself(); }
    this.above.add(value!);
    try {
      return Array.isArray(value) ? this.list(value, position) : this.object(value!, position);
    } finally {
      this.above.delete(value!);
    }
  }

  private number(value: number, position: Position): Resolved | undefined {
    const node = decodeNumber(value);
    if (node) { return this.texts.node(node, position); }
    const foreign = this.foreign?.recognise(value);
    if (foreign) { return this.foreignValue(foreign, position); }
    if (isForeignNumber(value)) { return this.broken(position, problem.foreignToken(position.option)); }
    if (!Number.isFinite(value)) { return this.broken(position, problem.unsupported(position.option, String(value))); }
    if (!isOrdinaryNumber(value)) { throw damagedNumber(value); }
    return value;
  }

  private list(list: unknown[], position: Position): Resolved | undefined {
    const whole = wholeListReference(list);
    if (whole) { return this.texts.node(whole, position); }
    const foreign = this.foreign?.recognise(list);
    if (foreign) { return this.foreignValue(foreign, position); }
    const items: Resolved[] = [];
    list.forEach((item, index) => {
      if (typeof item === 'string' && this.texts.isPlain(item, position)) {
        items.push(item);
        return;
      }
      const resolved = this.value(item, itemPosition(position, index));
      if (resolved !== undefined) { items.push(resolved); }
    });
    return items;
  }

  private object(value: object, position: Position): Resolved | undefined {
    if (Asset.isAsset(value)) { return this.texts.string(value.path, position); }
    if (isDynamic(value)) { return this.dynamic(value, position); }
    if (isOwnResolvable(value)) {
      const context: ResolveContext = { resolution: this, position };
      return this.resolve(value.resolve(context), position);
    }
    const foreign = this.foreign?.recognise(value);
    if (foreign) { return this.foreignValue(foreign, position); }
    if (isResolvable(value)) { return this.broken(position, problem.foreignToken(position.option)); }
    if (isPlainObject(value)) { return position.schema.block ? this.block(value, position.schema.block, position) : this.map(value, position); }
    return this.broken(position, problem.unsupported(position.option, describeObject(value)));
  }

  private block(value: object, schema: BlockSchema, position: Position): ResolvedBlock {
    return new ResolvedBlock(resolveTable(position.element, schema, namedAsInHcl(value, schema), this, { within: position, stages: true }));
  }

  /** Options of blocks without a table keep their names. */
  private dynamic({ forEach, iterator, content }: DynamicBlocks, position: Position): Resolved | undefined {
    if (!allowsDynamic(position)) { return this.broken(position, problem.dynamicElsewhere(position.option)); }
    const schema = position.schema.block;
    const over = this.value(forEach, { ...position, schema: genericOption('for_each', 'none'), option: `${position.option}.for_each` });
    const given = schema ? namedAsInHcl(content, schema) : content;
    const options = resolveTable(position.element, schema, given, this, { within: itemPosition(position, 'content'), stages: true });
    return new ResolvedDynamic(over ?? [], iterator, new ResolvedBlock(options));
  }

  private map(map: { [key: string]: unknown }, position: Position): Resolved {
    const entries: Array<readonly [string | Leaf, Resolved]> = [];
    for (const key of Object.keys(map).sort(byCodePoint)) {
      const item = this.value(map[key], itemPosition(position, key));
      if (item === undefined) { continue; }
      const name = this.texts.string(key, position);
      if (typeof name === 'string' || name instanceof Leaf) { entries.push([name, item]); }
    }
    // By what is written: a reference in a key is spelled differently in every run of a program.
    return new ResolvedMap(entries.sort(([a], [b]) => byCodePoint(keyText(a), keyText(b))));
  }

  /** What a value of another framework becomes when it stands alone. */
  private foreignValue(foreign: ForeignValue, position: Position): Resolved | undefined {
    if ('literal' in foreign) { return this.resolve(foreign.literal, position); }
    const code = this.lift(foreign, position, false);
    return new Leaf([{ hcl: code }], [{ code }]);
  }
}

/** Packer repeats blocks of steps and sources, and has no word for repeating an argument. */
function allowsDynamic({ schema, element }: Position): boolean {
  return kindOf(element) !== 'data' && (schema.block !== undefined || schema.untyped === true);
}

function keyText(key: string | Leaf): string {
  return key instanceof Leaf ? segmentsJson(key.segments) : key;
}

function wholeListReference(list: unknown[]): ReturnType<typeof decodeNumber> {
  const [first] = list;
  if (list.length !== 1 || typeof first !== 'string' || !hasMark(first)) { return undefined; }
  const parts = splitMarks(first);
  const [only] = parts;
  return parts.length === 1 && typeof only !== 'string' && only.list ? only.node : undefined;
}
