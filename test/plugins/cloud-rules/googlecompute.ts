import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const instance = { project_id: 'p', zone: 'europe-west1-b', source_image_family: 'f', ssh_username: 'u', access_token: 't' };
const METHODS = ['access_token', 'account_file', 'credentials_file', 'credentials_json', 'impersonate_service_account', 'vault_gcp_oauth_engine'];
const ONE_METHOD = `at most one of ${METHODS.join(', ')}`;
const TOO_MANY = 'too many authentication methods specified (access_token, vault_gcp_oauth_engine), choose only one';
const twice = { access_token: 't', vault_gcp_oauth_engine: 'gcp/token/t' };

const withDisk = (disk: object) => ({ ...instance, disk_attachment: [disk] });
const scratch = { volume_type: 'scratch', volume_size: 375 };
const data = { volume_type: 'pd-ssd', volume_size: 10 };
const NEW_DISK = 'when specifying a source_volume, the following configuration arguments cannot be used';
const OTHERS = ['scratch', 'pd-standard', 'pd-balanced', 'pd-ssd', 'hyperdisk-balanced', 'hyperdisk-extreme', 'hyperdisk-ml', 'hyperdisk-throughput'];
const LONG = 'a'.repeat(64);

const exported = { paths: ['gs://b/web.tar.gz'], access_token: 't' };
const imported = { bucket: 'b', image_name: 'i', project_id: 'p', access_token: 't' };
const image = { project_id: 'p', filters: 'family=f' };
const parameter = { project_id: 'p', name: 'n', version: 'v' };
const secret = { project_id: 'p', name: 'n' };

