import { nearRows, NearRow, RuleRow, ruleRows } from './rule-rows';

const playbook = { playbook_file: 'script.sh' };
const states = { local_state_tree: 'context' };
const server = { server_url: 'https://chef.example.com' };
const BOTH_POLICIES = 'If either policy_name or policy_group are set, they must both be set.';
const cleanUp = { identifier: 'web', keep_releases: 3, regions: ['eu-west-1'] };
const uploaded = { box_tag: 'example/web', version: '1.0.0' };

/** The rules of plugins that configure, test, clean up or pack, by the plugin's name. Each plugin was asked when its rows were written. */
export const STEP_RULES: { readonly [plugin: string]: readonly RuleRow[] } = {
  'ansible': [
    ...ruleRows('provisioner', 'ansible', [
      ['at least one of playbook_file', { user: 'u', skip_version_check: true }, 'playbook_file must be specified.', { ...playbook, skip_version_check: true }],
      ['range of local_port', { ...playbook, skip_version_check: true, local_port: 65536 }, 'local_port: 65536 must be a valid port', {
        ...playbook, skip_version_check: true, local_port: 65535,
      }],
    ]),
    ...ruleRows('provisioner', 'ansible-local', [
      ['exactly one of playbook_file, playbook_files', { command: 'c' }, 'Either playbook_file or playbook_files must be specified', playbook],
      [
        'exactly one of playbook_file, playbook_files',
        { ...playbook, playbook_files: ['script.sh'] },
        'Either playbook_file or playbook_files can be specified, not both',
        { playbook_files: ['script.sh', 'script.sh'] },
      ],
    ]),
  ],
  'chef': ruleRows('provisioner', 'chef-client', [
    ['at least one of server_url', { run_list: ['recipe[web]'] }, 'server_url must be set', server],
    ['at least one of policy_group when policy_name', { ...server, policy_name: 'n' }, BOTH_POLICIES, { ...server, policy_name: 'n', policy_group: 'g' }],
    ['at least one of policy_name when policy_group', { ...server, policy_group: 'g' }, BOTH_POLICIES, { ...server, policy_name: '', policy_group: '' }],
  ]),
  'puppet': ruleRows('provisioner', 'puppet-masterless', [
    ['at least one of manifest_file', { manifest_dir: 'context' }, 'A manifest_file must be specified.', { manifest_file: 'script.sh' }, { manifest_file: 'context' }],
  ]),
  'salt': ruleRows('provisioner', 'salt-masterless', [
    ['at least one of local_state_tree', { skip_bootstrap: true }, 'local_state_tree cannot be empty', states],
    [
      'none of remote_pillar_roots, remote_state_tree when minion_config',
      { ...states, minion_config: 'script.sh', remote_pillar_roots: '/pillar' },
      'remote_state_tree and remote_pillar_roots only apply when minion_config is not used',
      { ...states, remote_pillar_roots: '/pillar', remote_state_tree: '/salt' },
      { ...states, minion_config: 'script.sh', remote_state_tree: '' },
    ],
  ]),
  'goss': ruleRows('provisioner', 'goss', [
    ['at least one of tests', { goss_file: 'goss.yaml' }, 'tests must be specified', { tests: ['script.sh', 'context'] }],
    ['values of format', { tests: ['script.sh'], format: 'xml' }, 'Invalid format choice xml', { tests: ['script.sh'], format: 'tap' }],
    ['values of format_options', { tests: ['script.sh'], format_options: 'x' }, 'Invalid format options choice x', {
      tests: ['script.sh'], format_options: 'pretty',
    }],
    ['values of target_os', { tests: ['script.sh'], target_os: 'linux' }, 'Os must be Linux or Windows', { tests: ['script.sh'], target_os: 'Windows' }],
  ]),
  'amazon-ami-management': ruleRows('post-processor', 'amazon-ami-management', [
    ['at least one of identifier, tags', { ...cleanUp, identifier: '' }, '`identifier` or `tags` must be defined', {
      ...cleanUp, identifier: '', tags: { team: 'web' },
    }],
    ['exactly one of keep_days, keep_releases', { ...cleanUp, keep_releases: 0 }, '`keep_releases` or `keep_days` must be greater than 1', {
      ...cleanUp, keep_releases: 0, keep_days: 7,
    }],
    ['exactly one of keep_days, keep_releases', { ...cleanUp, keep_days: 7 }, '`keep_releases` and `keep_days` cannot be set as the same time', cleanUp],
    ['range of keep_days', { ...cleanUp, keep_releases: 0, keep_days: -1 }, '`keep_days` must be greater than 1', { ...cleanUp, keep_days: 0 }],
    ['range of keep_releases', { ...cleanUp, keep_releases: -1 }, '`keep_releases` must be greater than 1', { ...cleanUp, keep_releases: 1 }],
    ['at least one of regions', { ...cleanUp, regions: [] }, 'empty `regions` is not allowed', cleanUp],
  ]),
  'vagrant': [
    ...ruleRows('source', 'vagrant', [
      ['exactly one of global_id, source_path', { communicator: 'ssh' }, 'source_path is required unless you have set global_id', {
        communicator: 'ssh', source_path: 'example/base',
      }],
      [
        'exactly one of global_id, source_path',
        { communicator: 'ssh', source_path: 'example/base', global_id: '1a2b3c4' },
        'You may either set global_id or source_path but not both',
        { communicator: 'ssh', global_id: '1a2b3c4' },
      ],
      ['at least one of communicator', { source_path: 'example/base' }, 'only supports the ssh communicator', { communicator: 'ssh', source_path: 'b' }],
      ['values of communicator', { communicator: 'winrm', source_path: 'b' }, 'only supports the ssh communicator', { communicator: 'ssh', source_path: 'b' }],
    ]),
    ...ruleRows('post-processor', 'vagrant', [
      ['values of provider_override', { provider_override: 'podman' }, 'The given provider_override podman is not valid', { provider_override: 'docker' }],
    ]),
    ...ruleRows('post-processor', 'vagrant-cloud', [
      ['at least one of box_tag', { version: '1.0.0' }, 'box_tag must be set', uploaded],
      ['at least one of version', { box_tag: 'example/web' }, 'version must be set', uploaded],
    ]),
    ...ruleRows('post-processor', 'vagrant-registry', [
      ['at least one of box_tag', { version: '1.0.0' }, 'box_tag must be set', uploaded],
      ['at least one of version', { box_tag: 'example/web' }, 'version must be set', uploaded],
    ]),
  ],
  'windows-update': [],
};

/** What no rule forbids. */
export const NEAR_STEP_RULES: readonly NearRow[] = [
  ...nearRows('provisioner', 'chef-solo', { 'nothing is needed': {}, 'the machine is named in any case': { guest_os_type: 'Windows' } }),
  ...nearRows('provisioner', 'puppet-server', { 'nothing is needed': {} }),
  ...nearRows('provisioner', 'windows-update', { 'nothing is needed': {}, 'a restart may take long': { restart_timeout: '1h30m' } }),
  ...nearRows('provisioner', 'ansible', {
    'the kind of key is named in any case': { ...playbook, skip_version_check: true, ansible_proxy_key_type: 'rsa' },
  }),
  ...nearRows('post-processor', 'vagrant', { 'nothing is needed': {} }),
  ...nearRows('post-processor', 'amazon-ami-management', { 'tags have no effect beside an identifier': { ...cleanUp, tags: { team: 'web' } } }),
];
