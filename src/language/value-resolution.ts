import { Construct } from 'constructs';
import { resolveTable } from './component-options';
import { BlockSchema, namedAsInHcl } from './component-schema';
import { DynamicBlocks, isDynamic } from './dynamic';
import { kindOf } from './element-kind';
import { problem } from './errors';
import { describeObject, isPlainObject } from './expression-nodes';
import { ExpressionWriter } from './expression-writer';
import { genericOption, itemPosition, Position } from './position';
import { ResolveContext, Resolution } from './resolution';
import { Leaf, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap } from './resolved';
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

  constructor(template: Construct, foreign: ForeignValues | undefined, reserved: Iterable<string>, settings: TemplateSettings) {
    super(template, foreign, reserved, settings);
    this.texts = new TextWriter(this, new ExpressionWriter(this));
  }

  public value(value: unknown, position: Position): Resolved | undefined {
    try {
      return this.resolve(value, position);
    } catch (error) {
      this.problem(position.element, problem.invalid(position.option, (error as Error).message));
      return '';
    }
  }

  private resolve(value: unknown, position: Position): Resolved | undefined {
    switch (typeof value) {
      case 'undefined': return undefined;
      case 'boolean': return value;
      case 'string': return this.texts.string(value, position);
      case 'number': return this.number(value, position);
      case 'object': break;
      default:
        this.problem(position.element, problem.unsupported(position.option, `a ${typeof value}`));
        return undefined;
    }
    if (value === null) { return null; }
    if (value instanceof Leaf) { return value; }
    if (Array.isArray(value)) { return this.list(value, position); }
    return this.object(value as object, position);
  }

  private number(value: number, position: Position): Resolved | undefined {
    const node = decodeNumber(value);
    if (node) { return this.texts.node(node, position); }
    const foreign = this.foreign?.recognise(value);
    if (foreign) { return this.foreignValue(foreign, position); }
    if (isForeignNumber(value)) {
      this.problem(position.element, problem.foreignToken(position.option));
      return undefined;
    }
    if (!Number.isFinite(value)) {
      this.problem(position.element, problem.unsupported(position.option, String(value)));
      return undefined;
    }
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
    if (isResolvable(value)) {
      this.problem(position.element, problem.foreignToken(position.option));
      return undefined;
    }
    if (isPlainObject(value)) { return position.schema.block ? this.block(value, position.schema.block, position) : this.map(value, position); }
    this.problem(position.element, problem.unsupported(position.option, describeObject(value)));
    return undefined;
  }

  private block(value: object, schema: BlockSchema, position: Position): ResolvedBlock {
    return new ResolvedBlock(resolveTable(position.element, schema, namedAsInHcl(value, schema), this, { within: position, stages: true }));
  }

  /** Options of blocks without a table keep their names. */
  private dynamic({ forEach, iterator, content }: DynamicBlocks, position: Position): Resolved | undefined {
    if (!allowsDynamic(position)) {
      this.problem(position.element, problem.dynamicElsewhere(position.option));
      return undefined;
    }
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
