import { canonicalJson } from './canonical';
import { digestOfText } from '../assets/content-digest';
import { ResolvedOption } from '../language/component-options';
import { Role } from '../language/component-schema';
import { RenderedTemplate } from '../language/rendering';
import { ContentPart, Leaf, LiftedVariable, Resolved, ResolvedMap } from '../language/resolved';
import { StagedAsset } from '../language/staged-asset';

/** A difference in the content of an image has a name: a tree of names with digests as its leaves. */
export type DigestTree = string | { readonly [name: string]: DigestTree };

/** Roles whose options make the content of an image. */
const CONTENT_ROLES: ReadonlySet<Role> = new Set<Role>(['content', 'input path', 'parent image', 'distribution']);

/** Of a leaf; the digest of a whole target has all 64 digits. */
const LEAF_DIGITS = 32;

/** A reference to a variable, local value or data source in HCL code. */
const REFERENCE = /\b(?:var\.[A-Za-z_][\w-]*|local\.[A-Za-z_][\w-]*|data\.[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)/g;

/** The digest of a small value. */
export function leafDigest(content: unknown): string {
  return digestOfText(canonicalJson(content)).slice(0, LEAF_DIGITS);
}

/**
 * Reads the content of a rendered template: what would change in the image. Names of variables, local values and staged files are
 * replaced with what they stand for.
 */
export class Content {
  /** Local files and folders that could not be read, and why. */
  public readonly failures: Array<{ readonly asset: StagedAsset; readonly error: Error }> = [];
  private readonly reached = new Map<string, unknown>();
  private readonly lifted: Map<string, LiftedVariable>;

  constructor(private readonly rendered: RenderedTemplate, private readonly parentContent: (variable: LiftedVariable) => unknown) {
    this.lifted = new Map(rendered.lifted.map((variable) => [variable.name, variable]));
  }

  /** One digest for each option that is content; local files and folders with one for each file. */
  public options(options: readonly ResolvedOption[]): { [name: string]: DigestTree } {
    const tree: { [name: string]: DigestTree } = {};
    for (const { schema, value } of options) {
      if (!CONTENT_ROLES.has(schema.role)) { continue; }
      const content = this.value(value);
      const isSet = schema.role === 'distribution' && Array.isArray(content);
      tree[schema.name] = this.assetTree(value) ?? leafDigest(isSet ? [...content].map(canonicalJson).sort() : content);
    }
    return tree;
  }

  private assetTree(value: Resolved): DigestTree | undefined {
    if (Array.isArray(value)) {
      const trees = value.map((item) => this.assetTree(item));
      return trees.length > 0 && trees.every((tree) => tree !== undefined)
        ? Object.fromEntries(trees.map((tree, index) => [String(index + 1), tree!]))
        : undefined;
    }
    if (!(value instanceof Leaf) || !value.parts.every((part) => typeof part === 'object' && 'asset' in part || part === '/')) { return undefined; }
    const [first] = value.parts as Array<{ readonly asset: StagedAsset }>;
    const files = this.assetFiles(first.asset);
    // The slash at the end of a folder changes what Packer copies.
    return value.parts.length > 1 ? { ...files, '/': leafDigest('/') } : files;
  }

  private assetFiles(asset: StagedAsset): { [name: string]: DigestTree } {
    if (asset.content !== undefined) { return { script: leafDigest(asset.content) }; }
    const snapshot = this.snapshot(asset);
    return Object.fromEntries(snapshot.entries.map(({ name, type, executable, sha256, target }) =>
      [name === '' ? snapshot.basename : `${snapshot.basename}/${name}`, leafDigest([type, executable, sha256, target])]));
  }

  private snapshot(asset: StagedAsset) {
    try {
      return asset.snapshot();
    } catch (error) {
      this.failures.push({ asset, error: error as Error });
      return { basename: '', entries: [], digest: '' };
    }
  }

  private value(value: Resolved): unknown {
    if (value instanceof Leaf) { return value.parts.map((part) => this.part(part)); }
    if (Array.isArray(value)) { return value.map((item) => this.value(item)); }
    if (value instanceof ResolvedMap) {
      return { map: value.entries.map(([key, item]) => [key instanceof Leaf ? this.value(key) : key, this.value(item)]) };
    }
    // A plain text and the same text with an escape in it must not differ.
    return typeof value === 'string' ? [value] : value;
  }

  private part(part: ContentPart): unknown {
    if (typeof part === 'string') { return part; }
    if ('asset' in part) { return { asset: part.asset.content ?? this.snapshot(part.asset).digest }; }
    const reached: unknown[] = [];
    const code = part.code.replace(REFERENCE, (reference) => {
      const content = this.reach(reference);
      if (content === undefined) { return reference; }
      reached.push(content);
      return `#${reached.length}`;
    });
    return reached.length === 0 ? { code } : { code, reached };
  }

  private reach(reference: string): unknown {
    if (!this.reached.has(reference)) {
      this.reached.set(reference, { recursive: true });
      this.reached.set(reference, this.reachNew(reference));
    }
    return this.reached.get(reference);
  }

  private reachNew(reference: string): unknown {
    const [kind, name, dataName] = reference.split('.');
    switch (kind) {
      case 'var': return this.variable(name);
      case 'local': {
        const local = this.rendered.locals.get(name);
        return local === undefined ? undefined : { local: this.value(local) };
      }
      default: {
        const data = this.rendered.data.get(`${name}.${dataName}`);
        return data && { data: data.component.type, options: this.options(data.options) };
      }
    }
  }

  private variable(name: string): unknown {
    const lifted = this.lifted.get(name);
    if (lifted) { return lifted.artifacts.length > 0 ? this.parentContent(lifted) : { lifted: lifted.json ? 'json' : 'string' }; }
    const own = this.rendered.variables.get(name);
    if (!own) { return undefined; }
    const { type = 'string', sensitive } = own.variable._props;
    if (sensitive) { return { variable: type }; }
    return { variable: type, ...(own.value === undefined ? {} : { default: this.value(own.value) }) };
  }
}
