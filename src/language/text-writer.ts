import { joinAdjacent } from './adjacent';
import { foreignToken, problem } from './errors';
import { escapeGoTemplate } from './escaping';
import { ExpressionWriter } from './expression-writer';
import { GO_TEMPLATE, goTemplateText } from './go-template';
import { warnOfLookAlike } from './look-alike';
import { Position } from './position';
import { Resolution } from './resolution';
import { BROKEN, ContentPart, Leaf, Resolved, textParts } from './resolved';
import { Segment, segmentsJson } from './segments';
import { StagedAsset } from './staged-asset';
import { WORK_DIRECTORY } from './template-settings';
import { Asset } from '../assets/asset';
import { runtimePathOf } from '../assets/runtime-path';
import { listReferenceAmongOthers } from '../references/errors';
import { ExpressionNode } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { interned, mayHaveNumbers, splitNumbers } from '../references/interned';
import { hasMark, Reference, splitMarks } from '../references/mark';
import { isOwnResolvable } from '../references/resolvable';

/** A piece of a text: literal, text that escapes leave alone, or an expression. */
type Piece =
  | { readonly text: string; readonly runtime?: boolean }
  | { readonly goTemplate: string }
  | { readonly hcl: string; readonly parts: readonly ContentPart[] }
  | { readonly asset: StagedAsset };

