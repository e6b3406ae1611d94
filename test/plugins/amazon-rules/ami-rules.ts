import { required, ROOT, row, RuleRow, values, within } from './rule-row';

const ARCHITECTURES = ['arm64', 'arm64_mac', 'i386', 'x86_64', 'x86_64_mac'];
const BOOT_MODES = ['legacy-bios', 'uefi', 'uefi-preferred'];

const AMI_CONFIG: RuleRow[] = [
  ...['amazon-ebs', 'amazon-ebssurrogate', 'amazon-instance', 'amazon-chroot'].map((type) => (
    required(type, 'ami_name', 'ami_name must be specified'))),
  row('amazon-ebs', 'a name of 3 characters', { ami_name: 'ab' }, 'ami_name must be between 3 and 128 characters', { ami_name: 'abc' }),
  row('amazon-ebs', 'a name of 128 characters', { ami_name: 'a'.repeat(129) }, 'ami_name must be between 3 and 128 characters',
    { ami_name: 'a'.repeat(128) }, { ami_name: `web{{/* ${'a'.repeat(128)} */}}` }),
  row('amazon-ebs', 'kms_key_id needs encrypt_boot', { kms_key_id: 'alias/a' }, 'encrypt_boot must also be true',
    { kms_key_id: 'alias/a', encrypt_boot: true }),
  row('amazon-ebs', 'kms_key_id needs encrypt_boot to be true', { kms_key_id: 'alias/a', encrypt_boot: false }, 'encrypt_boot must also be true',
    { encrypt_boot: false }),
  values('amazon-ebs', 'imds_support', 'The only valid imds_support values', ['v2.0', '']),
];

const BLOCK_DEVICES: RuleRow[] = ['launch_block_device_mappings', 'ami_block_device_mappings'].map((option) => (
  row('amazon-ebs', `${option}.device_name is required`, { [option]: [{ volume_size: 8 }] }, 'The `device_name` must be specified',
    { [option]: [{ device_name: '/dev/xvdb' }] })));

const FAST_LAUNCH: RuleRow[] = [
  row('amazon-ebs', 'one launch template', { template_id: 'lt-1', template_name: 'a' }, 'both template ID and name',
    { template_id: 'lt-1' }, { template_name: 'a' }),
  row('amazon-ebs', 'a version needs a launch template', { template_version: 1 }, 'launch template version specified without an ID or name',
    { template_version: 1, template_id: 'lt-1' }, { template_version: 0 }),
  row('amazon-ebs', 'no negative version', { template_version: -1, template_id: 'lt-1' }, 'the launch template version must be >= 1'),
  row('amazon-ebs', 'no negative launches', { max_parallel_launches: -1 }, 'max_parallel_launches must be >= 6', { max_parallel_launches: 0 }),
  row('amazon-ebs', 'no negative count', { target_resource_count: -1 }, 'target_resource_count must be >= 1', { target_resource_count: 0 }),
  row('amazon-ebs', 'a template needs a region', { region_launch_templates: [{ template_id: 'lt-1' }] }, 'region cannot be empty',
    { region_launch_templates: [{ template_id: 'lt-1', region: 'eu-west-1' }] }),
].map((rule) => within(['fast_launch'], rule));

const SURROGATE: RuleRow[] = [
  required('amazon-ebssurrogate', 'ami_virtualization_type', 'ami_virtualization_type is required'),
  required('amazon-ebssurrogate', 'ami_root_device', 'source_device_name for the root_device must be specified'),
  required('amazon-ebssurrogate', 'launch_block_device_mappings', "no volume with name '/dev/xvdf' is found"),
  row('amazon-ebssurrogate', 'the root device has a source', { ami_root_device: { ...ROOT, source_device_name: undefined } },
    'source_device_name for the root_device', {}),
  row('amazon-ebssurrogate', 'the root device has a name', { ami_root_device: { ...ROOT, device_name: undefined } }, 'device_name for the root_device', {}),
  row('amazon-ebssurrogate', 'no iops for gp2', { ami_root_device: { ...ROOT, volume_type: 'gp2', iops: 100 } }, 'iops may not be specified for a gp2',
    { ami_root_device: { ...ROOT, volume_type: 'gp3', iops: 3000 } }, { ami_root_device: { ...ROOT, volume_type: 'gp2', iops: 0 } }),
  row('amazon-ebssurrogate', 'no negative iops', { ami_root_device: { ...ROOT, iops: -1 } }, 'iops must be greater than 0'),
  row('amazon-ebssurrogate', 'no negative size', { ami_root_device: { ...ROOT, volume_size: -1 } }, 'volume_size must be greater than 0',
    { ami_root_device: { ...ROOT, volume_size: 0 } }),
];

const REGISTERED: RuleRow[] = ['amazon-ebssurrogate', 'amazon-chroot'].flatMap((type) => [
  values(type, 'ami_architecture', 'The only valid ami_architecture values', ARCHITECTURES),
  values(type, 'boot_mode', 'invalid boot mode', BOOT_MODES),
  values(type, 'tpm_support', 'The only valid tpm_support value', ['v2.0', '']),
  row(type, 'uefi_data needs UEFI', { uefi_data: 'a', boot_mode: 'legacy-bios' }, "can't use uefi_data with boot_mode",
    { uefi_data: 'a', boot_mode: 'uefi' }),
  row(type, 'uefi_data needs a boot mode', { uefi_data: 'a' }, 'need boot_mode set to "uefi"', { uefi_data: 'a', ami_architecture: 'arm64' }),
]);

/** Rules on the AMI that is made. */
export const AMI: readonly RuleRow[] = [...AMI_CONFIG, ...BLOCK_DEVICES, ...FAST_LAUNCH, ...SURROGATE, ...REGISTERED];
