import { AZURE_ARM_BLOCK_RULES } from './azure-arm-blocks';
import { signingIn } from './azure-signing-in';
import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const machine = { communicator: 'ssh', ssh_username: 'u', os_type: 'Linux', location: 'westeurope' };
const market = { image_publisher: 'p', image_offer: 'o', image_sku: 's' };
const managed = { managed_image_name: 'i', managed_image_resource_group_name: 'g' };
const vhd = { storage_account: 'a', resource_group_name: 'g', capture_container_name: 'images' };
const gallery = { shared_image_gallery_destination: { gallery_name: 'g', resource_group: 'r', image_name: 'i', image_version: '1.0.0' } };
const custom = { custom_managed_image_name: 'c', custom_managed_image_resource_group_name: 'g' };
const valid = { ...machine, ...market, ...managed };
const toVhd = { ...machine, ...market, ...vhd };
const toGallery = { ...machine, ...market, ...gallery };

const ONE_SOURCE = 'Specify either a VHD (image_url), Image Reference';
const NO_TARGET = 'A capture_container_name, managed_image_name and managed_image_resource_group_name, or shared_image_gallery_destination must be specified';
const TOGETHER = 'managed_image_name and managed_image_resource_group_name must be specified together';
const TARGETS = 'capture_container_name, capture_name_prefix, managed_image_name';
const OTHERS = 'custom_managed_image_name, custom_managed_image_resource_group_name, image_publisher, image_offer, image_sku, image_version';