/** Nothing in a text of these alone needs escaping, resolving or a second look. */
const PLAIN_ASCII = /^[\0-z|}~]*$/;
const PLAIN = /^(?!\uFEFF)[^{\uFDD0-\uFDEF]*$/;
const HALF_PAIR = /[\uD800-\uDFFF]/u;

/** Writes strings: literal text escaped, references as interpolations. */
export class TextWriter {
  constructor(private readonly resolution: Resolution, private readonly expressions: ExpressionWriter) {}

  /** A string option, or a key of a map. */
  public string(text: string, position: Position): Resolved | undefined {
    if (position.schema.evaluation) { return this.literal(text, position); }
    if (this.isPlain(text, position)) { return text; }
    this.warnOfNormalization(text, position);
    if (this.isPlain(text, position, PLAIN)) { return text; }
    const parts = splitMarks(text);
    const [only] = parts;
    if (parts.some((part) => typeof part !== 'string' && part.list)) { throw listReferenceAmongOthers(); }
    if (parts.length === 1 && typeof only !== 'string') { return this.node(only.node, position); }
    return this.write(this.piecesOf(parts, position), position);
  }

  /** Where Packer evaluates nothing, a reference would arrive as a placeholder, and nothing needs an escape. */
  private literal(text: string, position: Position): Resolved {
    if (!hasMark(text) && !looksForeign(text) && !mayHaveNumbers(text)) { return text; }
    this.resolution.problem(position.element, problem.literalOnly(position.option));
    return BROKEN;
  }

  /** Whether a text is written as it is. */
  public isPlain(text: string, position: Position, plain = PLAIN_ASCII): boolean {
    return !position.stages && plain.test(text) && !mayHaveNumbers(text) && !this.isOutput(position);
  }

  /** A reference that stands alone, and so keeps the type of what it stands for. */
  public node(node: ExpressionNode, position: Position): Resolved | undefined {
    if (node.kind === 'late') {
      const value = interned(node.id);
      if (typeof value === 'object' && value !== null && isOwnResolvable(value)) {
        return this.resolution.value(value.resolve({ resolution: this.resolution, position }), position);
      }
    }
    return this.write(this.nodePieces(node, position), position);
  }

  private pieces(text: string, position: Position): Piece[] {
    return this.piecesOf(splitMarks(text), position);
  }

  private piecesOf(parts: ReadonlyArray<string | Reference>, position: Position): Piece[] {
    return parts.flatMap((part) => (typeof part === 'string'
      ? this.literalPieces(part, position)
      : this.nodePieces(part.node, position)));
  }

  private literalPieces(text: string, position: Position): Piece[] {
    const foreign = this.resolution.foreign?.split(text);
    if (!foreign && looksForeign(text)) { throw foreignToken(); }
    if (!foreign && !mayHaveNumbers(text)) { return [{ text }]; }
    return (foreign ?? [text]).flatMap((part): Piece[] => {
      if (typeof part === 'string') {
        return splitNumbers(part).flatMap((piece) => (typeof piece === 'string' ? [{ text: piece }] : this.nodePieces(piece, position)));
      }
      if ('literal' in part) { return this.pieces(asText(part.literal), position); }
      const code = this.resolution.lift(part, position, true);
      return [{ hcl: code, parts: [{ code }] }];
    });
  }

  private nodePieces(node: ExpressionNode, position: Position): Piece[] {
    if (node.kind === 'call' && node.name === GO_TEMPLATE) { return [{ goTemplate: goTemplateText(node.arguments) }]; }
    if (node.kind === 'late') {
      const value = interned(node.id);
      if (Asset.isAsset(value)) {
        const asset = this.resolution.staged.add(value.localPath, value.exclude, position);
        return [{ asset }];
      }
      const runtimePath = runtimePathOf(value);
      if (runtimePath !== undefined) { return [{ text: '', runtime: true }, ...this.pieces(runtimePath, position)]; }
      if (typeof value === 'object' && value !== null && isOwnResolvable(value)) {
        return this.pieces(asText(value.resolve({ resolution: this.resolution, position })), position);
      }
    }
    return [this.expressions.write(node, position)];
  }

  private write(pieces: Piece[], position: Position): Resolved {
    const joined = joinLiterals(pieces);
    const literal = joined.length === 0 ? '' : joined.length === 1 && 'text' in joined[0] ? joined[0].text : undefined;
    this.warnOfReferences(joined, position);
    if (literal && position.stages && !pieces.some(isRuntime)) { return this.stage(literal, position); }
    if (position.schema.goTemplate === 'fixpoint') { this.refuseGoTemplates(joined, position); }
    const segments = this.segments(joined, position);
    const parts = textParts(joined.map((piece): readonly ContentPart[] => {
      if ('text' in piece) { return [piece.text]; }
      // Where a literal is escaped, the same text as a template is something else.
      if ('goTemplate' in piece) { return [position.schema.goTemplate === 'once' ? { code: piece.goTemplate } : piece.goTemplate]; }
      return 'asset' in piece ? [{ asset: piece.asset }] : piece.parts;
    }));
    if (this.isOutput(position) && isRelative(joined[0])) {
      return new Leaf([{ hcl: `var.${WORK_DIRECTORY}` }, '/', ...segments], parts);
    }
    return literal !== undefined && segmentsJson(segments) === literal ? literal : new Leaf(segments, parts);
  }

  private segments(pieces: Piece[], { schema: { goTemplate } }: Position): Segment[] {
    return pieces.flatMap((piece, index): Segment[] => {
      if ('text' in piece) { return [goTemplate === 'once' ? escapeGoTemplate(piece.text, index + 1 < pieces.length) : piece.text]; }
      if ('goTemplate' in piece) { return [piece.goTemplate]; }
      return 'asset' in piece ? piece.asset.reference(goTemplate) : [{ hcl: piece.hcl }];
    });
  }

  private refuseGoTemplates(pieces: Piece[], position: Position): void {
    const refused = pieces.some((piece, index) => {
      if ('goTemplate' in piece) { return false; }
      if ('asset' in piece) { return piece.asset.path.includes('{{'); }
      if ('hcl' in piece) { return piece.parts.some((part) => typeof part === 'string' && part.includes('{{')); }
      return piece.text.includes('{{') || (piece.text.endsWith('{') && index + 1 < pieces.length && 'goTemplate' in pieces[index + 1]);
    });
    if (refused) { this.resolution.problem(position.element, problem.goTemplateLiteral(position.option)); }
  }

  private isOutput(position: Position): boolean {
    return this.resolution.workDirectory && position.schema.role === 'output path';
  }

  private stage(localPath: string, position: Position): Leaf {
    const asset = this.resolution.staged.add(localPath, [], position);
    if (position.schema.goTemplate === 'fixpoint') { this.refuseGoTemplates([{ asset }], position); }
    // A trailing slash on a folder has a meaning to Packer.
    const slash = localPath.endsWith('/') ? '/' : '';
    return new Leaf([...asset.reference(position.schema.goTemplate), slash], [{ asset }, ...(slash ? [slash] : [])]);
  }

  /** Packer normalizes what it reads. */
  private warnOfNormalization(text: string, position: Position): void {
    if (text !== text.normalize('NFC') || HALF_PAIR.test(text)) { this.resolution.warning(position.element, problem.notNormalized(position.option)); }
  }

  private warnOfReferences(pieces: Piece[], position: Position): void {
    for (const piece of pieces) {
      if ('text' in piece) { warnOfLookAlike(piece.text, position, this.resolution); }
    }
  }
}

function isRuntime(piece: Piece): boolean {
  return 'runtime' in piece && piece.runtime === true;
}

/** Whether an output path is relative. What most references stand for is not known; names of sources are no paths. */
function isRelative(first: Piece | undefined): boolean {
  if (first === undefined) { return false; }
  if ('text' in first) { return !/^(?:[/\\~]|[A-Za-z]:[/\\])/.test(first.text); }
  return 'goTemplate' in first || ('hcl' in first && /^source\.(?:name|type)$/.test(first.hcl));
}

function joinLiterals(pieces: Piece[]): Piece[] {
  const filled = pieces.filter((piece) => !('text' in piece) || piece.text !== '');
  return joinAdjacent<Piece>(filled, (last, next) => ('text' in last && 'text' in next ? { text: last.text + next.text } : undefined));
}

function asText(value: unknown): string {
  if (value === undefined || value === null) { return ''; }
  if (typeof value === 'object') { throw new Error('a list or map stands inside a longer text. Use PackerFn.jsonencode or PackerFn.join.'); }
  return String(value);
}
