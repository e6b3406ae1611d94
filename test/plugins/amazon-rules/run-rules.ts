import { ANY_FILE, row, RuleRow, values, within } from './rule-row';

const SPOT = { spot_price: '0.1' };
const SPOT_ONLY = 'should not be set when not requesting a spot instance';
const TAG = [{ key: 'a', value: 'b' }];
const NO_CREDITS = 'is not within the supported types for Unlimited credits';
const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }] };
const RESERVATIONS = 'are mutually exclusive, only one should be set';
const KEYS = { access_key: 'a', secret_key: 'b' };

/** Rules on how AWS is reached. */
export const ACCESS: readonly RuleRow[] = [
  row('amazon-ebs', 'access_key needs secret_key', { access_key: 'a' }, 'must both be either set or not set', KEYS),
  row('amazon-ebs', 'secret_key needs access_key', { secret_key: 'b' }, 'must both be either set or not set', KEYS),
  row('amazon-ebs', 'vault_aws_engine excludes access_key', { ...KEYS, vault_aws_engine: { name: 'a' } }, 'If you have set vault_aws_engine', KEYS),
];

/** Rules on the instance that the image is built on. */
export const RUN_CONFIG: readonly RuleRow[] = [
  row('amazon-ebs', 'a source AMI is required', { source_ami: undefined }, 'A source_ami or source_ami_filter must be specified',
    { source_ami: undefined, source_ami_filter: { owners: ['self'] } }, { source_ami_filter: { owners: ['self'] } }),
  row('amazon-ebs', 'an instance type is required', { instance_type: undefined }, 'either instance_type or spot_instance_types must be specified',
    { instance_type: undefined, spot_instance_types: ['t3.small'], ...SPOT }),
  row('amazon-ebs', 'one kind of instance type', { spot_instance_types: ['t3.small'] }, 'must be specified, not both', { spot_instance_types: [] }),
  row('amazon-ebs', 'one kind of user data', { user_data: 'a', user_data_file: ANY_FILE }, 'Only one of user_data or user_data_file',
    { user_data: 'a' }, { user_data_file: ANY_FILE }),
  row('amazon-ebs', 'one kind of security group', { security_group_id: 'sg-1', security_group_ids: ['sg-2'] }, 'Only one of security_group_id',
    { security_group_id: 'sg-1', security_group_ids: [] }, { security_group_ids: ['sg-1', 'sg-2'] }),
  row('amazon-ebs', 'one capacity reservation', { capacity_reservation_id: 'cr-1', capacity_reservation_group_arn: 'arn' },
    'capacity_reservation_id and capacity_reservation_group_arn', { capacity_reservation_id: 'cr-1' }, { capacity_reservation_group_arn: 'arn' }),
  row('amazon-ebs', 'a capacity reservation or a preference', { capacity_reservation_id: 'cr-1', capacity_reservation_preference: 'none' },
    RESERVATIONS, { capacity_reservation_preference: 'open' }),
  row('amazon-ebs', 'session_manager needs a profile', { ssh_interface: 'session_manager' }, 'no iam_instance_profile defined',
    { ssh_interface: 'session_manager', iam_instance_profile: 'builder' },
    { ssh_interface: 'session_manager', temporary_iam_instance_profile_policy_document: POLICY }),
  row('amazon-ebs', 'ssh_keypair_name needs a key', { ssh_keypair_name: 'team' }, 'ssh_private_key_file must be provided or ssh_agent_auth enabled',
    { ssh_keypair_name: 'team', ssh_agent_auth: true }),
  row('amazon-ebs', 'fleet_tags needs spot_price', { fleet_tags: { a: 'b' } }, SPOT_ONLY, { fleet_tags: { a: 'b' }, ...SPOT }),
  row('amazon-ebs', 'fleet_tag needs spot_price', { fleet_tag: TAG }, SPOT_ONLY, { fleet_tag: TAG, ...SPOT }),
  row('amazon-ebs', 'spot_tags needs spot_price', { spot_tags: { a: 'b' } }, SPOT_ONLY, { spot_tags: { a: 'b' }, spot_price: 'auto' }),
  row('amazon-ebs', 'spot_tag needs spot_price', { spot_tag: TAG }, SPOT_ONLY, { spot_tag: TAG, ...SPOT }),
  row('amazon-ebs', 'a price of 0 is no spot instance', { spot_tags: { a: 'b' }, spot_price: '0' }, SPOT_ONLY, { spot_price: '0' }),
  row('amazon-ebs', 'unlimited credits need an instance type',
    { enable_unlimited_credits: true, instance_type: undefined, spot_instance_types: ['t3.small'], ...SPOT }, NO_CREDITS,
    { enable_unlimited_credits: true }, { enable_unlimited_credits: false, instance_type: undefined, spot_instance_types: ['t3.small'], ...SPOT }),
  row('amazon-ebs', 'unlimited T2 credits need an instance type',
    { enable_t2_unlimited: true, instance_type: undefined, spot_instance_types: ['t3.small'], ...SPOT }, NO_CREDITS, { enable_t2_unlimited: true }),
  row('amazon-ebs', 'enclaves are not for spot instances', { enable_nitro_enclave: true, instance_type: 'm5.xlarge', ...SPOT },
    'Nitro Enclave cannot be used in conjunction with Spot Instances',
    { enable_nitro_enclave: true, instance_type: 'm5.xlarge' }, { enable_nitro_enclave: false, instance_type: 'm5.xlarge', ...SPOT }),
  values('amazon-ebs', 'ssh_interface', 'Unknown interface type',
    ['public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6', 'session_manager', ''], { iam_instance_profile: 'builder' }),
  values('amazon-ebs', 'shutdown_behavior', "only accepts 'stop' or 'terminate'", ['stop', 'terminate', '']),
  values('amazon-ebs', 'capacity_reservation_preference', "only accepts 'none' or 'open'", ['none', 'open']),
  values('amazon-ebs', 'tenancy', 'Unknown tenancy type', ['default', 'dedicated', 'host']),
  values('amazon-ebs', 'spot_allocation_strategy', 'invalid spot allocation strategy',
    ['lowest-price', 'diversified', 'capacity-optimized', 'capacity-optimized-prioritized', 'price-capacity-optimized']),
  ...['amazon-ebs', 'amazon-ebssurrogate', 'amazon-ebsvolume', 'amazon-instance'].map((type) => (
    values(type, 'temporary_key_pair_type', 'requires either rsa or ed25519', ['rsa', 'ed25519']))),
  within(['metadata_options'], values('amazon-ebs', 'http_endpoint', 'requires either disabled or enabled', ['enabled', 'disabled'])),
  within(['metadata_options'], values('amazon-ebs', 'http_tokens', 'requires either optional or required', ['optional', 'required'])),
  within(['metadata_options'], values('amazon-ebs', 'instance_metadata_tags', 'requires either disabled or enabled', ['enabled', 'disabled'])),
  within(['metadata_options'], row('amazon-ebs', 'at most 64 hops', { http_put_response_hop_limit: 65 }, 'a number between 1 and 64',
    { http_put_response_hop_limit: 64 }, { http_put_response_hop_limit: 1 }, { http_put_response_hop_limit: 0 })),
  within(['metadata_options'], row('amazon-ebs', 'no negative hops', { http_put_response_hop_limit: -1 }, 'a number between 1 and 64')),
  within(['placement'], values('amazon-ebs', 'tenancy', 'Unknown tenancy type', ['default', 'dedicated', 'host'])),
  within(['placement'], row('amazon-ebs', 'one kind of host', { host_id: 'h-1', host_resource_group_arn: 'arn' }, 'cannot be specified at the same time',
    { host_id: 'h-1' }, { host_resource_group_arn: 'arn' })),
  within(['placement'], row('amazon-ebs', 'a host needs its tenancy', { host_id: 'h-1', tenancy: 'dedicated' }, 'The tenancy should be `host`',
    { host_id: 'h-1', tenancy: 'host' })),
];
