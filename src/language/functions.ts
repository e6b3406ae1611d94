/** What an argument is, or what a function gives. Sets are lists too; `any` may be each of them. */
export type ValueKind = 'string' | 'number' | 'bool' | 'list' | 'map' | 'any';

/** One parameter of a function. */
export interface ParameterSchema {
  /** As Packer calls it in its messages. */
  readonly name: string;
  /** `collection`: a list, a map or a string. `expression`: evaluated by the function itself. `type`: a type in HCL, not a value. */
  readonly kind: ValueKind | 'collection' | 'expression' | 'type';
  /** The argument may be null. */
  readonly nullable?: boolean;
  /** The number must be a whole one. */
  readonly whole?: boolean;
  /** The smallest and the largest number that Packer accepts. */
  readonly range?: readonly [number | undefined, number | undefined];
  /** How the text must look. */
  readonly format?: 'cidr' | 'namespace';
}

/** The facts on a function of Packer. */
export interface FunctionSchema {
  /** The first version of Packer that knows it. */
  readonly since: string;
  readonly parameters: readonly ParameterSchema[];
  /** How often the last parameter may be given, where that is not once: at least, and at most. */
  readonly times?: readonly [number, number?];
  readonly returns: ValueKind;
  /** It gives (parts of) its arguments back as they are, so what is escaped in them is escaped in the result. */
  readonly passes?: boolean;
  /** A relative path in the first argument begins at the template, not at the directory that Packer was started in. */
  readonly besideTemplate?: boolean;
  /** Whether its text may have braces that no argument has (true), or never has any (false). */
  readonly braces?: boolean;
}

type Traits = Partial<Omit<FunctionSchema, 'since' | 'parameters' | 'returns'>>;

function since(version: string, parameters: ParameterSchema[], returns: ValueKind, traits: Traits = {}): FunctionSchema {
  return { since: version, parameters, returns, ...traits };
}

function fn(parameters: ParameterSchema[], returns: ValueKind, traits: Traits = {}): FunctionSchema {
  return since('1.5.2', parameters, returns, traits);
}

function parameter(kind: ParameterSchema['kind']) {
  return (name: string, facts: Partial<ParameterSchema> = {}): ParameterSchema => ({ name, kind, ...facts });
}

const string = parameter('string');
const number = parameter('number');
const list = parameter('list');
const map = parameter('map');
const any = parameter('any');
const collection = parameter('collection');
const expression = parameter('expression');

const WHOLE = { whole: true };
const NULLABLE = { nullable: true };
const NO_BRACES = { braces: false };
const BRACES = { braces: true };
const PASSES = { passes: true };
const CIDR = string('prefix', { format: 'cidr' });

