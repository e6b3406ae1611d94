import { Options, required, row, RuleRow, values } from './rule-row';

const DEVICE: Options = { device_name: '/dev/xvdb' };
const SCRATCH = {
  source_ami: undefined,
  from_scratch: true,
  root_volume_size: 8,
  pre_mount_commands: ['true'],
  ami_virtualization_type: 'hvm',
  root_device_name: 'xvda',
  ami_block_device_mappings: [{ device_name: 'xvda' }],
};

function scratch(option: string): RuleRow {
  return row('amazon-chroot', `from_scratch needs ${option}`, { ...SCRATCH, [option]: undefined }, `${option} is required with from_scratch`, SCRATCH);
}

/** Rules of the builder amazon-chroot. */
export const CHROOT: readonly RuleRow[] = [
  row('amazon-chroot', 'a beginning is required', { source_ami: undefined }, 'source_ami or source_ami_filter is required',
    { source_ami: undefined, source_ami_filter: { filters: { name: 'web' } } }, { ...SCRATCH, source_ami: 'ami-1' }),
  ...['root_volume_size', 'pre_mount_commands', 'ami_virtualization_type', 'root_device_name', 'ami_block_device_mappings'].map(scratch),
  row('amazon-chroot', 'devices need the name of the root device', { ami_block_device_mappings: [DEVICE], root_volume_size: 8 },
    'root_device_name must be specified', { ami_block_device_mappings: [DEVICE], root_device_name: 'xvda', root_volume_size: 8 }),
  row('amazon-chroot', 'devices need the size of the root volume', { ami_block_device_mappings: [DEVICE], root_device_name: 'xvda' },
    'root_volume_size is required', { root_volume_size: 8 }),
  row('amazon-chroot', 'the name of the root device needs devices', { root_device_name: 'xvda' }, 'ami_block_device_mappings must be specified'),
];

/** Rules on volumes. */
export const VOLUMES: readonly RuleRow[] = [undefined, false].map((snapshot) => row('amazon-ebsvolume', `a description where snapshot_volume is ${snapshot}`,
  { ebs_volumes: [{ ...DEVICE, snapshot_description: 'a', snapshot_volume: snapshot }] }, 'must also set `snapshot_volume`',
  { ebs_volumes: [{ ...DEVICE, snapshot_description: 'a', snapshot_volume: true }] }, { ebs_volumes: [{ ...DEVICE, snapshot_volume: false }] }));

/** Rules of the builder amazon-instance. */
export const INSTANCE: readonly RuleRow[] = [
  ...['account_id', 's3_bucket', 'x509_cert_path', 'x509_key_path'].map((option) => required('amazon-instance', option, `${option} is required`)),
  values('amazon-instance', 'tpm_support', 'The only valid tpm_support value', ['v2.0', '']),
];

/** Rules of the post-processor. */
export const IMPORT: readonly RuleRow[] = [
  required('amazon-import', 's3_bucket_name', 's3_bucket_name must be set'),
  row('amazon-import', 'uefi needs platform', { boot_mode: 'uefi' }, "'platform' must be set for 'uefi'", { boot_mode: 'uefi', platform: 'linux' }),
  row('amazon-import', 'arm64 needs platform', { architecture: 'arm64' }, "'platform' must be set for 'uefi'", { architecture: 'arm64', platform: 'linux' }),
  values('amazon-import', 'boot_mode', 'invalid boot mode', ['legacy-bios', 'uefi', ''], { platform: 'linux' }),
  row('amazon-import', 'boot_mode is not uefi-preferred', { boot_mode: 'uefi-preferred' }, "Only 'uefi' and 'legacy-bios' are allowed"),
  values('amazon-import', 'format', 'invalid format', ['ova', 'raw', 'vmdk', 'vhd', 'vhdx', '']),
  values('amazon-import', 'imds_support', 'The only valid imds_support values', ['v2.0', '']),
  values('amazon-import', 'platform', 'invalid platform', ['linux', 'windows', '']),
  values('amazon-import', 's3_encryption', 'invalid s3 encryption format', ['AES256', 'aws:kms', '']),
];

/** Rules of the data sources. */
export const DATA: readonly RuleRow[] = [
  required('amazon-ami', 'owners', 'you must declare an owner'),
  required('amazon-parameterstore', 'name', "a 'name' must be provided"),
  required('amazon-secretsmanager', 'name', "a 'name' must be provided"),
];
