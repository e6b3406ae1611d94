import { Configuration, nearRows, NearRow, RuleRow, ruleRows, Rules } from './rule-rows';

const NOTHING_TO_RUN = 'Either a script file or inline script must be specified.';
const remote = { ssh_host: 'h', ssh_username: 'u', ssh_agent_auth: true };
const ssh = { communicator: 'ssh', ...remote };
const winrm = { communicator: 'winrm', winrm_host: 'h', winrm_username: 'u', winrm_password: 'p' };

/** Without some options. */
function without(configuration: Configuration, ...options: string[]): Configuration {
  return Object.fromEntries(Object.entries(configuration).filter(([name]) => !options.includes(name)));
}

const SCRIPTS: Rules = [
  ['exactly one of inline, script, scripts', {}, NOTHING_TO_RUN, { inline: ['true'] }, { script: 'script.sh' }, { scripts: ['script.sh'] }],
  [
    'exactly one of inline, script, scripts',
    { inline: ['true'], script: 'script.sh' },
    'Only a script file or an inline script can be specified, not both.',
  ],
  ['exactly one of inline, script, scripts', { script: 'script.sh', scripts: ['script.sh'] }, 'Only one of script or scripts can be specified.'],
];

const SHELL_LOCAL: Rules = [
  [
    'exactly one of command, inline, script, scripts',
    {},
    'Command, Inline, Script and Scripts options cannot all be empty.',
    { command: 'true' },
    { inline: ['true'] },
    { script: 'script.sh' },
    { scripts: ['script.sh'] },
  ],
  ['exactly one of command, inline, script, scripts', { command: 'true', inline: ['true'] }, 'You may only specify one of'],
  ['exactly one of command, inline, script, scripts', { inline: ['true'], scripts: ['script.sh'] }, 'You may only specify one of'],
  [
    'none of command, inline when use_linux_pathing is true',
    { inline: ['true'], use_linux_pathing: true },
    'Packer is unable to use the Command and Inline',
    { inline: ['true'], use_linux_pathing: false },
  ],
  ['values of only_on', { inline: ['true'], only_on: ['linux', 'plan9'] }, 'Invalid OS specified in only_on', {
    inline: ['true'], only_on: ['darwin', 'freebsd', 'linux', 'openbsd', 'solaris', 'windows'],
  }],
];

const artifact = { bucket_name: 'b', channel_name: 'c', platform: 'aws', region: 'r' };
const image = { bucket_name: 'b', channel: 'c', cloud_provider: 'aws', region: 'r' };
const key = { signing_mode: 'key', signer: 'key.pem' };
const keyless = { signing_mode: 'keyless', keyless_identity: 'i', keyless_oidc_issuer: 'o' };

