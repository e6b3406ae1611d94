import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const image = { image_resource_id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/images/i' };
const valid = { ...image, source: 'p:o:s:latest' };
const scratch = { ...image, from_scratch: true, os_disk_size_gb: 10, pre_mount_commands: ['mkfs {{.Device}}'] };
const destination = { resource_group: 'r', gallery_name: 'g', image_name: 'i', image_version: '1.0.0' };
// What the plugin makes up for these asks the machine that it runs on, which must be one of Azure.
const ids = ['temporary_os_disk_id', 'temporary_os_disk_snapshot_id', 'temporary_data_disk_id_prefix', 'temporary_data_disk_snapshot_id'];
const given = Object.fromEntries(ids.map((name) => [name, 'd']));
const into = (changes: object) => ({ ...valid, ...given, shared_image_destination: { ...destination, ...changes } });

export const AZURE_CHROOT_RULES: readonly RuleRow[] = ruleRows('source', 'azure-chroot', [
  ['at least one of source, from_scratch', { ...image, ...given }, 'is not a valid platform image specifier', { ...valid, ...given }, { ...scratch, ...given }],
  [
    'none of source, lvm_root_device when from_scratch is true',
    { ...scratch, ...given, source: 'p:o:s:latest' },
    'source cannot be specified when building from_scratch',
    { ...valid, ...given, lvm_root_device: '/dev/mapper/rhel-root' },
  ],
  ['at least one of os_disk_size_gb when from_scratch is true', { ...scratch, ...given, os_disk_size_gb: 0 }, 'os_disk_size_gb is required with from_scratch', {
    ...scratch, ...given,
  }],
  ['at least one of pre_mount_commands when from_scratch is true', { ...scratch, ...given, pre_mount_commands: [] }, 'pre_mount_commands is required with from_scratch', {
    ...scratch, ...given,
  }],
  [
    'at least one of image_resource_id, shared_image_destination, skip_create_image',
    { ...given, source: 'p:o:s:latest' },
    'image_resource_id or shared_image_destination is required',
    { ...given, source: 'p:o:s:latest', skip_create_image: true },
    { ...given, source: 'p:o:s:latest', shared_image_destination: destination },
  ],
  ...['os_disk_cache_type', 'data_disk_cache_type'].map((name) => [
    `values of ${name}`, { ...valid, ...given, [name]: 'none' }, `${name}: "none" is not a valid value`, { ...valid, ...given, [name]: 'None' },
  ] as const),
  ...['os_disk_storage_account_type', 'data_disk_storage_account_type'].map((name) => [
    `values of ${name}`, { ...valid, ...given, [name]: 'HDD' }, `${name}: "HDD" is not a valid value`, { ...valid, ...given, [name]: 'PremiumV2_LRS' },
  ] as const),
  ['values of image_hyperv_generation', { ...valid, ...given, image_hyperv_generation: 'v2' }, 'image_hyperv_generation: "v2" is not a valid value', {
    ...valid, ...given, image_hyperv_generation: 'V2',
  }],
  ...['resource_group', 'gallery_name', 'image_name'].map((name) => [
    `shared_image_destination: at least one of ${name}`, into({ [name]: '' }), `shared_image_destination.${name} is required`, into({}),
  ] as const),
  ['shared_image_destination: at least one of image_version', into({ image_version: '' }), 'shared_image_destination.image_version should match', into({
    exlude_from_latest: true, target_regions: [{ name: 'westeurope' }],
  })],
]);

export const AZURE_CHROOT_NEAR_RULES: readonly NearRow[] = nearRows('source', 'azure-chroot', {
  'a disk': { ...valid, ...given, source: '/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/disks/d' },
  'the Azure CLI needs no more': { ...valid, ...given, use_azure_cli_auth: true },
  'it does not check how Azure is reached': { ...valid, ...given, client_secret: 's' },
});
