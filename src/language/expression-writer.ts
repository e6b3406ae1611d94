import { problem } from './errors';
import { escapeQuotedText } from './escaping';
import { toNode } from './expression-nodes';
import { Position } from './position';
import type { Resolution } from './resolution';
import { ContentPart } from './resolved';
import { Asset } from '../assets/asset';
import { RuntimePath } from '../assets/runtime-path';
import { ExpressionNode } from '../references/expression-node';
import { isForeignNumber, looksForeign } from '../references/foreign-values';
import { interned, splitNumbers } from '../references/interned';
import { isOwnResolvable, isResolvable } from '../references/resolvable';

/** An expression as HCL, and what it is made of. */
export interface Written {
  readonly hcl: string;
  readonly parts: ContentPart[];
  /** The text between the quotes, when the expression is literal text. */
  readonly literal?: string;
}

/** Functions that read files relative to the template's directory, not to the working directory. */
const FILE_FUNCTIONS: ReadonlySet<string> = new Set(['file', 'fileexists', 'fileset', 'templatefile']);

/** Writes expression trees as HCL. */
export class ExpressionWriter {
  constructor(private readonly resolution: Resolution) {}

  /** The expression for `node` used at `position`. */
  public write(node: ExpressionNode, position: Position, besideTemplate = false): Written {
    switch (node.kind) {
      case 'code': return this.code(node.code, node.owner, position);
      case 'literal': return this.literal(node.value, position);
      case 'call': return this.call(node.name, node.arguments, position);
      case 'list': return this.sequence('[', node.items.map((item) => this.write(item, position, besideTemplate)), ']');
      case 'object': return this.object(node.entries, position);
      case 'template': return this.template(node.parts, position, besideTemplate);
      case 'late': return this.late(node.id, position, besideTemplate);
    }
  }

  private code(code: string, owner: number | undefined, position: Position): Written {
    if (!this.resolution.owns(owner)) {
      this.resolution.problem(position.element, problem.otherTemplate(position.option));
    }
    return { hcl: code, parts: [{ code }] };
  }

  private literal(value: string | number | boolean | null, position: Position): Written {
    if (typeof value === 'string') { return this.template([value], position, false); }
    if (typeof value === 'number') {
      const foreign = this.resolution.foreign?.recognise(value);
      if (foreign) { return 'literal' in foreign ? this.write(toNode(foreign.literal), position) : this.lifted(foreign, position); }
      if (isForeignNumber(value)) { this.resolution.problem(position.element, problem.foreignToken(position.option)); }
    }
    return plain(String(value));
  }

  private call(name: string, args: ExpressionNode[], position: Position): Written {
    const beside = FILE_FUNCTIONS.has(name);
    return this.sequence(`${name}(`, args.map((argument, index) => this.write(argument, position, beside && index === 0)), ')');
  }

  private object(entries: Array<[ExpressionNode, ExpressionNode]>, position: Position): Written {
    const items = entries.map(([key, value]) => {
      const k = this.write(key, position);
      const v = this.write(value, position);
      return { hcl: `${k.literal === undefined ? `(${k.hcl})` : k.hcl} = ${v.hcl}`, parts: [...k.parts, { code: ' = ' }, ...v.parts] };
    });
    return this.sequence('{', items, '}');
  }

  private template(parts: Array<string | ExpressionNode>, position: Position, besideTemplate: boolean): Written {
    const written = parts.flatMap((part) => (typeof part === 'string' ? this.text(part, position) : [this.write(part, position, besideTemplate)]));
    return quote(written);
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
    if (Asset.isAsset(value)) {
      const asset = this.resolution.staged.add(value.localPath, value.exclude, position);
      const path = escapeQuotedText(asset.path, false);
      const hcl = besideTemplate ? `"${path}"` : `"\${path.root}/${path}"`;
      return { hcl, parts: [{ asset }] };
    }
    if (RuntimePath.isRuntimePath(value)) { return quote([value.path]); }
    if (typeof value === 'object' && value !== null && isOwnResolvable(value)) {
      return this.write(toNode(value.resolve({ resolution: this.resolution, position })), position, besideTemplate);
    }
    const foreign = this.resolution.foreign?.recognise(value);
    if (foreign) { return 'literal' in foreign ? this.write(toNode(foreign.literal), position) : this.lifted(foreign, position); }
    if (typeof value === 'object' && value !== null && isResolvable(value)) {
      this.resolution.problem(position.element, problem.foreignToken(position.option));
    }
    return plain('null');
  }

  private lifted(foreign: Parameters<Resolution['lift']>[0], position: Position): Written {
    return plain(this.resolution.lift(foreign, position, false));
  }

  private sequence(open: string, items: Written[], close: string): Written {
    const parts: ContentPart[] = [{ code: open }];
    items.forEach((item, index) => parts.push(...(index > 0 ? [{ code: ', ' }] : []), ...item.parts));
    parts.push({ code: close });
    return { hcl: open + items.map(({ hcl }) => hcl).join(', ') + close, parts };
  }
}

function plain(hcl: string): Written {
  return { hcl, parts: [{ code: hcl }] };
}

/** Text between double quotes; adjacent literals are joined first, since escapes may span them. */
function quote(pieces: Array<string | Written>): Written {
  const joined: Array<string | Written> = [];
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : piece.literal;
    const last = joined[joined.length - 1];
    if (text === undefined) {
      joined.push(piece);
    } else if (typeof last === 'string') {
      joined[joined.length - 1] = last + text;
    } else {
      joined.push(text);
    }
  }
  const hcl = joined.map((piece, index) => (typeof piece === 'string'
    ? escapeQuotedText(piece, index + 1 < joined.length)
    : `\${${piece.hcl}}`));
  const only = joined.length === 1 && typeof joined[0] === 'string' ? joined[0] : joined.length === 0 ? '' : undefined;
  return {
    hcl: `"${hcl.join('')}"`,
    parts: joined.flatMap((piece) => (typeof piece === 'string' ? [piece] : piece.parts)),
    literal: only,
  };
}
