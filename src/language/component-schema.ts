import { BASE_PROPS } from './base-props';
import { isPlainObject } from './expression-nodes';
import { byCodePoint } from '../references/code-point';

/**
 * What an option is to the image:
 *
 * - `content` (the default): changes what is in the image
 * - `environment`: where it is built (subnet, instance type, endpoint)
 * - `credential`, `secret`: must not be shown; `secret` ends up in the image's build, `credential` only opens doors
 * - `effort`: timeouts, polling, retries
 * - `distribution`: regions and accounts to share with
 * - `naming`: names of the image
 * - `input path`: a local file or folder, which is staged and hashed
 * - `output path`: a local path that the build writes
 * - `parent image`: takes another image's artifact
 */
export type Role =
  | 'content' | 'environment' | 'credential' | 'secret' | 'effort' | 'distribution' | 'naming'
  | 'input path' | 'output path' | 'parent image';

/**
 * What Packer's plugins do with `{{ … }}` in an option:
 *
 * - `none`: nothing
 * - `purpose`: the option is a Go template by purpose; text passes through
 * - `once`: rendered once, so a literal `{{` can be escaped
 * - `fixpoint`: rendered until nothing changes, so no escape survives
 */
export type GoTemplateKind = 'none' | 'purpose' | 'once' | 'fixpoint';

/** The type of an option's value in HCL. */
export type OptionType =
  | 'string' | 'bool' | 'number' | 'list(string)' | 'list(number)' | 'list(list(string))' | 'map(string)' | 'any' | 'block' | 'block list';

/** One option of a component, or of a block in one. */
export interface OptionSchema {
  /** The name in the props of the class. */
  readonly option: string;
  /** The exact name in HCL. */
  readonly name: string;
  readonly type: OptionType;
  readonly role: Role;
  readonly goTemplate: GoTemplateKind;
  /** What is in the block, for `block` (at most one) and `block list` (any number). */
  readonly block?: BlockSchema;
  /** Of an output path: the plugin's own default, which must lie below the work folder too. */
  readonly defaultOutput?: string;
  /** Of an input path: the plugin executes the file, so its copy can be executed whatever the mode of the original. */
  readonly executed?: boolean;
  /** No table knows the option: it may be an argument, or be made of blocks. */
  readonly untyped?: boolean;
  /** Packer reads the option as it is, or as the name of a type; it evaluates no expressions there. */
  readonly evaluation?: 'literal' | 'type';
  /** The first version of Packer that knows the option, where that is newer than the component. */
  readonly since?: string;
  /** Of a Go template by purpose: the fields (`.Name`) that the plugin gives it. Absent where they are not known. */
  readonly fields?: readonly string[];
  /** What the builder gives to `BuildContext` is among the fields, too. */
  readonly moreFields?: boolean;
  /** Of a Go template by purpose: the functions that the plugin adds to those of Packer's plugin SDK. */
  readonly functions?: readonly string[];
  /** How the plugin reads a text, or each of a list: as a duration of Go (`1h30m`), or as a name, which is not empty, `=` and a value. */
  readonly format?: 'duration' | 'name=value';
  /** The only values that the plugin accepts. */
  readonly values?: ReadonlyArray<string | number>;
  /** The smallest and the largest number that the plugin accepts. */
  readonly range?: readonly [number | undefined, number | undefined];
  /** The smallest and the largest number of characters that the plugin accepts. */
  readonly length?: readonly [number | undefined, number | undefined];
  /** The plugin knows the option and warns of it: what to use instead. */
  readonly deprecated?: string;
}

/** What is in a nested block. */
export interface BlockSchema {
  /** In the order in which they are written. */
  readonly options: readonly OptionSchema[];
  readonly requirements?: readonly Requirement[];
}

/** Options that depend on each other. An option counts as given when it has a value that is not empty. */
export interface Requirement {
  readonly kind: 'exactly one of' | 'at most one of' | 'at least one of' | 'none of';
  /** Names in HCL. */
  readonly options: readonly string[];
  /** The rule holds only under this condition. */
  readonly when?: Condition;
}

/** An option is given, or has one of these values. */
export interface Condition {
  readonly option: string;
  readonly is?: ReadonlyArray<string | number | boolean>;
}

export type ComponentKind = 'source' | 'provisioner' | 'post-processor' | 'data';

/** The plugin that a component comes from, and the version that its facts were read from. */
export interface PluginSchema {
  /** The local name, with which the types of its components begin. */
  readonly name: string;
  /** The address, for example `github.com/hashicorp/docker`. */
  readonly source: string;
  readonly version: string;
}

