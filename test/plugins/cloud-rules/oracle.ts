import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const oci = { availability_domain: 'a', shape: 's', subnet_ocid: 's', base_image_ocid: 'b', ssh_username: 'opc' };
const PRINCIPALS = 'access_cfg_file, access_cfg_file_account, user_ocid, tenancy_ocid, region, fingerprint, key, key_file, pass_phrase';

const classic = {
  api_endpoint: 'https://example.com',
  identity_domain: 'd',
  username: 'u',
  password: 'p',
  shape: 'oc3',
  ssh_username: 'opc',
  source_image_list: 's',
  dest_image_list: 'd',
  image_name: 'i',
};

export const ORACLE_RULES: readonly RuleRow[] = [
  ...ruleRows('source', 'oracle-oci', [
    ['at least one of availability_domain', { ...oci, availability_domain: '' }, "'availability_domain' must be specified", oci],
    ['at least one of shape', { ...oci, shape: '' }, "'shape' must be specified", oci],
    ['at least one of subnet_ocid, create_vnic_details', { ...oci, subnet_ocid: '' }, "'subnet_ocid' must be specified", {
      ...oci, subnet_ocid: '', create_vnic_details: { subnet_id: 's' },
    }],
    ['at least one of base_image_ocid, base_image_filter', { ...oci, base_image_ocid: '' }, "'base_image_ocid' or 'base_image_filter' must be specified", {
      ...oci, base_image_ocid: '', base_image_filter: { operating_system: 'Oracle Linux' },
    }],
    ['at most one of user_data, user_data_file', { ...oci, user_data: 'u', user_data_file: 'script.sh' }, 'Only one of user_data or user_data_file can be specified.', {
      ...oci, user_data_file: 'script.sh',
    }],
    ['values of image_launch_mode', { ...oci, image_launch_mode: 'native' }, 'LaunchMode must be one of', { ...oci, image_launch_mode: 'NATIVE' }],
    ['values of nic_attachment_type', { ...oci, nic_attachment_type: 'e1000' }, 'NicAttachmentType must be one of', { ...oci, nic_attachment_type: 'E1000' }],
    ['range of disk_size', { ...oci, disk_size: 16385 }, "'disk_size' must be between 50 and 16384 GBs", { ...oci, disk_size: 16384 }, { ...oci, disk_size: 0 }],
    ['shape_config: at least one of ocpus when memory_in_gbs', { ...oci, shape_config: { memory_in_gbs: 8 } }, "'Ocpus' must be specified if memory_in_gbs is specified", {
      ...oci, shape_config: { memory_in_gbs: 8, ocpus: 1 },
    }],
    [
      'shape_config: at least one of ocpus when baseline_ocpu_utilization',
      { ...oci, shape_config: { baseline_ocpu_utilization: 'BASELINE_1_2' } },
      "'Ocpus' must be specified if baseline_ocpu_utilization is specified",
      { ...oci, shape_config: { baseline_ocpu_utilization: 'BASELINE_1_2', ocpus: 1 } },
    ],
    [
      `none of ${PRINCIPALS} when use_instance_principals is true`,
      { ...oci, use_instance_principals: true, region: 'r' },
      // The plugin asks the metadata service of the instance before it says what is wrong.
      '',
      { ...oci, use_instance_principals: false, region: 'r' },
    ],
  ]),
  ...ruleRows('source', 'oracle-classic', [
    ...['username', 'password', 'api_endpoint', 'identity_domain', 'source_image_list', 'dest_image_list', 'shape'].map((name) => (
      [`at least one of ${name}`, { ...classic, [name]: '' }, `You must specify a ${name}.`, classic] as const
    )),
    ['at least one of image_name', { ...classic, image_name: '' }, 'image_name can contain only alphanumeric characters', classic],
    ['at most one of attributes, attributes_file', { ...classic, attributes: '{}', attributes_file: 'a.json' }, 'Only one of user_data or user_data_file can be specified.', {
      ...classic, attributes: '{}',
    }],
    ['at least one of persistent_volume_size when builder_shape', { ...classic, builder_shape: 'oc3' }, '`builder_shape` has no meaning', {
      ...classic, builder_shape: 'oc3', persistent_volume_size: 15,
    }],
    ['at least one of persistent_volume_size when builder_image_list', { ...classic, builder_image_list: 'l' }, '`builder_image_list` has no meaning', {
      ...classic, builder_image_list: 'l', persistent_volume_size: 15,
    }],
    ['at least one of persistent_volume_size when builder_image_list_entry', { ...classic, builder_image_list_entry: 1 }, '`builder_image_list_entry` has no meaning', {
      ...classic, builder_image_list_entry: 1, persistent_volume_size: 15,
    }],
  ]),
];

export const ORACLE_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'oracle-oci', {
    'an image beside a filter': { ...oci, base_image_filter: { operating_system: 'Oracle Linux' } },
    'a subnet that is named twice': { ...oci, create_vnic_details: { subnet_id: 's' } },
    'tags as JSON': { ...oci, defined_tags_json: '{"n":{"k":"v"}}' },
    'a flexible shape': { ...oci, shape: 'VM.Standard.E4.Flex', shape_config: { ocpus: 1 } },
  }),
  ...nearRows('source', 'oracle-classic', {
    'how the image is made of a volume': { ...classic, persistent_volume_size: 15, builder_communicator: { ssh_username: 'opc' } },
  }),
];
