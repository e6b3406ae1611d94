import { bothTexts, joinAdjacent } from './adjacent';
import { GoTemplateKind } from './component-schema';
import { problem } from './errors';
import { escapeGoTemplate, escapeGoTemplateExpression, escapeGoTemplateList, escapeGoTemplateMap, escapeGoTemplateValue, escapeQuotedText } from './escaping';
import { describeObject, toNode } from './expression-nodes';
import { FunctionSchema, FUNCTIONS } from './functions';
import { GO_TEMPLATE, goTemplateText } from './go-template';
import { checkCode, checkFunction } from './place-checks';
import { Position } from './position';
import { Resolution } from './resolution';
import { ContentPart, textParts } from './resolved';
import { Asset } from '../assets/asset';
import { runtimePathOf } from '../assets/runtime-path';
import { damagedNumber } from '../references/errors';
import { ExpressionNode, ReferenceBraces } from '../references/expression-node';
import { isForeignNumber, looksForeign } from '../references/foreign-values';
import { interned, isOrdinaryNumber, splitNumbers } from '../references/interned';
import { isOwnResolvable, isResolvable } from '../references/resolvable';

/** An expression as HCL, and what it is made of. */
export interface Written {
  readonly hcl: string;
  readonly parts: ContentPart[];
  /** The text between the quotes, when the expression is literal text. */
  readonly literal?: string;
  /** Its value may contain `{`, with which Go templates begin. */
  readonly braces?: boolean;
}

/** Writes expression trees as HCL. */
export class ExpressionWriter {
  constructor(private readonly resolution: Resolution) {}

  /** The expression for `node` used at `position`. */
  public write(node: ExpressionNode, position: Position, besideTemplate = false): Written {
    switch (node.kind) {
      case 'code': return this.code(node, position);
      case 'literal': return this.literal(node.value, position);
      case 'call': return this.call(node, position);
      case 'list': return this.list(node.items, position, besideTemplate);
      case 'object': return this.object(node.entries, position);
      case 'template': return this.template(node.parts, position, besideTemplate);
      case 'late': return this.late(node.id, position, besideTemplate);
    }
  }

  private code({ code, owner, braces }: Code, position: Position): Written {
    if (!this.resolution.owns(owner)) {
      this.resolution.problem(position.element, problem.otherTemplate(position.option));
    }
    if (owner === undefined) { checkCode(code, position, this.resolution); }
    const { goTemplate } = position.schema;
    if (!braces || goTemplate === 'none' || goTemplate === 'purpose') { return { ...plain(code), braces: braces !== undefined }; }
    if (goTemplate === 'once' && !(braces.in === 'value' && braces.certain)) { return { ...plain(code), hcl: escapeReference(code, braces) }; }
    if (braces.certain) {
      this.resolution.problem(position.element, problem.goTemplateReference(position.option, code));
    } else {
      this.resolution.warning(position.element, problem.literalNotKept(position.option, code));
    }
    return plain(code);
  }

  private literal(value: string | number | boolean | null, position: Position): Written {
    if (typeof value === 'string') { return this.template([value], position, false); }
    if (typeof value === 'number') {
      const foreign = this.recognised(value, position);
      if (foreign) { return foreign; }
      if (isForeignNumber(value)) {
        this.resolution.problem(position.element, problem.foreignToken(position.option));
      } else if (!isOrdinaryNumber(value)) {
        throw damagedNumber(value);
      }
    }
    return plain(String(value));
  }

  /** What a function makes is escaped for Go templates as a whole, since functions shall see the real arguments. */
  private call({ name, arguments: args, expanded }: Call, position: Position): Written {
    if (name === GO_TEMPLATE) { return plain(`"${escapeQuotedText(goTemplateText(args), false)}"`); }
    checkFunction(name, position, this.resolution);
    const schema = FUNCTIONS[name];
    const guarded = position.schema.goTemplate === 'once' && !schema.passes;
    const braceless = position.schema.goTemplate === 'fixpoint' && schema.braces === false;
    const inner: Position = guarded || braceless ? { ...position, schema: { ...position.schema, goTemplate: 'none' } } : position;
    const written = args.map((argument, index) => this.write(argument, inner, schema.besideTemplate && index === 0));
    const call = this.sequence(`${name}(`, written, expanded ? '...)' : ')');
    const braces = schema.braces ?? call.braces;
    return { ...call, braces, hcl: guarded && braces ? escapeResult(call.hcl, schema) : call.hcl };
  }

  private list(items: ExpressionNode[], position: Position, besideTemplate: boolean): Written {
    const [only] = items;
    const foreign = items.length === 1 && only.kind === 'literal' ? this.recognised([only.value], position) : undefined;
    return foreign ?? this.sequence('[', items.map((item) => this.write(item, position, besideTemplate)), ']');
  }

  private object(entries: Array<[ExpressionNode, ExpressionNode]>, position: Position): Written {
    const foreign = this.recognised(literalMap(entries), position);
    if (foreign) { return foreign; }
    const items = entries.map(([key, value]) => {
      const k = this.write(key, position);
      const v = this.write(value, position);
      return { hcl: `${k.literal === undefined ? `(${k.hcl})` : k.hcl} = ${v.hcl}`, parts: [...k.parts, { code: ' = ' }, ...v.parts], braces: k.braces || v.braces };
    });
    const object = this.sequence('{', items, '}');
    // As `packer fmt` leaves it.
    return items.length === 0 ? object : { ...object, hcl: `{ ${object.hcl.slice(1, -1)} }` };
  }

