import { Construct, IConstruct } from 'constructs';
import { problem } from './errors';
import { describeObject, isPlainObject } from './expression-nodes';
import { ExpressionWriter } from './expression-writer';
import { LiftedVariables } from './lifted-variables';
import { itemPosition, Position } from './position';
import { Leaf, Resolved, ResolvedMap } from './resolved';
import { StagedAssets } from './staged-assets';
import { TextWriter } from './text-writer';
import { Asset } from '../assets/asset';
import { RuntimePath } from '../assets/runtime-path';
import { byCodePoint } from '../references/code-point';
import { damagedNumber } from '../references/errors';
import { ArtifactUse, ForeignExpression, ForeignValue, ForeignValues, isForeignNumber } from '../references/foreign-values';
import { decodeNumber, interned, isOrdinaryNumber } from '../references/interned';
import { encodeMark, hasMark, splitMarks } from '../references/mark';
import { isOwnResolvable, isResolvable } from '../references/resolvable';

/** Something wrong, or worth a warning, and where. */
export interface Problem {
  readonly construct: IConstruct;
  readonly message: string;
}

/** What a producer of late values is told. */
export interface ResolveContext {
  readonly resolution: Resolution;
  readonly position: Position;
}

/**
 * One rendering of a template: turns what users wrote into values that can be written, and gathers what is met on the
 * way. Collects problems instead of throwing, so that all of them can be reported together.
 */
export class Resolution {
  public readonly problems: Problem[] = [];
  public readonly warnings: Problem[] = [];
  public readonly lifted: LiftedVariables;
  public readonly staged: StagedAssets;
  private readonly texts: TextWriter;

  constructor(
    /** The template that is rendered. */
    public readonly template: Construct,
    public readonly foreign: ForeignValues | undefined,
    /** Names of variables that the template declares. */
    reserved: Iterable<string>,
    /** Relative output paths lie below the variable `work_dir`. */
    public readonly workDirectory: boolean,
  ) {
    this.lifted = new LiftedVariables(template, reserved);
    this.staged = new StagedAssets(template);
    this.texts = new TextWriter(this, new ExpressionWriter(this));
  }

  /** Notes a problem at a construct. */
  public problem(construct: IConstruct, message: string): void {
    this.problems.push({ construct, message });
  }

  /** Notes a warning at a construct. */
  public warning(construct: IConstruct, message: string): void {
    this.warnings.push({ construct, message });
  }

  /** The value as it can be written; `undefined` when there is none. A problem gives an empty string. */
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
    if (RuntimePath.isRuntimePath(value)) { return this.texts.string(value.path, { ...position, stages: false }); }
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
    if (isPlainObject(value)) { return this.map(value, position); }
    this.problem(position.element, problem.unsupported(position.option, describeObject(value)));
    return undefined;
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
  public foreignValue(foreign: ForeignValue, position: Position): Resolved | undefined {
    if ('literal' in foreign) { return this.resolve(foreign.literal, position); }
    const code = this.lift(foreign, position, false);
    return new Leaf(`\${${code}}`, [{ code }]);
  }

  /** Hands a value of another framework over through a variable. */
  public lift(foreign: ForeignExpression, position: Position, inText: boolean): string {
    return this.lifted.add(foreign, position, inText);
  }

  /** A part of another image's artifact, which the runner hands over through a variable. */
  public artifact(artifact: ArtifactUse, part: string, position: Position): string {
    return encodeMark({ node: { kind: 'code', code: this.lifted.addArtifact(artifact, part, position) } });
  }

  /** Code of an element of this template. */
  public owns(owner: number | undefined): boolean {
    return owner === undefined || interned(owner) === this.template;
  }
}

function keyText(key: string | Leaf): string {
  return key instanceof Leaf ? String(key.json) : key;
}

function wholeListReference(list: unknown[]): ReturnType<typeof decodeNumber> {
  const [first] = list;
  if (list.length !== 1 || typeof first !== 'string' || !hasMark(first)) { return undefined; }
  const parts = splitMarks(first);
  const [only] = parts;
  return parts.length === 1 && typeof only !== 'string' && only.list ? only.node : undefined;
}
