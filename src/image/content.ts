import { describePart } from './artifact-values';
import { assetDigest, assetTree } from './asset-content';
import { canonicalJson } from './canonical';
import { DigestTree, leafDigest } from './digest-tree';
import { bothTexts, joinAdjacent } from '../language/adjacent';
import { Role } from '../language/component-schema';
import { codeOf } from '../language/hcl-code';
import { RenderedTemplate } from '../language/rendering';
import { ContentPart, Leaf, LiftedVariable, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap, ResolvedOption } from '../language/resolved';
import { Source } from '../language/source';
import { byCodePoint } from '../references/code-point';

export { leafDigest, type DigestTree } from './digest-tree';

const CONTENT_ROLES: ReadonlySet<Role> = new Set<Role>(['content', 'input path', 'parent image', 'distribution']);

/** Whether options of this role make the content of an image. */
export function isContent(role: Role): boolean {
  return CONTENT_ROLES.has(role);
}

/** A reference to a variable, local value or data source in HCL code, or to the name of the source or the build. */
const REFERENCE = /\b(?:var\.[A-Za-z_][\w-]*|local\.[A-Za-z_][\w-]*|data\.[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*|source\.name\b|build\.name\b)/g;
/** Nothing but a reference to a variable or local value, as most are. */
const SIMPLE = /^(?:var|local)\.[A-Za-z_][\w-]*$/;
/** All variables, local values or data sources: `jsonencode(local)`, `var["x"]`. */
const ALL = /(?<![\w.-])(?:(?:var|local)(?!\s*\.\s*[A-Za-z_])|data(?!\s*\.\s*[A-Za-z_][\w-]*\s*\.\s*[A-Za-z_]))(?![\w-])/g;
/** The name of the source as the plugins know it. */
const BUILD_NAME = /\{\{[^}]*\bbuild_name\b/;

/** What a reference stands for. */
interface Reached {
  readonly content: unknown;
  readonly onlyOfTarget: boolean;
}

/**
 * Reads the content of one target out of a rendered template: what would change in the image. Names of variables, local values,
 * other images and staged files are replaced with what they stand for.
 */
export class Content {
  /** The addresses of the targets whose artifacts are content, in the order in which they are met. */
  public readonly parents: string[] = [];
  private readonly reached = new Map<string, Reached>();
  private readonly lifted: ReadonlyMap<string, LiftedVariable>;
  private onlyOfTarget = false;

  constructor(private readonly rendered: RenderedTemplate, private readonly source: Source) {
    this.lifted = new Map(rendered.lifted.map((variable) => [variable.name, variable]));
  }

  /** Runs `read` and says whether what it read is the same for other targets of the image. */
  public shared<T>(read: () => T): { readonly result: T; readonly isShared: boolean } {
    const before = this.onlyOfTarget;
    this.onlyOfTarget = false;
    const result = read();
    const isShared = !this.onlyOfTarget;
    this.onlyOfTarget = before || !isShared;
    return { result, isShared };
  }

  /** One digest for each option that is content; local files and folders with one for each file. */
  public options(options: readonly ResolvedOption[]): { [name: string]: DigestTree } {
    const tree: { [name: string]: DigestTree } = {};
    for (const { schema, value } of joinedBlocks(options)) {
      if (!isContent(schema.role)) { continue; }
      tree[schema.name] = assetTree(value) ?? leafDigest(schema.role === 'distribution' ? this.set(value) : this.value(value));
    }
    return tree;
  }

  /** The order of regions and accounts means nothing. */
  private set(value: Resolved): unknown {
    return Array.isArray(value) ? [...new Set(value.map((item) => canonicalJson(this.value(item))))].sort() : this.value(value);
  }

  private value(value: Resolved): unknown {
    if (value instanceof Leaf) { return joined(value.parts).map((part) => this.part(part)); }
    if (Array.isArray(value)) { return value.map((item) => this.value(item)); }
    if (value instanceof ResolvedMap) {
      return { map: value.entries.map(([key, item]) => [key instanceof Leaf ? this.value(key) : key, this.value(item)]) };
    }
    if (value instanceof ResolvedBlock) { return this.block(value); }
    if (value instanceof ResolvedDynamic) {
      return { dynamic: this.value(value.forEach), iterator: value.iterator, content: this.block(value.content) };
    }
    // A plain text and the same text with an escape in it must not differ.
    return typeof value === 'string' ? [value] : value;
  }

  /** As a map would be, so that a typed block and an untyped one are the same content. */
  private block({ options }: ResolvedBlock): unknown {
    const content = options.filter(({ schema }) => isContent(schema.role)).sort((a, b) => byCodePoint(a.schema.name, b.schema.name));
    return { map: content.map(({ schema, value }) => [schema.name, this.value(value)]) };
  }

  private part(part: ContentPart): unknown {
    if (typeof part === 'string') { return BUILD_NAME.test(part) ? { text: part, reached: this.reach('source.name') } : part; }
    if ('asset' in part) { return { asset: assetDigest(part.asset) }; }
    if (SIMPLE.test(part.code)) {
      const content = this.reach(part.code);
      return content === undefined ? part : { code: '#1', reached: [content] };
    }
    const reached: unknown[] = [];
    const code = part.code.replace(REFERENCE, (reference) => {
      const content = this.reach(reference);
      if (content === undefined) { return reference; }
      reached.push(content);
      return `#${reached.length}`;
    });
    if (BUILD_NAME.test(part.code)) { reached.push(this.reach('source.name')); }
    for (const [root] of codeOf(part.code).matchAll(ALL)) { reached.push(this.reachAll(root)); }
    return reached.length === 0 ? { code } : { code, reached };
  }

  private reach(reference: string): unknown {
    let reached = this.reached.get(reference);
    if (!reached) {
      // Met again on its way, it refers to itself.
      this.reached.set(reference, { content: { recursive: true }, onlyOfTarget: false });
      const { result, isShared } = this.shared(() => this.reachNew(reference));
      reached = { content: result, onlyOfTarget: !isShared };
      this.reached.set(reference, reached);
    }
    this.onlyOfTarget ||= reached.onlyOfTarget;
    return reached.content;
  }

  private reachAll(root: string): unknown {
    const { variables, locals, data } = this.rendered;
    const names = root === 'data' ? data.keys() : root === 'local' ? locals.keys() : [...variables.keys(), ...this.lifted.keys()];
    return [...names].sort(byCodePoint).map((name) => [name, this.reach(`${root}.${name}`)]);
  }

  private reachNew(reference: string): unknown {
    const [kind, name, dataName] = reference.split('.');
    switch (kind) {
      case 'var': return this.variable(name);
      case 'local': {
        const own = this.rendered.locals.get(name);
        return own && { local: own.local._props.sensitive ? { sensitive: true } : this.value(own.value) };
      }
      case 'source':
        this.onlyOfTarget = true;
        return { source: this.source.name };
      case 'build':
        this.onlyOfTarget = true;
        return { build: this.rendered.builds.filter(({ sources }) => sources.includes(this.source)).map(({ build }) => build.name ?? null) };
      default: {
        const data = this.rendered.data.get(`${name}.${dataName}`);
        return data && { data: data.component._componentType, options: this.options(data.options) };
      }
    }
  }

  private variable(name: string): unknown {
    const lifted = this.lifted.get(name);
    if (lifted) { return lifted.artifacts.length > 0 ? this.artifact(lifted) : { lifted: lifted.json ? 'json' : 'string' }; }
    const own = this.rendered.variables.get(name);
    if (!own) { return undefined; }
    const { type = 'string', sensitive } = own.variable._props;
    if (sensitive) { return { variable: type }; }
    return { variable: type, ...(own.value === undefined ? {} : { default: this.value(own.value) }) };
  }

  /** Artifacts go by number, since the same ones are met in the same order whatever their images are called. */
  private artifact({ artifacts, part, composition }: LiftedVariable): unknown {
    this.onlyOfTarget = true;
    return { parents: artifacts.map(({ address }) => this.numberOf(address)), part: part && describePart(part), composition };
  }

  private numberOf(address: string): number {
    if (!this.parents.includes(address)) { this.parents.push(address); }
    return this.parents.indexOf(address) + 1;
  }
}

/** A source that stands in a build has the nested blocks of the one that it extends, and its own. */
function joinedBlocks(options: readonly ResolvedOption[]): readonly ResolvedOption[] {
  const values = new Map<string, ResolvedOption>();
  for (const option of options) {
    const earlier = values.get(option.schema.name);
    values.set(option.schema.name, earlier ? { ...option, value: [earlier.value, option.value].flat() } : option);
  }
  return values.size === options.length ? options : [...values.values()];
}

/** Where a text or an expression was cut is no content. */
function joined(parts: readonly ContentPart[]): ContentPart[] {
  return joinAdjacent(parts, (last, next) => (
    typeof last === 'object' && 'code' in last && typeof next === 'object' && 'code' in next ? { code: last.code + next.code } : bothTexts(last, next)));
}