export const GOOGLECOMPUTE_RULES: readonly RuleRow[] = [
  ...ruleRows('source', 'googlecompute', [
    [ONE_METHOD, { ...instance, ...twice }, TOO_MANY, instance, { ...instance, access_token: '' }],
    ['at least one of project_id', { ...instance, project_id: '' }, 'a project_id must be specified', instance],
    ['at least one of zone', { ...instance, zone: '' }, 'a zone must be specified', instance],
    ['at least one of source_image, source_image_family', { ...instance, source_image_family: '' }, 'a source_image or source_image_family must be specified', {
      ...instance, source_image: 's',
    }],
    [
      'at least one of enable_vtpm when enable_integrity_monitoring is true',
      { ...instance, enable_integrity_monitoring: true },
      'You cannot enable Integrity Monitoring when vTPM is disabled.',
      { ...instance, enable_integrity_monitoring: true, enable_vtpm: true },
    ],
    [
      'none of preemptible when on_host_maintenance is MIGRATE',
      { ...instance, on_host_maintenance: 'MIGRATE', preemptible: true },
      'on_host_maintenance must be TERMINATE when using preemptible instances.',
      { ...instance, on_host_maintenance: 'TERMINATE', preemptible: true },
      { ...instance, on_host_maintenance: 'MIGRATE', preemptible: false },
    ],
    ['none of use_iap when communicator is none', { ...instance, communicator: 'none', use_iap: true }, 'IAP tunnel is not implemented for none communicator', {
      ...instance, communicator: 'ssh', use_iap: true,
    }],
    [
      'none of address when omit_external_ip is true',
      { ...instance, omit_external_ip: true, use_internal_ip: true, address: 'a' },
      "you can not specify an external address when 'omit_external_ip' is true",
      { ...instance, address: 'a' },
    ],
    [
      'at least one of use_internal_ip when omit_external_ip is true',
      { ...instance, omit_external_ip: true },
      "'use_internal_ip' must be true if 'omit_external_ip' is true",
      { ...instance, omit_external_ip: true, use_internal_ip: true },
    ],
    [
      'at least one of accelerator_type when accelerator_count',
      { ...instance, accelerator_count: 1, on_host_maintenance: 'TERMINATE' },
      "'accelerator_type' must be set when 'accelerator_count' is more than 0",
      { ...instance, accelerator_count: 1, accelerator_type: 'a', on_host_maintenance: 'TERMINATE' },
    ],
    [
      'at least one of on_host_maintenance, preemptible when accelerator_count',
      { ...instance, accelerator_count: 1, accelerator_type: 'a' },
      "'on_host_maintenance' must be set to 'TERMINATE' when 'accelerator_count' is more than 0",
      { ...instance, accelerator_count: 1, accelerator_type: 'a', preemptible: true },
    ],
    [
      'none of accelerator_count when on_host_maintenance is MIGRATE',
      { ...instance, accelerator_count: 1, accelerator_type: 'a', on_host_maintenance: 'MIGRATE' },
      "'on_host_maintenance' must be set to 'TERMINATE' when 'accelerator_count' is more than 0",
      { ...instance, accelerator_count: 0, on_host_maintenance: 'MIGRATE' },
    ],
    [
      'none of service_account_email when disable_default_service_account is true',
      { ...instance, disable_default_service_account: true, service_account_email: 's' },
      "you may not specify a 'service_account_email' when 'disable_default_service_account' is true",
      { ...instance, service_account_email: 's' },
    ],
    ['length of image_family', { ...instance, image_family: LONG }, 'Invalid image family: Must not be longer than 63 characters', {
      ...instance, image_family: 'a',
    }],
    ['length of image_name', { ...instance, image_name: LONG }, 'Invalid image name: Must not be longer than 63 characters', {
      ...instance, image_name: 'web-{{timestamp}}',
    }],
    ['range of max_run_duration_in_seconds', { ...instance, max_run_duration_in_seconds: -1 }, 'max_run_duration must be greater than 0', {
      ...instance, max_run_duration_in_seconds: 0,
    }],
    ['disk_attachment: at least one of volume_type, source_volume', withDisk({ volume_size: 10 }), 'A valid volume type was not specified', withDisk(data)],
    ['disk_attachment: at least one of volume_size, source_image, source_volume', withDisk({ volume_type: 'pd-ssd' }), 'volume_size must be specified', withDisk({
      volume_type: 'pd-ssd', source_image: 's',
    })],
    [
      'disk_attachment: none of volume_size, volume_type, disk_name, iops, keep_device, source_image when source_volume',
      withDisk({ ...data, source_volume: 's' }),
      NEW_DISK,
      withDisk({ source_volume: 's', device_name: 'd', attachment_mode: 'READ_ONLY' }),
    ],
    [
      'disk_attachment: none of volume_size, volume_type, disk_name, iops, keep_device, source_image when source_volume',
      withDisk({ source_image: 'i', source_volume: 's' }),
      'source_volume and source_image are mutually exclusive',
    ],
    ['disk_attachment: none of device_name, create_image when volume_type is scratch', withDisk({ ...scratch, device_name: 'd' }), 'may not have a device_name', withDisk({
      ...data, device_name: 'd', create_image: true,
    })],
    ['disk_attachment: none of keep_device, disk_name when volume_type is scratch', withDisk({ ...scratch, disk_name: 'd' }), 'cannot have a name specified', withDisk({
      ...data, disk_name: 'd', keep_device: true,
    })],
    [
      `disk_attachment: none of iops when volume_type is ${OTHERS.join(', ')}`,
      withDisk({ ...data, iops: 20000 }),
      'IOPS may only be specified for "pd-extreme" volumes',
      withDisk({ ...data, volume_type: 'pd-extreme', iops: 20000 }),
    ],
    ['disk_attachment: values of attachment_mode', withDisk({ ...data, attachment_mode: 'rw' }), 'Invalid attachment_mode', withDisk({
      ...data, attachment_mode: 'READ_WRITE',
    })],
    ['disk_attachment: values of interface_type', withDisk({ ...data, interface_type: 'nvme' }), 'Invalid interface_type', withDisk({ ...data, interface_type: 'NVME' })],
    ['disk_attachment: values of volume_type', withDisk({ ...data, volume_type: 'ssd' }), 'A valid volume type was not specified', withDisk(scratch)],
    [
      'disk_attachment: range of iops',
      withDisk({ ...data, volume_type: 'pd-extreme', iops: 120001 }),
      'Requested IOPS must be >= 10000 and <= 120000',
      withDisk({ ...data, iops: 0 }),
    ],
    ['disk_attachment: length of disk_name', withDisk({ ...data, disk_name: LONG }), 'The name must be 1-63 characters long', withDisk({ ...data, disk_name: 'd' })],
  ]),
  ...ruleRows('post-processor', 'googlecompute-export', [
    [ONE_METHOD, { ...exported, ...twice }, TOO_MANY, exported],
    ['at least one of paths', { ...exported, paths: [] }, 'paths must be specified', exported],
  ]),
  ...ruleRows('post-processor', 'googlecompute-import', [
    [ONE_METHOD, { ...imported, ...twice }, TOO_MANY, imported],
    ['at least one of bucket', { ...imported, bucket: '' }, 'bucket must be set', imported],
    ['at least one of image_name', { ...imported, image_name: '' }, 'image_name must be set', imported],
    ['at least one of project_id', { ...imported, project_id: '' }, 'project_id must be set', imported],
  ]),
  ...ruleRows('data', 'googlecompute-image', [
    ['at least one of project_id', { ...image, project_id: '' }, 'project_id must be specified', image],
    ['at least one of filters', { ...image, filters: '' }, 'filters must be specified to narrow down image search', image],
  ]),
  ...ruleRows('data', 'googlecompute-parametermanager', [
    ['at least one of project_id', { ...parameter, project_id: '' }, "a 'project_id' must be specified", parameter],
    ['at least one of name', { ...parameter, name: '' }, "a 'name' must be specified", parameter],
    ['at least one of version', { ...parameter, version: '' }, "a 'version' must be specified", parameter],
  ]),
  ...ruleRows('data', 'googlecompute-secretsmanager', [
    ['at least one of project_id', { ...secret, project_id: '' }, "a 'project_id' must be specified", secret],
    ['at least one of name', { ...secret, name: '' }, "a 'name' must be specified", { ...secret, version: '3' }],
  ]),
];

export const GOOGLECOMPUTE_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'googlecompute', {
    'texts that may be written in any case': { ...instance, image_architecture: 'arm64', instance_termination_action: 'delete', max_run_duration_in_seconds: 60 },
    'a preemptible instance is always ended': { ...instance, preemptible: true, on_host_maintenance: 'whatever' },
    'both kinds of source image': { ...instance, source_image: 's' },
    'files': { ...instance, metadata_files: { script: 'script.sh' }, startup_script_file: 'script.sh', image_platform_key: 'script.sh', image_signatures_db: ['script.sh'] },
    'a key of one\'s own': { ...instance, image_encryption_key: { rawKey: 'k' }, disk_encryption_key: { kmsKeyName: 'k' } },
  }),
  ...nearRows('post-processor', 'googlecompute-import', {
    'the name of the object may be a Go template': { ...imported, gcs_object_name: 'web-{{timestamp}}.tar.gz', image_architecture: 'ARM64' },
  }),
];
