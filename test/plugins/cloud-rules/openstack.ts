import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

// The plugin signs in when it validates: it is asked beside an identity service that lets everybody in.
const server = {
  identity_endpoint: 'http://127.0.0.1:35357/v3', username: 'u', password: 'p', domain_name: 'd', tenant_name: 't', flavor: 'f', image_name: 'i', ssh_username: 'u',
};
const valid = { ...server, source_image: 's' };
const SOURCES = 'source_image, source_image_name, external_source_image_url';
const NO_SOURCE = 'Either a source_image, a source_image_name, an external_source_image_url or source_image_filter must be specified';
const TOO_MANY = 'Only one of the options source_image, source_image_name, external_source_image_url, or source_image_filter can be specified';
const filter = { filters: { name: 'n' }, most_recent: true };

export const OPENSTACK_RULES: readonly RuleRow[] = ruleRows('source', 'openstack', [
  ['at least one of image_name', { ...valid, image_name: '' }, 'An image_name must be specified', valid],
  ['at least one of flavor', { ...valid, flavor: '' }, 'A flavor must be specified', valid],
  [
    `at least one of ${SOURCES}, source_image_filter`,
    server,
    NO_SOURCE,
    valid,
    { ...server, source_image_name: 's' },
    { ...server, external_source_image_url: 'https://example.com/s' },
    { ...server, source_image_filter: filter },
  ],
  [`at most one of ${SOURCES}`, { ...valid, source_image_name: 's' }, TOO_MANY, { ...valid, source_image_filter: { most_recent: true } }],
  [`at most one of ${SOURCES}`, { ...valid, external_source_image_url: 'https://example.com/s' }, TOO_MANY, { ...valid, source_image_name: '' }],
  [
    'at least one of ssh_private_key_file, ssh_agent_auth when ssh_keypair_name',
    { ...valid, ssh_keypair_name: 'k' },
    'A ssh_private_key_file must be provided or ssh_agent_auth enabled when ssh_keypair_name is specified.',
    { ...valid, temporary_key_pair_name: 'k' },
  ],
  [
    'at least one of use_blockstorage_volume when image_disk_format',
    { ...valid, image_disk_format: 'qcow2' },
    'use_blockstorage_volume must be true if image_disk_format is specified.',
    { ...valid, image_disk_format: 'qcow2', use_blockstorage_volume: true },
  ],
  ['values of endpoint_type', { ...valid, endpoint_type: 'private' }, 'Invalid endpoint type provided', { ...valid, endpoint_type: 'internalURL' }],
  ['values of ssh_ip_version', { ...valid, ssh_ip_version: '5' }, 'SSH IP version must be either 4 or 6', { ...valid, ssh_ip_version: '6' }],
  ['range of image_min_disk', { ...valid, image_min_disk: -1 }, 'An image min disk size must be greater than or equal to 0', { ...valid, image_min_disk: 0 }],
]);

export const OPENSTACK_NEAR_RULES: readonly NearRow[] = nearRows('source', 'openstack', {
  'who sees the image may be written in any case': { ...valid, image_visibility: 'Shared' },
  'user data may come twice': { ...valid, user_data: 'u', user_data_file: 'script.sh' },
  'the old name of the network of the floating IP': { ...valid, floating_ip_pool: 'p', floating_ip_network: 'n' },
});