export const AZURE_ARM_RULES: readonly RuleRow[] = [
  ...signingIn('source', 'azure-arm', valid),
  ...AZURE_ARM_BLOCK_RULES,
  ...ruleRows('source', 'azure-arm', [
    ['at least one of os_type', { ...valid, os_type: '' }, 'An os_type must be specified', { ...valid, os_type: 'linux' }],
    ['exactly one of location, build_resource_group_name', { ...valid, location: '' }, 'Specify either a location', {
      ...valid, location: '', build_resource_group_name: 'g',
    }],
    ['exactly one of location, build_resource_group_name', { ...valid, build_resource_group_name: 'g' }, 'Specify either a location', valid],
    ['at least one of capture_container_name, managed_image_name, shared_image_gallery_destination, skip_create_image', { ...machine, ...market }, NO_TARGET, {
      ...machine, ...market, skip_create_image: true,
    }, toVhd, toGallery],
    ['at least one of managed_image_resource_group_name when managed_image_name', { ...toVhd, managed_image_name: 'i' }, TOGETHER, valid],
    ['at least one of managed_image_name when managed_image_resource_group_name', { ...toVhd, managed_image_resource_group_name: 'g' }, TOGETHER, valid],
    [
      'at least one of storage_account, managed_image_name, managed_image_resource_group_name, shared_image_gallery_destination, skip_create_image',
      { ...toVhd, storage_account: '' },
      'A storage_account must be specified',
      toVhd,
    ],
    ['at least one of resource_group_name when storage_account', { ...valid, storage_account: 'a' }, 'storage_account and resource_group_name must be specified together', {
      ...valid, ...vhd,
    }],
    ['at least one of storage_account when resource_group_name', { ...valid, resource_group_name: 'g' }, 'storage_account and resource_group_name must be specified together', {
      ...valid, ...vhd,
    }],
    [
      'at most one of temp_resource_group_name, build_resource_group_name',
      { ...valid, location: '', build_resource_group_name: 'g', temp_resource_group_name: 't' },
      'The settings temp_resource_group_name and build_resource_group_name cannot both be defined.',
      { ...valid, temp_resource_group_name: 't' },
    ],
    ...['image_publisher', 'image_offer', 'image_sku'].map((name) => [
      `at least one of shared_image_gallery, image_url, custom_managed_image_name, ${name}`, { ...valid, [name]: '' }, `An ${name} must be specified`, valid,
    ] as const),
    [`none of ${OTHERS}, managed_image_resource_group_name when image_url`, { ...toVhd, image_url: 'u' }, ONE_SOURCE, { ...machine, ...vhd, image_url: 'u' }],
    [
      `none of ${OTHERS}, managed_image_resource_group_name when image_url`,
      { ...machine, ...managed, image_url: 'u' },
      'A managed image must be created from a managed image, it cannot be created from a VHD.',
    ],
    [
      `none of ${OTHERS}, managed_image_resource_group_name when image_url`,
      { ...machine, ...vhd, image_url: 'u', image_version: '1' },
      'An image_url must not be specified if',
    ],
    ['none of custom_managed_image_name, custom_managed_image_resource_group_name when image_publisher', { ...valid, ...custom }, ONE_SOURCE, {
      ...machine, ...managed, ...custom, image_version: '1',
    }],
    [
      'at least one of custom_managed_image_resource_group_name when custom_managed_image_name',
      { ...machine, ...managed, custom_managed_image_name: 'c' },
      'A custom_managed_image_resource_group_name must be specified',
      { ...machine, ...managed, ...custom },
    ],
    [
      'at least one of custom_managed_image_name when custom_managed_image_resource_group_name',
      { ...machine, ...managed, custom_managed_image_resource_group_name: 'c' },
      'An image_publisher must be specified',
      { ...machine, ...managed, ...custom },
    ],
    ['at least one of managed_image_name when custom_managed_image_name', { ...machine, ...gallery, ...custom }, 'A managed_image_name must be specified', {
      ...machine, ...managed, ...gallery, ...custom,
    }],
    [
      `none of ${TARGETS} when security_type is ConfidentialVM`,
      { ...valid, security_type: 'ConfidentialVM' },
      "Setting a security type of 'ConfidentialVM' is not allowed",
      { ...toGallery, security_type: 'ConfidentialVM' },
      { ...valid, security_type: 'TrustedLaunch' },
    ],
    [`none of ${TARGETS} when disk_encryption_set_id`, { ...valid, disk_encryption_set_id: 'd' }, 'Setting a disk encryption set ID is not allowed', {
      ...toGallery, disk_encryption_set_id: 'd',
    }],
    ['none of secure_boot_enabled, vtpm_enabled when managed_image_name', { ...valid, vtpm_enabled: true }, 'can not set SecureBoot or VTpm', {
      ...toGallery, vtpm_enabled: true, secure_boot_enabled: true,
    }],
    ['at least one of security_type when security_encryption_type', { ...toGallery, security_encryption_type: 'VMGuestStateOnly' }, 'security_encryption_type must be unset', {
      ...toGallery, security_encryption_type: 'VMGuestStateOnly', security_type: 'ConfidentialVM',
    }],
    [
      'none of security_encryption_type when security_type is TrustedLaunch',
      { ...toGallery, security_encryption_type: 'VMGuestStateOnly', security_type: 'TrustedLaunch' },
      'security_encryption_type must be unset',
      { ...toGallery, security_encryption_type: 'DiskWithVMGuestState', security_type: 'ConfidentialVM' },
    ],
    [
      'at least one of communicator when skip_create_build_key_vault is true',
      { ...valid, communicator: '', skip_create_build_key_vault: true },
      'Communicator type must be winrm when skip_create_build_key_vault is set',
      { ...valid, communicator: 'winrm', skip_create_build_key_vault: true },
    ],
    [
      'none of skip_create_build_key_vault when communicator is ssh, none',
      { ...valid, skip_create_build_key_vault: true },
      'Communicator type must be winrm when skip_create_build_key_vault is set',
      { ...valid, skip_create_build_key_vault: false },
    ],
    ['at least one of virtual_network_name when virtual_network_resource_group_name', { ...valid, virtual_network_resource_group_name: 'g' }, 'so must virtual_network_name', {
      ...valid, virtual_network_resource_group_name: 'g', virtual_network_name: 'n',
    }],
    ['at least one of virtual_network_name when virtual_network_subnet_name', { ...valid, virtual_network_subnet_name: 's' }, 'so must virtual_network_name', {
      ...valid, virtual_network_subnet_name: 's', virtual_network_name: 'n',
    }],
    [
      'none of public_ip_sku, allowed_inbound_ip_addresses when virtual_network_name',
      { ...valid, virtual_network_name: 'n', public_ip_sku: 'Basic' },
      'public_ip_sku cannot be specified',
      { ...valid, public_ip_sku: 'standard', allowed_inbound_ip_addresses: ['10.0.0.0/8'] },
    ],
    ['at most one of user_data, user_data_file', { ...valid, user_data: 'u', user_data_file: 'script.sh' }, 'Only one of user_data or user_data_file', {
      ...valid, user_data: 'dQ==',
    }],
    ['at most one of custom_data, custom_data_file', { ...valid, custom_data: 'u', custom_data_file: 'script.sh' }, 'Only one of custom_data or custom_data_file', {
      ...valid, custom_data_file: 'script.sh',
    }],
    ['at least one of disk_additional_size when disk_additional_luns', { ...valid, disk_additional_luns: [1] }, 'disk_additional_luns requires disk_additional_size', {
      ...valid, disk_additional_luns: [1], disk_additional_size: [10],
    }],
    ['values of disk_caching_type', { ...valid, disk_caching_type: 'none' }, 'The disk_caching_type "none" is invalid', { ...valid, disk_caching_type: 'None' }],
    [
      'values of managed_image_storage_account_type',
      { ...valid, managed_image_storage_account_type: 'Standard_ZRS' },
      'The managed_image_storage_account_type "Standard_ZRS" is invalid',
      { ...valid, managed_image_storage_account_type: 'StandardSSD_LRS' },
    ],
    ['values of security_type', { ...toGallery, security_type: 'trustedLaunch' }, 'must match either "TrustedLaunch" or "ConfidentialVM"', valid],
    [
      'values of security_encryption_type',
      { ...toGallery, security_type: 'ConfidentialVM', security_encryption_type: 'Disk' },
      'must match either "VMGuestStateOnly" or "DiskWithVMGuestState"',
      valid,
    ],
    ['length of capture_container_name', { ...toVhd, capture_container_name: 'ab' }, 'A capture_container_name must satisfy the regular expression', {
      ...toVhd, capture_container_name: 'abc',
    }],
    ['length of custom_resource_build_prefix', { ...valid, custom_resource_build_prefix: 'abcdefghijk' }, 'the maximum length is 10 characters', {
      ...valid, custom_resource_build_prefix: 'abcdefghij',
    }],
    ['length of managed_image_name', { ...valid, managed_image_name: 'a'.repeat(81) }, 'The setting managed_image_name must match', {
      ...valid, managed_image_name: 'a'.repeat(80),
    }],
    ['length of managed_image_resource_group_name', { ...valid, managed_image_resource_group_name: 'a'.repeat(91) }, 'The setting managed_image_resource_group_name', {
      ...valid, managed_image_resource_group_name: 'a'.repeat(90),
    }],
    ['length of managed_image_os_disk_snapshot_name', { ...valid, managed_image_os_disk_snapshot_name: 'a'.repeat(80) }, 'managed_image_os_disk_snapshot_name', {
      ...valid, managed_image_os_disk_snapshot_name: 'a'.repeat(79),
    }],
    ['length of managed_image_data_disk_snapshot_prefix', { ...valid, managed_image_data_disk_snapshot_prefix: 'a'.repeat(60) }, 'managed_image_data_disk_snapshot_prefix', {
      ...valid, managed_image_data_disk_snapshot_prefix: 'a'.repeat(59),
    }],
    ['length of temp_resource_group_name', { ...valid, temp_resource_group_name: 'a'.repeat(91) }, 'The setting temp_resource_group_name must match', {
      ...valid, temp_resource_group_name: 'a'.repeat(90),
    }],
  ]),
];

export const AZURE_ARM_NEAR_RULES: readonly NearRow[] = nearRows('source', 'azure-arm', {
  'texts that may be written in any case': { ...valid, os_type: 'LINUX', disk_controller_type: 'nvme', license_type: 'rhel_byos' },
  'an image of every kind at once': { ...valid, ...vhd, ...gallery },
  'part of an image of a gallery is none': { ...valid, shared_image_gallery: { image_version: '1.0.0' } },
  'a destination without a gallery is none': { ...valid, shared_image_gallery_destination: { confidential_vm_image_encryption_type: 'x' } },
  'names and tags may be Go templates': { ...valid, managed_image_name: 'web-{{timestamp}}', azure_tags: { built: '{{isotime}}' } },
});