/** All functions of Packer by their names in HCL: what they take and give, and since when. `env` is one for defaults of variables only. */
export const FUNCTIONS: { readonly [name: string]: FunctionSchema } = {
  abs: fn([number('num')], 'number'),
  abspath: fn([string('path')], 'string', BRACES),
  alltrue: since('1.12.0', [list('list')], 'bool'),
  anytrue: since('1.12.0', [list('list')], 'bool'),
  aws_secretsmanager: since('1.6.5', [string('name'), string('key', NULLABLE)], 'string', BRACES),
  aws_secretsmanager_raw: since('1.12.0', [string('name')], 'string', BRACES),
  base64decode: fn([string('str')], 'string', BRACES),
  base64encode: fn([string('str')], 'string', NO_BRACES),
  base64gzip: since('1.12.0', [string('str')], 'string', NO_BRACES),
  basename: fn([string('path')], 'string'),
  bcrypt: fn([string('str'), number('cost', { ...WHOLE, range: [undefined, 31] })], 'string', { times: [0, 1], ...NO_BRACES }),
  can: fn([expression('expression')], 'bool'),
  ceil: fn([number('num')], 'number'),
  chomp: fn([string('str')], 'string'),
  chunklist: fn([list('list'), number('size', { ...WHOLE, range: [0, undefined] })], 'list', PASSES),
  cidrhost: fn([CIDR, number('hostnum', WHOLE)], 'string', NO_BRACES),
  cidrnetmask: fn([CIDR], 'string', NO_BRACES),
  cidrsubnet: fn([CIDR, number('newbits', { ...WHOLE, range: [undefined, 32] }), number('netnum', WHOLE)], 'string', NO_BRACES),
  cidrsubnets: fn([CIDR, number('newbits', { ...WHOLE, range: [1, 32] })], 'list', { times: [0], ...NO_BRACES }),
  coalesce: fn([any('vals', NULLABLE)], 'any', { times: [1] }),
  coalescelist: fn([list('vals')], 'list', { times: [1], ...PASSES }),
  compact: fn([list('list')], 'list', PASSES),
  concat: fn([list('seqs')], 'list', { times: [1], ...PASSES }),
  consul_key: since('1.6.5', [string('key')], 'string', BRACES),
  contains: fn([list('list'), any('value')], 'bool'),
  convert: fn([any('value', NULLABLE), parameter('type')('type')], 'any', PASSES),
  csvdecode: fn([string('str')], 'any', PASSES),
  dirname: fn([string('path')], 'string'),
  distinct: fn([list('list')], 'list', PASSES),
  element: fn([list('list'), number('index', { ...WHOLE, range: [0, undefined] })], 'any'),
  endswith: since('1.13.0', [string('str'), string('suffix')], 'bool'),
  env: since('1.6.6', [string('key')], 'string', BRACES),
  file: fn([string('path')], 'string', { besideTemplate: true, ...BRACES }),
  filebase64: since('1.13.0', [string('path')], 'string', NO_BRACES),
  fileexists: fn([string('path')], 'bool', { besideTemplate: true }),
  fileset: fn([string('path'), string('pattern')], 'list', { besideTemplate: true, ...BRACES }),
  flatten: fn([list('list')], 'list', PASSES),
  floor: fn([number('num')], 'number'),
  format: fn([string('format'), any('args')], 'string', { times: [0] }),
  formatdate: fn([string('format'), string('time')], 'string'),
  formatlist: fn([string('format'), any('args')], 'list', { times: [0] }),
  indent: fn([number('spaces', WHOLE), string('str')], 'string'),
  index: fn([list('list'), any('value')], 'number'),
  join: fn([string('separator'), list('lists')], 'string', { times: [1] }),
  jsondecode: fn([string('str')], 'any', PASSES),
  jsonencode: fn([any('val', NULLABLE)], 'string'),
  keys: fn([map('inputMap')], 'list'),
  legacy_isotime: since('1.7.1', [string('format')], 'string', { times: [0, 1] }),
  legacy_strftime: since('1.7.5', [string('format')], 'string', { times: [0, 1] }),
  length: fn([collection('value')], 'number'),
  log: fn([number('num'), number('base')], 'number'),
  lookup: fn([map('inputMap'), string('key'), any('default')], 'any'),
  lower: fn([string('str')], 'string'),
  max: fn([number('numbers')], 'number', { times: [1] }),
  md5: fn([string('str')], 'string', NO_BRACES),
  merge: fn([map('maps', NULLABLE)], 'map', { times: [0], ...PASSES }),
  min: fn([number('numbers')], 'number', { times: [1] }),
  parseint: fn([string('number'), number('base', { ...WHOLE, range: [2, 62] })], 'number'),
  pathexpand: fn([string('path')], 'string', BRACES),
  pow: fn([number('num'), number('power')], 'number'),
  range: fn([number('params')], 'list', { times: [1, 3], ...NO_BRACES }),
  regex: since('1.7.0', [string('pattern'), string('string')], 'any'),
  regex_replace: since('1.5.5', [string('str'), string('pattern'), string('replace')], 'string'),
  regexall: since('1.7.0', [string('pattern'), string('string')], 'any'),
  replace: since('1.5.5', [string('str'), string('substr'), string('replace')], 'string'),
  reverse: fn([list('list')], 'list', PASSES),
  rfc3339_parse: since('1.16.0', [string('timestamp')], 'map', NO_BRACES),
  rsadecrypt: fn([string('ciphertext'), string('privatekey')], 'string', BRACES),
  setintersection: fn([list('first_set'), list('other_sets')], 'list', { times: [0] }),
  setproduct: fn([list('sets')], 'list', { times: [2], ...PASSES }),
  setunion: fn([list('first_set'), list('other_sets')], 'list', { times: [0], ...PASSES }),
  sha1: fn([string('str')], 'string', NO_BRACES),
  sha256: fn([string('str')], 'string', NO_BRACES),
  sha512: fn([string('str')], 'string', NO_BRACES),
  signum: fn([number('num')], 'number'),
  slice: fn([list('list'), number('start_index', { ...WHOLE, range: [0, undefined] }), number('end_index', { ...WHOLE, range: [0, undefined] })],
    'list', PASSES),
  sort: fn([list('list')], 'list'),
  split: fn([string('separator'), string('str')], 'list'),
  startswith: since('1.13.0', [string('str'), string('prefix')], 'bool'),
  strcontains: since('1.12.0', [string('str'), string('substr')], 'bool'),
  strrev: fn([string('str')], 'string'),
  substr: fn([string('str'), number('offset', WHOLE), number('length', WHOLE)], 'string'),
  sum: since('1.13.0', [list('list')], 'number'),
  templatefile: since('1.7.1', [string('path'), map('vars')], 'string', { besideTemplate: true, ...BRACES }),
  textdecodebase64: since('1.11.0', [string('source'), string('encoding')], 'string', BRACES),
  textencodebase64: since('1.11.0', [string('string'), string('encoding')], 'string', NO_BRACES),
  timeadd: fn([string('timestamp'), string('duration')], 'string', NO_BRACES),
  timestamp: fn([], 'string', NO_BRACES),
  title: fn([string('str')], 'string'),
  trim: fn([string('str'), string('cutset')], 'string'),
  trimprefix: fn([string('str'), string('prefix')], 'string'),
  trimspace: fn([string('str')], 'string'),
  trimsuffix: fn([string('str'), string('suffix')], 'string'),
  try: fn([expression('expressions')], 'any', { times: [1], ...PASSES }),
  unix_timestamp_parse: since('1.16.0', [number('unix_timestamp', WHOLE)], 'map', NO_BRACES),
  upper: fn([string('str')], 'string'),
  urlencode: fn([string('str')], 'string', NO_BRACES),
  uuidv4: fn([], 'string', NO_BRACES),
  uuidv5: fn([string('namespace', { format: 'namespace' }), string('name')], 'string', NO_BRACES),
  values: fn([map('mapping')], 'list', PASSES),
  vault: since('1.6.2', [string('path'), string('key')], 'string', BRACES),
  yamldecode: fn([string('src')], 'any', PASSES),
  yamlencode: fn([any('value', NULLABLE)], 'string'),
  zipmap: fn([list('keys'), list('values')], 'map', PASSES),
};

/** The functions that not every supported version of Packer knows. */
export const NEWER_FUNCTIONS: ReadonlySet<string> = new Set(Object.keys(FUNCTIONS).filter((name) => Number(FUNCTIONS[name].since.split('.')[1]) > 9));
