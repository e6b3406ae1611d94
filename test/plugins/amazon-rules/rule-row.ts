/** Options by their exact names in HCL; one that is undefined takes an option of the valid configuration away. */
export interface Options { readonly [name: string]: any }

/** What the amazon plugin says no to, and what is close to it and valid. */
export interface RuleRow {
  readonly kind: 'source' | 'post-processor' | 'data';
  readonly type: string;
  readonly rule: string;
  /** Changes to the valid configuration that break the rule. */
  readonly broken: Options;
  /** A part of what the plugin says to that. */
  readonly message: string;
  /** Changes after which the configuration is still valid. */
  readonly near: readonly Options[];
}

/** A file that exists wherever the tests run. */
export const ANY_FILE = __filename;

/** The root device of amazon-ebssurrogate. */
export const ROOT: Options = { source_device_name: '/dev/xvdf', device_name: '/dev/xvda' };

const RUN: Options = { region: 'eu-west-1', source_ami: 'ami-1', instance_type: 't3.small', ssh_username: 'ubuntu' };

/** A valid configuration of each component. */
export const VALID: { readonly [type: string]: Options } = {
  'amazon-ebs': { ...RUN, ami_name: 'web' },
  'amazon-ebssurrogate': {
    ...RUN, ami_name: 'web', ami_virtualization_type: 'hvm', ami_root_device: ROOT, launch_block_device_mappings: [{ device_name: '/dev/xvdf' }],
  },
  'amazon-ebsvolume': RUN,
  'amazon-instance': { ...RUN, ami_name: 'web', account_id: '1', s3_bucket: 'b', x509_cert_path: ANY_FILE, x509_key_path: ANY_FILE },
  'amazon-chroot': { region: 'eu-west-1', ami_name: 'web', source_ami: 'ami-1' },
  'amazon-import': { region: 'eu-west-1', s3_bucket_name: 'images' },
  'amazon-ami': { region: 'eu-west-1', owners: ['self'], filters: { name: 'web' } },
  'amazon-parameterstore': { region: 'eu-west-1', name: '/web' },
  'amazon-secretsmanager': { region: 'eu-west-1', name: 'web' },
};

const KINDS: { readonly [type: string]: RuleRow['kind'] } = {
  'amazon-import': 'post-processor', 'amazon-ami': 'data', 'amazon-parameterstore': 'data', 'amazon-secretsmanager': 'data',
};

/** A rule, with what breaks it, what the plugin says then, and what is close to it. */
export function row(type: string, rule: string, broken: Options, message: string, ...near: Options[]): RuleRow {
  return { kind: KINDS[type] ?? 'source', type, rule, broken, message, near };
}

/** The rule that an option must be given. */
export function required(type: string, option: string, message: string): RuleRow {
  return row(type, `${option} is required`, { [option]: undefined }, message, {});
}

/** The rule that an option has one of some values. */
export function values(type: string, option: string, message: string, allowed: readonly string[], beside: Options = {}): RuleRow {
  return row(type, `values of ${option}`, { ...beside, [option]: 'other' }, message, ...allowed.map((value) => ({ ...beside, [option]: value })));
}

/** A rule within a block: the changes are to the block, which stands at a path of options. */
export function within(path: readonly string[], { broken, near, ...rest }: RuleRow): RuleRow {
  const place = (block: Options) => path.reduceRight<Options>((inner, name) => ({ [name]: inner }), block);
  return { ...rest, rule: `${path.join('.')}: ${rest.rule}`, broken: place(broken), near: near.map(place) };
}

/** A whole configuration: the valid one with changes. */
export function configurationOf({ type }: RuleRow, changes: Options): Options {
  return Object.fromEntries(Object.entries({ ...VALID[type], ...changes }).filter(([, value]) => value !== undefined));
}
