import { nearRows, NearRow, RuleRow, ruleRows } from '../rule-rows';

const server = { token: 't', location: 'fsn1', server_type: 'cx23', ssh_username: 'root' };
const valid = { ...server, image: 'i' };
const found = { ...server, image_filter: { with_selector: ['name=web'] } };

export const HCLOUD_RULES: readonly RuleRow[] = ruleRows('source', 'hcloud', [
  ['at least one of location', { ...valid, location: '' }, 'location is required', valid],
  ['at least one of server_type', { ...valid, server_type: '' }, 'server type is required', valid],
  ['exactly one of image, image_filter', server, 'image or image_filter is required', valid, found],
  ['exactly one of image, image_filter', { ...found, image: 'i' }, 'only one of image or image_filter can be specified', found],
  ['at most one of user_data, user_data_file', { ...valid, user_data: 'u', user_data_file: 'script.sh' }, 'only one of user_data or user_data_file', {
    ...valid, user_data: 'u',
  }],
  ['image_filter: at least one of with_selector', { ...server, image_filter: { most_recent: true } }, 'image_filter.with_selector is required', {
    ...server, image_filter: { with_selector: ['name=web'], most_recent: true },
  }],
]);

export const HCLOUD_NEAR_RULES: readonly NearRow[] = nearRows('source', 'hcloud', {
  'no address is asked for': { ...valid, public_ipv4: 'p', public_ipv4_disabled: true, public_ipv6_disabled: true },
  'a name may be a Go template': { ...valid, snapshot_name: 'web-{{timestamp}}', snapshot_labels: { built: '{{isotime}}' } },
});