export const CORE_RULES: readonly RuleRow[] = [
  ...ruleRows('source', 'file', [
    ['at least one of target', { content: 'c' }, 'target required', { content: 'c', target: 't' }],
    [
      'at most one of content, source',
      { content: 'c', source: 'script.sh', target: 't' },
      'Cannot specify source file AND content',
      { target: 't' },
      { source: 'script.sh', target: 't' },
    ],
  ]),
  ...ruleRows('source', 'null', [
    ['at least one of communicator, ssh_host', without(remote, 'ssh_host'), 'a Host must be specified', remote, { communicator: 'none' }],
    ['at least one of communicator, ssh_username', without(remote, 'ssh_username'), 'An ssh_username must be specified', remote],
    [
      'at least one of communicator, ssh_agent_auth, ssh_password, ssh_private_key_file',
      without(remote, 'ssh_agent_auth'),
      'one authentication method must be specified',
      { ssh_host: 'h', ssh_username: 'u', ssh_password: 'p' },
    ],
    ['at least one of ssh_host when communicator is ssh', without(ssh, 'ssh_host'), 'a Host must be specified', ssh],
    ['at least one of ssh_username when communicator is ssh', without(ssh, 'ssh_username'), 'An ssh_username must be specified', ssh],
    [
      'exactly one of ssh_agent_auth, ssh_password, ssh_private_key_file when communicator is ssh',
      { ...ssh, ssh_password: 'p' },
      'only one of ssh_agent_auth, ssh_password, and ssh_private_key_file must be specified',
      { ...ssh, ssh_agent_auth: false, ssh_password: 'p' },
    ],
    [
      'exactly one of ssh_agent_auth, ssh_password, ssh_private_key_file when communicator is ssh',
      without(ssh, 'ssh_agent_auth'),
      'one authentication method must be specified',
    ],
    [
      'at most one of ssh_bastion_host, ssh_proxy_host when communicator is ssh',
      { ...ssh, ssh_bastion_host: 'b', ssh_bastion_password: 'p', ssh_proxy_host: 'p' },
      'please specify either ssh_bastion_host or ssh_proxy_host, not both',
      { ...ssh, ssh_bastion_host: 'b', ssh_bastion_password: 'p' },
      { ...ssh, ssh_proxy_host: 'p' },
    ],
    ['at least one of winrm_host when communicator is winrm', without(winrm, 'winrm_host'), 'a Host must be specified', winrm],
    ['at least one of winrm_username when communicator is winrm', without(winrm, 'winrm_username'), 'winrm_username must be specified.', winrm],
    [
      'at least one of ssh_agent_auth, ssh_private_key_file, winrm_password when communicator is winrm',
      without(winrm, 'winrm_password'),
      'one authentication method must be specified',
      { ...without(winrm, 'winrm_password'), ssh_agent_auth: true },
    ],
    [
      'at most one of ssh_agent_auth, ssh_password, ssh_private_key_file when communicator is winrm',
      { ...winrm, ssh_agent_auth: true, ssh_password: 'p' },
      'only one of ssh_agent_auth, ssh_password, and ssh_private_key_file must be specified',
      { ...winrm, ssh_agent_auth: true },
    ],
    ['values of communicator', { communicator: 'telnet' }, 'Communicator type telnet is invalid', ssh, winrm, { communicator: 'none' }],
    ['values of communicator', { ...remote, communicator: 'docker' }, 'a Host must be specified'],
  ]),
  ...ruleRows('provisioner', 'file', [
    ['at least one of destination', { source: 'script.sh' }, 'Destination must be specified.', { source: 'script.sh', destination: 'd' }],
    [
      'none of source, sources when content',
      { content: 'c', source: 'script.sh', destination: 'd' },
      'source(s) conflicts with content.',
      { content: 'c', destination: 'd' },
    ],
    ['none of source, sources when content', { content: 'c', sources: ['script.sh'], destination: 'd' }, 'source(s) conflicts with content.'],
    [
      'values of direction',
      { direction: 'sideways', source: 'script.sh', destination: 'd' },
      'Direction must be one of: download, upload.',
      { direction: 'download', source: 'absent', destination: 'd' },
      { direction: 'upload', source: 'script.sh', destination: 'd' },
    ],
  ]),
  ...ruleRows('provisioner', 'hcp-sbom', [
    ['exactly one of auto_generate, source', {}, 'source must be specified when auto_generate is not enabled', { source: 's' }],
    [
      'exactly one of auto_generate, source',
      { auto_generate: true, source: 's' },
      'source and auto_generate are mutually exclusive',
      { auto_generate: true },
      { auto_generate: false, source: 's' },
    ],
    ['length of sbom_name', { source: 's', sbom_name: 'ab' }, 'contain between 3 and 36 characters', { source: 's', sbom_name: 'abc' }],
    ['length of sbom_name', { source: 's', sbom_name: 'a'.repeat(37) }, 'contain between 3 and 36 characters', {
      source: 's', sbom_name: 'a'.repeat(36),
    }],
  ]),
  ...ruleRows('provisioner', 'powershell', [
    ...SCRIPTS,
    [
      'at least one of elevated_user when elevated_password',
      { inline: ['a'], elevated_password: 'p' },
      "Must supply an 'elevated_user' if 'elevated_password' provided",
      { inline: ['a'], elevated_password: 'p', elevated_user: 'u' },
      { inline: ['a'], elevated_user: 'u' },
    ],
    [
      'range of debug_mode',
      { inline: ['a'], debug_mode: 3 },
      'valid values are 0, 1, and 2',
      { inline: ['a'], debug_mode: 0 },
      { inline: ['a'], debug_mode: 2 },
    ],
    ['range of debug_mode', { inline: ['a'], debug_mode: -1 }, 'valid values are 0, 1, and 2'],
  ]),
  ...ruleRows('provisioner', 'shell', SCRIPTS),
  ...ruleRows('provisioner', 'windows-shell', SCRIPTS),
  ...ruleRows('provisioner', 'shell-local', SHELL_LOCAL),
  ...ruleRows('post-processor', 'shell-local', SHELL_LOCAL),
  ...ruleRows('post-processor', 'artifice', [['at least one of files', {}, 'No files specified in artifice configuration', { files: ['f'] }]]),
  ...ruleRows('post-processor', 'checksum', [
    ['values of checksum_types', { checksum_types: ['md5', 'sha3'] }, 'Unrecognized checksum type: sha3', {
      checksum_types: ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'],
    }],
  ]),
  ...ruleRows('post-processor', 'provenance', [
    ['values of signing_mode', { signing_mode: 'gpg' }, 'signing_mode "gpg" is not implemented', { signing_mode: 'none' }, key, keyless],
    ['at least one of key, signer when signing_mode is key, kms', { signing_mode: 'key' }, 'requires signer or key', key, {
      signing_mode: 'key', key: 'key.pem',
    }],
    ['at least one of key, signer when signing_mode is key, kms', { signing_mode: 'kms' }, 'requires signer or key', {
      signing_mode: 'kms', signer: 'awskms:///k',
    }],
    ['none of verifier when signing_mode is keyless', { ...keyless, verifier: 'v' }, 'does not support verifier overrides', { ...key, verifier: 'v' }],
    ['at least one of keyless_identity when signing_mode is keyless', without(keyless, 'keyless_identity'), 'requires keyless_identity', keyless],
    ['at least one of keyless_oidc_issuer when signing_mode is keyless', without(keyless, 'keyless_oidc_issuer'), 'and keyless_oidc_issuer', keyless],
  ]),
  ...ruleRows('data', 'hcp-packer-artifact', [
    ['at least one of bucket_name', without(artifact, 'bucket_name'), 'the `bucket_name` must be specified', artifact],
    ['exactly one of channel_name, version_fingerprint', without(artifact, 'channel_name'), '`channel_name` must be specified', artifact, {
      ...without(artifact, 'channel_name'), version_fingerprint: 'f',
    }],
    ['exactly one of channel_name, version_fingerprint', { ...artifact, version_fingerprint: 'f' }, 'cannot be specified together'],
    ['at least one of platform', without(artifact, 'platform'), 'the `platform` must be specified'],
    ['at least one of region', without(artifact, 'region'), 'the `region` must be specified'],
  ]),
  ...ruleRows('data', 'hcp-packer-image', [
    ['at least one of bucket_name', without(image, 'bucket_name'), 'The `bucket_name` must be specified', image],
    ['exactly one of channel, iteration_id', without(image, 'channel'), '`iteration_id` or `channel` must be specified', {
      ...without(image, 'channel'), iteration_id: 'i',
    }],
    ['exactly one of channel, iteration_id', { ...image, iteration_id: 'i' }, '`iteration_id` and `channel` cannot both be specified'],
    ['at least one of cloud_provider', without(image, 'cloud_provider'), '`cloud_provider` is'],
    ['at least one of region', without(image, 'region'), '`region` is'],
  ]),
  ...ruleRows('data', 'hcp-packer-iteration', [
    ['at least one of bucket_name', { channel: 'c' }, 'The `bucket_name` must be specified', { bucket_name: 'b', channel: 'c' }],
    ['at least one of channel', { bucket_name: 'b' }, '`channel` is currently a required field'],
  ]),
  ...ruleRows('data', 'hcp-packer-version', [
    ['at least one of bucket_name', { channel_name: 'c' }, 'the `bucket_name` must be specified', { bucket_name: 'b', channel_name: 'c' }],
    ['at least one of channel_name', { bucket_name: 'b' }, 'the `channel_name` must be specified'],
  ]),
  ...ruleRows('data', 'http', [
    ['at least one of url', {}, 'the `url` must be specified', { url: 'http://h' }],
    ['values of method', { url: 'http://h', method: 'get' }, 'the `method` must be one of', { url: 'http://h', method: 'PATCH' }],
  ]),
  ...ruleRows('data', 'null', [['at least one of input', {}, 'The `input` must be specified', { input: 'i' }]]),
];

