import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const droplet = { api_token: 't', region: 'fra1', size: 's-1vcpu-1gb', image: 'i', ssh_username: 'root' };
const disk = {
  api_token: 't', spaces_key: 'k', spaces_secret: 's', spaces_region: 'fra1', space_name: 's', image_name: 'i', image_regions: ['fra1'],
};
const lookup = { api_token: 't', name: 'n' };

export const DIGITALOCEAN_RULES: readonly RuleRow[] = [
  ...ruleRows('source', 'digitalocean', [
    ['at least one of region', { ...droplet, region: '' }, 'region is required', droplet],
    ['at least one of size', { ...droplet, size: '' }, 'size is required', droplet],
    ['at least one of image', { ...droplet, image: '' }, 'image is required', droplet],
    ['at most one of user_data, user_data_file', { ...droplet, user_data: 'u', user_data_file: 'script.sh' }, 'only one of user_data or user_data_file', {
      ...droplet, user_data: 'u',
    }],
    ['at least one of private_networking when vpc_uuid', { ...droplet, vpc_uuid: 'v' }, 'private networking should be enabled to use vpc_uuid', {
      ...droplet, vpc_uuid: 'v', private_networking: true,
    }],
    [
      'at least one of private_networking when connect_with_private_ip is true',
      { ...droplet, connect_with_private_ip: true },
      'private networking should be enabled to use connect_with_private_ip',
      { ...droplet, connect_with_private_ip: true, private_networking: true },
      { ...droplet, connect_with_private_ip: false },
    ],
    [
      'at least one of ssh_private_key_file when ssh_key_id',
      { ...droplet, ssh_key_id: 1 },
      'Must specify a `ssh_private_key_file` when using `ssh_key_id`.',
      { ...droplet, ssh_key_id: 0 },
    ],
  ]),
  ...ruleRows('post-processor', 'digitalocean-import', [
    ['at least one of spaces_region', { ...disk, spaces_region: '' }, 'spaces_region must be set', disk],
    ['at least one of space_name', { ...disk, space_name: '' }, 'space_name must be set', disk],
    ['at least one of image_name', { ...disk, image_name: '' }, 'image_name must be set', disk],
    ['at least one of image_regions', { ...disk, image_regions: [] }, 'image_regions must be set', disk],
  ]),
  ...ruleRows('data', 'digitalocean-image', [
    ['exactly one of name, name_regex', { api_token: 't' }, 'one of name or name_regex is required', lookup, { api_token: 't', name_regex: 'n' }],
    ['exactly one of name, name_regex', { ...lookup, name_regex: 'n' }, 'only one of name or name_regex can be set'],
    ['values of type', { ...lookup, type: 'snapshot' }, 'invalid type; must be one of', { ...lookup, type: 'user' }],
  ]),
];

export const DIGITALOCEAN_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'digitalocean', {
    'an image by its id': { ...droplet, image: '123' },
    'names and tags may be Go templates': { ...droplet, snapshot_name: 'web-{{timestamp}}', snapshot_tags: ['{{timestamp}}'], tags: ['a{{timestamp}}'] },
  }),
  ...nearRows('post-processor', 'digitalocean-import', {
    'the name of the object may be a Go template': { ...disk, space_object_name: 'web-{{timestamp}}.{{build `ID`}}' },
  }),
];
