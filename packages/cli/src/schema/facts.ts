/** A kind of component, as in `schema/plugins/<plugin>.json`. */
export type ComponentKind = 'builder' | 'provisioner' | 'post-processor' | 'data-source';

/** One option of a component, or of a block in one. */
export interface FieldFacts {
  /** The exact name in HCL. */
  readonly name: string;
  /** `string`, `bool`, `number`, `list(…)`, `map(…)`, or `block`. */
  readonly type: string;
  /** Of a block: whether there is one at most. */
  readonly block?: 'single' | 'list';
  /** Of a block: what is in it. */
  readonly fields?: FieldFacts[];
  /** The plugin's own specification asks for it. */
  readonly specRequired?: boolean;
  /** The Go type, where it says more than `type`. Only sources tell. */
  readonly goType?: string;
  /** The Go struct that declares it, as `package.Struct`. Only sources tell. */
  readonly declaredIn?: string;
}

/** One output of a data source. */
export type OutputFacts = Pick<FieldFacts, 'name' | 'type'>;

/** One component of a plugin. */
export interface ComponentFacts {
  readonly kind: ComponentKind;
  /** The type in HCL, with the plugin's own name as its prefix. */
  readonly type: string;
  readonly fields: FieldFacts[];
  /** Of a data source. */
  readonly outputs?: FieldFacts[];
}

/** What is known of a plugin: the form of `schema/plugins/<plugin>.json`. */
export interface PluginFacts {
  readonly plugin: string;
  /** The address, for example `github.com/hashicorp/docker`. Packer itself has none. */
  readonly source: string | null;
  /** The repository, as `owner/name`. */
  readonly repo: string;
  readonly version: string;
  readonly components: ComponentFacts[];
}

/** A component that could not be read, and why. */
export interface UnreadComponent {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly error: Error;
}

/** What was read of a plugin. One component that fails does not hide the others. */
export interface ReadFacts {
  readonly version: string;
  readonly components: ComponentFacts[];
  readonly unread: UnreadComponent[];
}

/** Options that Packer fills itself: no plugin's user writes them. */
const INTERNAL = new Set([
  'packer_build_name', 'packer_builder_type', 'packer_core_version', 'packer_debug', 'packer_force', 'packer_on_error',
  'packer_sensitive_variables', 'packer_user_variables',
]);

/** The options that users may write, sorted by name. */
export function userFields(fields: readonly FieldFacts[]): FieldFacts[] {
  return fields.filter(({ name }) => !INTERNAL.has(name)).sort((a, b) => byCodePoint(a.name, b.name));
}

/** Components in the order of the files in `schema/plugins`: by type, then by kind. */
export function inOrder<T extends { readonly kind: ComponentKind; readonly type: string }>(components: readonly T[]): T[] {
  return [...components].sort((a, b) => byCodePoint(a.type, b.type) || byCodePoint(a.kind, b.kind));
}

function byCodePoint(a: string, b: string): number {
  if (a === b) { return 0; }
  return a < b ? -1 : 1;
}