/** Of what Go cannot tell from an option that was not given: empty texts and lists, false and zero. And what no rule forbids. */
export const CORE_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'file', { 'an empty text is no content': { content: '', source: 'script.sh', target: 't' } }),
  ...nearRows('source', 'null', {
    'without a communicator nothing is asked for': { communicator: 'none', ssh_agent_auth: true, ssh_password: 'p', winrm_password: 'p' },
    'without a communicator a bastion and a proxy are ignored': { communicator: 'none', ssh_bastion_host: 'b', ssh_proxy_host: 'p' },
    'no communicator is SSH': { ...remote, communicator: '' },
    'an agent that is not used is none': { ...remote, ssh_agent_auth: false, ssh_password: 'p' },
    'a way to copy files is not looked at with WinRM': { ...winrm, ssh_file_transfer_method: 'ftp' },
    'a kind of key is not looked at where no key is made': { ...ssh, temporary_key_pair_type: 'none' },
  }),
  ...nearRows('provisioner', 'file', {
    'nothing to copy is nothing to do': { destination: 'd' },
    'one source and several are added': { source: 'script.sh', sources: ['script.sh'], destination: 'd' },
    'an empty text is no content': { content: '', source: 'script.sh', destination: 'd' },
    'no direction is up': { direction: '', source: 'script.sh', destination: 'd' },
    'a source that appears later': { generated: true, source: 'absent', destination: 'd' },
  }),
  ...nearRows('provisioner', 'shell', {
    'empty lists are not given': { inline: [], script: 'script.sh', scripts: [] },
    'an empty path is not given': { inline: ['true'], script: '' },
    'a folder and a path are given': { inline: ['true'], remote_folder: 'f', remote_file: 'f', remote_path: '/p' },
  }),
  ...nearRows('provisioner', 'shell-local', {
    'an empty command is not given': { command: '', inline: ['true'], script: '', scripts: [] },
    'no system is every system': { inline: ['true'], only_on: [] },
  }),
  ...nearRows('provisioner', 'powershell', {
    'policies in any case': { inline: ['a'], execution_policy: 'RemoteSigned' },
    'policies by number': { inline: ['a'], execution_policy: '7' },
  }),
  ...nearRows('provisioner', 'hcp-sbom', {
    'a user without a password': { auto_generate: true, elevated_user: 'u' },
    'no name': { source: 's', sbom_name: '' },
  }),
  ...nearRows('provisioner', 'breakpoint', { 'nothing is needed': {} }),
  ...nearRows('provisioner', 'windows-restart', { 'nothing is needed': {} }),
  ...nearRows('post-processor', 'checksum', { 'no kind is the usual kind': { checksum_types: [] } }),
  ...nearRows('post-processor', 'compress', {
    'a format that nobody knows is tar.gz': { format: 'rar' },
    'a level above the highest is the highest': { compression_level: 12 },
  }),
  ...nearRows('post-processor', 'manifest', { 'nothing is needed': {} }),
  ...nearRows('post-processor', 'provenance', {
    'nothing is needed': {},
    'two names of one signer': { signing_mode: 'key', signer: 'key.pem', key: 'key.pem' },
    'a format is looked at only when it is written': { sbom: true, sbom_format: 'text' },
    'no mode is none': { signing_mode: '' },
  }),
  ...nearRows('data', 'http', { 'no method is the usual one': { url: 'http://h', method: '' } }),
  ...nearRows('data', 'hcp-packer-artifact', { 'an empty fingerprint is not given': { ...artifact, version_fingerprint: '' } }),
];
