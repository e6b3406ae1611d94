import { problem } from './errors';
import { escapeGoTemplate, escapeTemplateText } from './escaping';
import { ExpressionWriter } from './expression-writer';
import { GO_TEMPLATE } from './go-template';
import { Position } from './position';
import type { Resolution } from './resolution';
import { ContentPart, Leaf, Resolved } from './resolved';
import { StagedAsset } from './staged-asset';
import { Asset } from '../assets/asset';
import { RuntimePath } from '../assets/runtime-path';
import { ExpressionNode } from '../references/expression-node';
import { looksForeign } from '../references/foreign-values';
import { interned, splitNumbers } from '../references/interned';
import { hasMark, splitMarks } from '../references/mark';
import { isOwnResolvable } from '../references/resolvable';

/** A piece of a text: literal, text that escapes leave alone, or an expression. */
type Piece =
  | { readonly text: string }
  | { readonly goTemplate: string }
  | { readonly hcl: string; readonly parts: readonly ContentPart[] }
  | { readonly asset: StagedAsset };

/** Nothing in a text without these needs escaping, resolving or a second look. */
const PLAIN = /^[^{\uFDD0-\uFDEF]*$/;

/** Writes strings: literal text escaped, references as interpolations. */
export class TextWriter {
  constructor(private readonly resolution: Resolution, private readonly expressions: ExpressionWriter) {}

  /** A string option, or a key of a map. */
  public string(text: string, position: Position): Resolved | undefined {
    if (PLAIN.test(text) && !text.includes('e+') && !position.stages && !this.isOutput(position)) { return text; }
    if (hasMark(text)) {
      const parts = splitMarks(text);
      const [only] = parts;
      if (parts.length === 1 && typeof only !== 'string') { return this.node(only.node, position); }
    }
    return this.write(this.pieces(text, position), position);
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
    return splitMarks(text).flatMap((part) => (typeof part === 'string'
      ? this.literalPieces(part, position)
      : this.nodePieces(part.node, position)));
  }

  private literalPieces(text: string, position: Position): Piece[] {
    const foreign = this.resolution.foreign?.split(text);
    if (!foreign && looksForeign(text)) {
      this.resolution.problem(position.element, problem.foreignToken(position.option));
    }
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
    if (node.kind === 'call' && node.name === GO_TEMPLATE) {
      return [{ goTemplate: String((node.arguments[0] as { value: string }).value) }];
    }
    if (node.kind === 'late') {
      const value = interned(node.id);
      if (Asset.isAsset(value)) {
        const asset = this.resolution.staged.add(value.localPath, value.exclude, position);
        return [{ asset }];
      }
      if (RuntimePath.isRuntimePath(value)) { return [{ text: value.path }]; }
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
    if (literal !== undefined && position.stages && literal !== '') { return this.stage(literal, position); }
    const { goTemplate } = position.schema;
    const json = joined.map((piece, index) => {
      if ('goTemplate' in piece) { return escapeTemplateText(piece.goTemplate, isReference(joined[index + 1])); }
      if ('hcl' in piece) { return `\${${piece.hcl}}`; }
      if ('asset' in piece) { return piece.asset.reference(goTemplate); }
      const before = isReference(joined[index + 1]);
      if (goTemplate === 'fixpoint' && piece.text.includes('{{')) {
        this.resolution.problem(position.element, problem.goTemplateLiteral(position.option));
      }
      const text = goTemplate === 'once' ? escapeGoTemplate(piece.text, before) : piece.text;
      return escapeTemplateText(text, before);
    }).join('');
    const parts = joined.flatMap((piece): ContentPart[] => {
      if ('text' in piece) { return [piece.text]; }
      if ('goTemplate' in piece) { return [piece.goTemplate]; }
      return 'asset' in piece ? [{ asset: piece.asset }] : [...piece.parts];
    });
    if (this.isOutput(position) && isRelative(joined[0])) {
      return new Leaf(`\${var.work_dir}/${json}`, parts);
    }
    return literal !== undefined && json === literal ? literal : new Leaf(json, parts.length === 0 ? [''] : parts);
  }

  private isOutput(position: Position): boolean {
    return this.resolution.workDirectory && position.schema.role === 'output path';
  }

  private stage(localPath: string, position: Position): Leaf {
    const asset = this.resolution.staged.add(localPath, [], position);
    // A trailing slash on a folder has a meaning to Packer.
    const slash = localPath.endsWith('/') ? '/' : '';
    return new Leaf(asset.reference(position.schema.goTemplate) + slash, [{ asset }, ...(slash ? [slash] : [])]);
  }

  private warnOfReferences(pieces: Piece[], position: Position): void {
    for (const piece of pieces) {
      const found = 'text' in piece ? REFERENCE.exec(piece.text)?.[0] : undefined;
      if (found) { this.resolution.warning(position.element, problem.looksLikeReference(position.option, found)); }
    }
  }
}

/** References of Packer, and addresses of Terraform resources. */
const REFERENCE = /\$\{(?:var|local|source|build|data|path)\.|\$\{(?:module\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*\.\w/;

function isReference(piece: Piece | undefined): boolean {
  return piece !== undefined && ('hcl' in piece || 'asset' in piece);
}

function isRelative(first: Piece | undefined): boolean {
  return first !== undefined && 'text' in first && !/^(?:[/\\~]|[A-Za-z]:[/\\])/.test(first.text);
}

function joinLiterals(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if ('text' in piece && last && 'text' in last) {
      joined[joined.length - 1] = { text: last.text + piece.text };
    } else if (!('text' in piece) || piece.text !== '') {
      joined.push(piece);
    }
  }
  return joined;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) { return ''; }
  if (typeof value === 'object') { throw new Error('a list or map stands inside a longer text. Use PackerFn.jsonencode or PackerFn.join.'); }
  return String(value);
}
