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

/** One option of a component. */
export interface OptionSchema {
  /** The name in the props of the class. */
  readonly option: string;
  /** The exact name in HCL. */
  readonly name: string;
  readonly type: 'string' | 'bool' | 'number' | 'list(string)' | 'list(number)' | 'map(string)' | 'any';
  readonly role: Role;
  readonly goTemplate: GoTemplateKind;
  /** Of an output path: the plugin's own default, which must lie below the work folder too. */
  readonly defaultOutput?: string;
  /** Of an input path: the plugin executes the file, so its copy can be executed whatever the mode of the original. */
  readonly executed?: boolean;
}

export type ComponentKind = 'source' | 'provisioner' | 'post-processor' | 'data';

/** The facts on a component that the renderer, the checks and the fingerprint need. */
export interface ComponentSchema {
  readonly kind: ComponentKind;
  /** The type in HCL. */
  readonly type: string;
  /** In the order in which they are written. */
  readonly options: readonly OptionSchema[];
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
  readonly shebang: string;
  readonly defaultShebang: string;
  /** Lines that begin with a shebang get no other one. */
  readonly keepsOwnShebang: boolean;
  readonly script: string;
}

/** The parts of an option that differ from content in a string. */
export type OptionFacts = Partial<Pick<OptionSchema, 'type' | 'role' | 'goTemplate' | 'defaultOutput' | 'executed'>>;

/** A row of a component's table. Strings of components are rendered once by default. */
export function option(name: string, facts: OptionFacts = {}): OptionSchema {
  return {
    option: name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    name,
    type: facts.type ?? 'string',
    role: facts.role ?? 'content',
    goTemplate: facts.goTemplate ?? (facts.type === 'bool' || facts.type === 'number' ? 'none' : 'once'),
    ...(facts.defaultOutput === undefined ? {} : { defaultOutput: facts.defaultOutput }),
    ...(facts.executed ? { executed: true } : {}),
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
 * stay as they are.
 */
export function typed<T extends object>(schema: ComponentSchema, props: T): T & TypedComponent {
  const given = props as { [name: string]: any };
  const configuration: { [name: string]: any } = {};
  for (const { option: name, name: hclName } of schema.options) {
    if (given[name] !== undefined) { configuration[hclName] = given[name]; }
  }
  return { ...props, type: schema.type, configuration, _schema: schema };
}