  private template(parts: Array<string | ExpressionNode>, position: Position, besideTemplate: boolean): Written {
    const written = parts.flatMap((part) => (typeof part === 'string' ? this.text(part, position) : [this.write(part, position, besideTemplate)]));
    return quote(written, position.schema.goTemplate);
  }

  /** Literal text, which may hold values of another framework and encoded numbers. */
  private text(text: string, position: Position): Array<string | Written> {
    const foreign = this.resolution.foreign?.split(text);
    if (!foreign && looksForeign(text)) { this.resolution.problem(position.element, problem.foreignToken(position.option)); }
    return (foreign ?? [text]).flatMap((part) => {
      if (typeof part === 'string') {
        return splitNumbers(part).map((piece) => (typeof piece === 'string' ? piece : this.write(piece, position)));
      }
      return 'literal' in part ? [this.write(toNode(part.literal), position)] : [this.lifted(part, position)];
    });
  }

  private late(id: number, position: Position, besideTemplate: boolean): Written {
    const value = interned(id);
    const { goTemplate } = position.schema;
    if (Asset.isAsset(value)) {
      const asset = this.resolution.staged.add(value.localPath, value.exclude, position);
      const path = escapeQuotedText(goTemplate === 'once' ? escapeGoTemplate(asset.path, false) : asset.path, false);
      const hcl = besideTemplate ? `"${path}"` : `"\${path.root}/${path}"`;
      return { hcl, parts: [{ asset }] };
    }
    const runtimePath = runtimePathOf(value);
    if (runtimePath !== undefined) { return this.write(toNode(runtimePath), position); }
    if (typeof value === 'object' && value !== null && isOwnResolvable(value)) {
      return this.write(toNode(value.resolve({ resolution: this.resolution, position })), position, besideTemplate);
    }
    const foreign = this.recognised(value, position);
    if (foreign) { return foreign; }
    const what = value as object;
    this.resolution.problem(position.element, isResolvable(what)
      ? problem.foreignToken(position.option)
      : problem.unsupported(position.option, describeObject(what)));
    return plain('null');
  }

  private recognised(value: unknown, position: Position): Written | undefined {
    const foreign = this.resolution.foreign?.recognise(value);
    if (!foreign) { return undefined; }
    return 'literal' in foreign ? this.write(toNode(foreign.literal), position) : this.lifted(foreign, position);
  }

  private lifted(foreign: Parameters<Resolution['lift']>[0], position: Position): Written {
    return { ...plain(this.resolution.lift(foreign, position, false)), braces: true };
  }

  private sequence(open: string, items: Written[], close: string): Written {
    const parts: ContentPart[] = [{ code: open }];
    items.forEach((item, index) => parts.push(...(index > 0 ? [{ code: ', ' }] : []), ...item.parts));
    parts.push({ code: close });
    return { hcl: open + items.map(({ hcl }) => hcl).join(', ') + close, parts, braces: items.some(({ braces }) => braces) };
  }
}

type Code = Extract<ExpressionNode, { kind: 'code' }>;
type Call = Extract<ExpressionNode, { kind: 'call' }>;

function escapeReference(code: string, braces: ReferenceBraces): string {
  switch (braces.in) {
    case 'text': return escapeGoTemplateExpression(code);
    case 'list': return escapeGoTemplateList(code);
    case 'map': return escapeGoTemplateMap(code);
    case 'value': return escapeGoTemplateValue(code);
  }
}

function escapeResult(hcl: string, { returns }: FunctionSchema): string {
  switch (returns) {
    case 'string': return escapeGoTemplateExpression(hcl);
    case 'list': return escapeGoTemplateList(hcl);
    case 'any': return escapeGoTemplateValue(hcl);
    default: return hcl;
  }
}

function plain(hcl: string): Written {
  return { hcl, parts: [{ code: hcl }] };
}

/** The map that `entries` are, when all of them are literals. */
function literalMap(entries: Array<[ExpressionNode, ExpressionNode]>): unknown {
  const literals = entries.map(([key, value]) => (key.kind === 'literal' && value.kind === 'literal' ? [key.value, value.value] : undefined));
  return literals.length > 0 && literals.every((entry) => entry !== undefined) ? Object.fromEntries(literals) : undefined;
}

/** Text between double quotes; adjacent literals are joined first, since escapes may span them. */
function quote(pieces: Array<string | Written>, goTemplate: GoTemplateKind): Written {
  const joined = joinAdjacent<string | Written>(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.literal ?? piece)), bothTexts);
  const hcl = joined.map((piece, index) => {
    if (typeof piece !== 'string') { return `\${${piece.hcl}}`; }
    const before = index + 1 < joined.length;
    return escapeQuotedText(goTemplate === 'once' ? escapeGoTemplate(piece, before) : piece, before);
  });
  const only = joined.length === 1 && typeof joined[0] === 'string' ? joined[0] : joined.length === 0 ? '' : undefined;
  return {
    hcl: `"${hcl.join('')}"`,
    parts: textParts(joined.map((piece) => (typeof piece === 'string' ? [piece] : piece.parts))),
    literal: only,
    braces: joined.some((piece) => (typeof piece === 'string' ? piece.includes('{') : piece.braces)),
  };
}