/** The facts on a component that the renderer, the checks and the fingerprint need. */
export interface ComponentSchema extends BlockSchema {
  readonly kind: ComponentKind;
  /** The type in HCL. */
  readonly type: string;
  /** Absent for the components that Packer brings along. */
  readonly plugin?: PluginSchema;
  /** The first version of Packer that brings the component along. */
  readonly since?: string;
  /** Of a step: it runs on the machine that is being built. */
  readonly needsCommunicator?: boolean;
  /** Of a source: it has no machine at all, so steps on it run nowhere. */
  readonly withoutMachine?: boolean;
  /** The option that can be replaced by a script file, and how: see `inline-script.ts`. */
  readonly inlineScript?: InlineScript;
}

/** How an option with lines of a script becomes a script file. */
export interface InlineScript {
  readonly lines: string;
  readonly script: string;
  /** The extension of the file, without a dot: `sh` when it is not given. */
  readonly extension?: string;
  /** The option with the interpreter, and what it is by default. Absent where scripts have no shebang. */
  readonly shebang?: string;
  readonly defaultShebang?: string;
  /** Lines that begin with a shebang get no other one. */
  readonly keepsOwnShebang?: boolean;
  /** What stands before and after the lines, so that the file does what the plugin makes of the lines. */
  readonly around?: readonly [string, string];
  /** Options with which the plugin would run a file in another way than lines, so lines stay lines. */
  readonly notWith?: readonly string[];
}

/** The parts of an option that differ from content in a string. */
export type OptionFacts = Partial<Omit<OptionSchema, 'name'>>;

/** A row of a component's table. Strings of components are rendered once by default. */
export function option(name: string, facts: OptionFacts = {}): OptionSchema {
  return {
    option: name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    name,
    type: 'string',
    role: 'content',
    goTemplate: facts.type === 'bool' || facts.type === 'number' ? 'none' : 'once',
    ...facts,
  };
}

/** A row for a nested block of which there is one at most. */
export function block(name: string, schema: BlockSchema, facts: OptionFacts = {}): OptionSchema {
  return option(name, { type: 'block', block: schema, ...facts });
}

/** A row for a nested block that may be repeated. */
export function blocks(name: string, schema: BlockSchema, facts: OptionFacts = {}): OptionSchema {
  return option(name, { type: 'block list', block: schema, ...facts });
}

/** A table that takes rows from tables that others use too. The rows of its own replace shared ones of the same name. */
export function sharing(shared: readonly BlockSchema[], own: BlockSchema = { options: [] }): BlockSchema {
  const tables = [...shared, own];
  const rows = new Map(tables.flatMap(({ options }) => options).map((row) => [row.name, row]));
  return {
    options: [...rows.values()].sort((a, b) => byCodePoint(a.name, b.name)),
    requirements: tables.flatMap(({ requirements }) => requirements ?? []),
  };
}

/** What a base class needs to know of a typed class: the type, the options by their names in HCL, and the table. */
export interface TypedComponent {
  readonly type: string;
  readonly configuration: { [name: string]: any };
  readonly _schema: ComponentSchema;
}

/**
 * Turns the props of a typed class into what its base class takes. Props that are no options (meta-arguments, the name)
 * stay as they are; names that are neither, which a type checker would not let pass, stand among the options and are found
 * wrong at synth.
 */
export function typed<T extends object>(schema: ComponentSchema, props: T): T & TypedComponent {
  const given = props as { [name: string]: any };
  const configuration: { [name: string]: any } = {};
  for (const row of schema.options) {
    if (given[row.option] !== undefined) { configuration[row.name] = row.block ? namedAsInHcl(given[row.option], row.block) : given[row.option]; }
  }
  const known = rowsByName(schema);
  for (const name of Object.keys(given)) {
    if (known.get(name)?.option === name || Object.hasOwn(BASE_PROPS[schema.kind], name) || given[name] === undefined) { continue; }
    Object.assign(configuration, namedAsInHcl({ [name]: given[name] }, schema));
  }
  return { ...props, type: schema.type, configuration, _schema: schema };
}

/** The value of a nested block, or of a list of them, with its options named as in HCL. Other names stay, and are found wrong later. */
export function namedAsInHcl(value: any, schema: BlockSchema): any {
  if (Array.isArray(value)) { return value.map((item) => (Array.isArray(item) ? item : namedAsInHcl(item, schema))); }
  if (typeof value !== 'object' || value === null || !isPlainObject(value)) { return value; }
  const known = rowsByName(schema);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => {
    const row = known.get(name);
    return row ? [row.name, row.block ? namedAsInHcl(item, row.block) : item] : [name, item];
  }));
}

const ROWS = new WeakMap<BlockSchema, ReadonlyMap<string, OptionSchema>>();

/** The rows of a table by their names in props and in HCL. Asked for every component, where a plugin may have hundreds of options. */
export function rowsByName(table: BlockSchema): ReadonlyMap<string, OptionSchema> {
  let rows = ROWS.get(table);
  if (!rows) {
    rows = new Map([...table.options.map((row) => [row.name, row] as const), ...table.options.map((row) => [row.option, row] as const)]);
    ROWS.set(table, rows);
  }
  return rows;
}
