import { signingIn } from './azure-signing-in';
import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const lab = { communicator: 'ssh', os_type: 'Linux', lab_name: 'l', lab_resource_group_name: 'g', lab_virtual_network_name: 'n', lab_subnet_name: 's' };
const market = { image_publisher: 'p', image_offer: 'o', image_sku: 's' };
const managed = { managed_image_name: 'i', managed_image_resource_group_name: 'g' };
const vhd = { capture_container_name: 'images', capture_name_prefix: 'web' };
const custom = { custom_managed_image_name: 'c', custom_managed_image_resource_group_name: 'g' };
const valid = { ...lab, ...market, ...managed };
const toVhd = { ...lab, ...market, ...vhd };
const shared = { subscription: 's', resource_group: 'r', gallery_name: 'g', image_name: 'i' };
const from = (source: object) => ({ ...lab, ...managed, shared_image_gallery: source });
const ONE_SOURCE = 'Specify either a VHD (image_url), Image Reference';
const ONE_TARGET = 'Either a VHD or a managed image can be built, but not both.';
const OTHERS = 'custom_managed_image_name, custom_managed_image_resource_group_name, image_publisher, image_offer, image_sku, image_version';

export const AZURE_DTL_RULES: readonly RuleRow[] = [
  ...signingIn('source', 'azure-dtl', valid),
  ...ruleRows('source', 'azure-dtl', [
    ['at least one of os_type', { ...valid, os_type: '' }, 'An os_type must be specified', { ...valid, os_type: 'linux' }],
    ['at least one of lab_resource_group_name', { ...valid, lab_resource_group_name: '' }, 'The settings lab_resource_group_name needs to be defined.', valid],
    ['at least one of lab_virtual_network_name', { ...valid, lab_virtual_network_name: '' }, 'so must lab_virtual_network_name', valid],
    [
      'at least one of capture_container_name, managed_image_name, skip_create_image',
      { ...lab, ...market },
      'A capture_container_name or managed_image_name must be specified',
      { ...lab, ...market, skip_create_image: true },
    ],
    [
      'at least one of capture_name_prefix, managed_image_resource_group_name, skip_create_image',
      { ...valid, managed_image_resource_group_name: '' },
      'A capture_name_prefix or managed_image_resource_group_name must be specified',
      valid,
    ],
    ['none of managed_image_resource_group_name, managed_image_name when capture_name_prefix', { ...valid, capture_name_prefix: 'web' }, ONE_TARGET, toVhd],
    ['none of managed_image_resource_group_name, managed_image_name when capture_container_name', { ...valid, capture_container_name: 'images' }, ONE_TARGET, toVhd],
    [
      'at least one of capture_name_prefix when capture_container_name',
      { ...lab, ...market, capture_container_name: 'images', skip_create_image: true },
      'A capture_name_prefix must be specified',
      { ...lab, ...market, capture_name_prefix: 'web', skip_create_image: true },
    ],
    ...['image_publisher', 'image_offer', 'image_sku'].map((name) => [
      `at least one of shared_image_gallery, image_url, custom_managed_image_name, ${name}`, { ...valid, [name]: '' }, `An ${name} must be specified`, valid,
    ] as const),
    [`none of ${OTHERS}, managed_image_resource_group_name when image_url`, { ...toVhd, image_url: 'u' }, ONE_SOURCE, { ...lab, ...vhd, image_url: 'u' }],
    ['none of custom_managed_image_name, custom_managed_image_resource_group_name when image_publisher', { ...valid, ...custom }, ONE_SOURCE, {
      ...lab, ...managed, ...custom,
    }],
    [
      'at least one of custom_managed_image_resource_group_name when custom_managed_image_name',
      { ...lab, ...managed, custom_managed_image_name: 'c' },
      'An custom_managed_image_resource_group_name must be specified',
      { ...lab, ...managed, ...custom },
    ],
    [
      'at least one of custom_managed_image_name when custom_managed_image_resource_group_name',
      { ...lab, ...managed, custom_managed_image_resource_group_name: 'c' },
      'An image_publisher must be specified',
      { ...lab, ...managed, ...custom },
    ],
    ['at least one of managed_image_name when custom_managed_image_name', { ...lab, ...vhd, ...custom }, 'An managed_image_name must be specified', {
      ...lab, ...managed, ...custom,
    }],
    ['at least one of managed_image_resource_group_name when custom_managed_image_name', { ...lab, ...vhd, ...custom }, 'An managed_image_resource_group_name must be specified', {
      ...lab, ...managed, ...custom,
    }],
    [
      'values of managed_image_storage_account_type',
      { ...valid, managed_image_storage_account_type: 'StandardSSD_LRS' },
      'The managed_image_storage_account_type "StandardSSD_LRS" is invalid',
      { ...valid, managed_image_storage_account_type: 'Premium_LRS' },
    ],
    ['length of managed_image_name', { ...valid, managed_image_name: 'a'.repeat(81) }, 'The setting managed_image_name must match', {
      ...valid, managed_image_name: 'web-{{timestamp}}',
    }],
    ['length of managed_image_resource_group_name', { ...valid, managed_image_resource_group_name: 'a'.repeat(91) }, 'The setting managed_image_resource_group_name', valid],
    ...['subscription', 'resource_group', 'image_name'].map((name) => [
      `shared_image_gallery: at least one of ${name} when gallery_name`, from({ ...shared, [name]: '' }), `A shared_image_gallery.${name} must be specified`, from(shared),
    ] as const),
  ]),
];

export const AZURE_DTL_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'azure-dtl', {
    'artifacts of the lab': { ...valid, dtl_artifacts: [{ artifact_name: 'a', parameters: [{ name: 'n', value: 'v' }] }] },
    'a destination may be named in part': { ...valid, shared_image_gallery_destination: { gallery_name: 'g' } },
  }),
  ...nearRows('provisioner', 'azure-dtlartifact', {
    'nothing is asked for before it runs': {},
    'it does not check how Azure is reached': { client_secret: 's' },
  }),
];
