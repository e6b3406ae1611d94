import { Built, content, GoTemplateRow, nameAfter, named, PROBE, said, value } from './go-template-rows';

const STATEMENT = (folder: string) => [`${folder}/base.provenance.json`, 'predicate', 'buildDefinition', 'externalParameters'] as const;

/** The provisioner and the post-processor are one program. */
function shellLocalRows(component: 'provisioner' | 'post-processor'): GoTemplateRow[] {
  const file = (option: string) => `${component}-${option}`;
  const print = (text: string, option: string) => [`printf '%s' ${text} > ${file(option)}`];
  const command = (text: string, option: string) => ({ execute_command: ['/bin/sh', '-c', ...print(text, option)] });
  const row = (option: string, configuration: object, arrived = content(file(option))): GoTemplateRow =>
    ({ component, type: 'shell-local', option, configuration, arrived });
  const afterName = (option: string) => (built: Built) => content(file(option))(built).replace(/^.* (?=[{<])/, '');
  return [
    row('command', { command: print(`'${PROBE}'`, 'command')[0] }),
    row('env', { env: { X: PROBE }, inline: print('"$X"', 'env') }),
    row('env_var_format', { env_var_format: `X='${PROBE}' %s='%s' `, inline: print('"$X"', 'env_var_format') }),
    row('environment_vars', { environment_vars: [`X=${PROBE}`], inline: print('"$X"', 'environment_vars') }),
    row('inline', { inline: print(`'${PROBE}'`, 'inline') }),
    row('inline_shebang', {
      inline_shebang: PROBE, inline: ['true'], ...command('"$(head -n 1 {{.Script}} | cut -c 3-)"', 'inline_shebang'),
    }),
    row('script', { script: named('named'), ...command("'{{.Script}}'", 'script') }, afterName('script')),
    row('scripts', { scripts: [named('listed')], ...command("'{{.Script}}'", 'scripts') }, afterName('scripts')),
    row('tempfile_extension', { tempfile_extension: ` ${PROBE}`, inline: ['true'], ...command("'{{.Script}}'", 'tempfile_extension') },
      afterName('tempfile_extension')),
  ];
}

/** The components that can run on this machine alone, and the options of theirs that any text may be given for. */
export const CORE_GO_TEMPLATE_ROWS: readonly GoTemplateRow[] = [
  { component: 'source', type: 'file', option: 'content', configuration: { content: PROBE, target: 'content' }, arrived: content('content') },
  { component: 'source', type: 'file', option: 'source', configuration: { source: named('named'), target: 'copy' }, arrived: content('copy') },
  { component: 'source', type: 'file', option: 'target', configuration: { content: 'c', target: named('target') }, arrived: nameAfter('target ') },
  ...shellLocalRows('provisioner'),
  {
    component: 'provisioner', type: 'breakpoint', option: 'note', configuration: { note: PROBE, disable: true }, arrived: said('provisioner with note "', '" disabled'),
  },
  {
    component: 'provisioner',
    type: 'file',
    option: 'destination',
    configuration: { source: named('named'), destination: named('destination') },
    arrived: said(' => destination '),
  },
  {
    component: 'provisioner',
    type: 'file',
    option: 'source',
    configuration: { source: named('named'), destination: '/single' },
    arrived: said('Uploading named ', ' => /single'),
  },
  {
    component: 'provisioner',
    type: 'file',
    option: 'sources',
    configuration: { sources: [named('listed')], destination: '/several/' },
    arrived: said('Uploading listed ', ' => /several/'),
  },
  ...shellLocalRows('post-processor'),
  {
    component: 'post-processor',
    type: 'artifice',
    option: 'files',
    configuration: { files: [named('named')] },
    then: [{ manifest: { output: 'artifice' } }],
    arrived: (built) => value('artifice', 'builds', 0, 'files', 0, 'name')(built).replace('named ', ''),
  },
  {
    component: 'post-processor',
    type: 'manifest',
    option: 'custom_data',
    configuration: { output: 'custom', custom_data: { X: PROBE } },
    arrived: value('custom', 'builds', 0, 'custom_data', 'X'),
  },
  { component: 'post-processor', type: 'manifest', option: 'output', configuration: { output: named('manifest') }, arrived: nameAfter('manifest ') },
  {
    component: 'post-processor',
    type: 'provenance',
    option: 'build_type',
    configuration: { output_dir: 'p1', build_type: PROBE },
    arrived: value('p1/base.provenance.json', 'predicate', 'buildDefinition', 'buildType'),
  },
  {
    component: 'post-processor',
    type: 'provenance',
    option: 'only_builds',
    configuration: { output_dir: 'p2', only_builds: [PROBE] },
    arrived: value(...STATEMENT('p2'), 'onlyBuilds', 0),
  },
  { component: 'post-processor', type: 'provenance', option: 'output_dir', configuration: { output_dir: named('folder') }, arrived: nameAfter('folder ') },
  {
    component: 'post-processor',
    type: 'provenance',
    option: 'source_uri',
    configuration: { output_dir: 'p3', source_uri: PROBE },
    arrived: value('p3/base.provenance.json', 'predicate', 'buildDefinition', 'resolvedDependencies', 0, 'uri'),
  },
  {
    component: 'post-processor',
    type: 'provenance',
    option: 'template',
    configuration: { output_dir: 'p4', template: PROBE },
    arrived: value(...STATEMENT('p4'), 'template'),
  },
  {
    component: 'post-processor',
    type: 'provenance',
    option: 'user_variables',
    configuration: { output_dir: 'p5', user_variables: { X: PROBE } },
    arrived: value(...STATEMENT('p5'), 'userVariables', 'X'),
  },
  { component: 'data', type: 'null', option: 'input', configuration: { input: PROBE }, arrived: (built) => Buffer.from(content('data')(built), 'base64').toString() },
];

/** Options that are Go templates by purpose, with a use of what they are given, which becomes `expected`. */
export const CORE_PURPOSE_ROWS: ReadonlyArray<GoTemplateRow & { readonly expected: string }> = [
  ...(['provisioner', 'post-processor'] as const).map((component) => ({
    component,
    type: 'shell-local',
    option: 'execute_command',
    configuration: {
      env: { X: 'set' }, inline: [`printf '%s' "$X" > ${component}`], execute_command: ['/bin/sh', '-c', '{{.Vars}} {{.Script}}'],
    },
    arrived: content(component),
    expected: 'set',
  })),
  {
    component: 'post-processor',
    type: 'checksum',
    option: 'output',
    configuration: { checksum_types: ['md5'], output: 'sum {{.BuildName}} {{.BuilderType}} {{.ChecksumType}}' },
    arrived: nameAfter('sum '),
    expected: 'base file md5',
  },
  {
    component: 'post-processor',
    type: 'compress',
    option: 'output',
    configuration: { output: 'archive {{.BuildName}} {{.BuilderType}}' },
    arrived: nameAfter('archive '),
    expected: 'base file',
  },
];

const READ_IN_HCP = ['bucket_name', 'channel', 'channel_name', 'cloud_provider', 'component_type', 'iteration_id', 'platform', 'region', 'version_fingerprint'];
const READ_OF_SHELLS = [
  'elevated_env_var_format', 'elevated_execute_command', 'elevated_password', 'elevated_user', 'env', 'env_var_format', 'environment_vars', 'execute_command',
  'execution_policy', 'inline', 'inline_shebang', 'pause_after', 'remote_env_var_path', 'remote_file', 'remote_folder', 'remote_path', 'script', 'scripts',
  'start_retry_timeout',
];

/**
 * Options whose kind was read in the sources at `see` and not tried: they need a machine, Windows, HCP Packer, a server, or a key, or take
 * durations and the like. The shell provisioner and the file's content are tried in `docker-go-templates.integration.test.ts`.
 */
export const CORE_GO_TEMPLATES_READ: { readonly [component: string]: readonly string[] } = {
  'source null': [
    'pause_before_connecting', 'ssh_bastion_certificate_file', 'ssh_bastion_host', 'ssh_bastion_password',
    'ssh_bastion_private_key_file', 'ssh_bastion_username', 'ssh_certificate_file', 'ssh_ciphers', 'ssh_file_transfer_method',
    'ssh_host', 'ssh_keep_alive_interval', 'ssh_key_exchange_algorithms', 'ssh_local_tunnels', 'ssh_password',
    'ssh_private_key_file', 'ssh_proxy_host', 'ssh_proxy_password', 'ssh_proxy_username', 'ssh_read_write_timeout',
    'ssh_remote_tunnels', 'ssh_timeout', 'ssh_username', 'ssh_wait_timeout', 'winrm_host', 'winrm_password', 'winrm_timeout',
    'winrm_username',
  ],
  'provisioner file': ['content'],
  'provisioner hcp-sbom': [
    'destination', 'elevated_password', 'elevated_user', 'execute_command', 'sbom_name', 'scan_path', 'scanner_args', 'scanner_checksum', 'scanner_url',
    'source',
  ],
  'provisioner powershell': READ_OF_SHELLS,
  'provisioner shell': READ_OF_SHELLS,
  'provisioner windows-restart': ['registry_keys', 'restart_check_command', 'restart_command', 'restart_timeout'],
  'provisioner windows-shell': READ_OF_SHELLS,
  'post-processor compress': ['format'],
  'post-processor provenance': [
    'fulcio_url', 'key', 'keyless_identity', 'keyless_oidc_issuer', 'rekor_url', 'sbom_exclude', 'sbom_format', 'sbom_scan_path', 'sbom_scope', 'signer',
    'trusted_root_path', 'verifier',
  ],
  'data hcp-packer-artifact': READ_IN_HCP,
  'data hcp-packer-image': READ_IN_HCP,
  'data hcp-packer-iteration': READ_IN_HCP,
  'data hcp-packer-version': READ_IN_HCP,
  'data http': ['request_body', 'request_headers', 'url'],
};
