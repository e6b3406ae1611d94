import { nearRows, NearRow, RuleRow, ruleRows } from './rule-rows';

const image = { image: 'i', commit: true };
const build = { path: 'Dockerfile' };
const TOO_MANY = 'Cannot specify more than one of commit, discard, and export_path';

export const DOCKER_RULES: readonly RuleRow[] = [
  ...ruleRows('source', 'docker', [
    ['exactly one of build, image', { commit: true }, "missing 'image' attribute or 'build' section", image],
    ['exactly one of build, image', { ...image, build }, '`image` cannot be specified with a build config', { build, commit: true }],
    ['exactly one of commit, discard, export_path', { image: 'i' }, 'No instructions given for handling the artifact', image],
    ['exactly one of commit, discard, export_path', { ...image, discard: true }, TOO_MANY, { image: 'i', discard: true }],
    ['exactly one of commit, discard, export_path', { ...image, export_path: 'e.tar' }, TOO_MANY, { image: 'i', export_path: 'e.tar' }],
    ['at least one of login_server when ecr_login is true', { ...image, ecr_login: true }, 'ECR login requires login server to be provided.', {
      ...image, ecr_login: true, login_server: 's',
    }],
    ['at least one of ssh_username when communicator is ssh', { ...image, communicator: 'ssh' }, 'An ssh_username must be specified', {
      ...image, communicator: 'ssh', ssh_username: 'u',
    }],
    ['at least one of winrm_username when communicator is winrm', { ...image, communicator: 'winrm' }, 'winrm_username must be specified.', {
      ...image, communicator: 'winrm', winrm_username: 'u',
    }],
    [
      'at most one of ssh_bastion_host, ssh_proxy_host when communicator is ssh',
      { ...image, communicator: 'ssh', ssh_username: 'u', ssh_bastion_host: 'b', ssh_bastion_password: 'p', ssh_proxy_host: 'p' },
      'please specify either ssh_bastion_host or ssh_proxy_host, not both',
      { ...image, communicator: 'ssh', ssh_username: 'u', ssh_proxy_host: 'p' },
    ],
    [
      'values of communicator',
      { ...image, communicator: 'podman' },
      'Communicator type podman is invalid',
      { ...image, communicator: 'docker' },
      { ...image, communicator: 'dockerWindowsContainer' },
      { ...image, communicator: 'none' },
    ],
    [
      'build: at least one of path',
      { commit: true, build: { build_dir: 'context' } },
      '`path` is required for bootstrapping a build with `docker build`',
      { commit: true, build: { path: 'Dockerfile', build_dir: 'context' } },
    ],
  ]),
  ...ruleRows('post-processor', 'docker-push', [
    ['at least one of login_server when ecr_login is true', { ecr_login: true }, 'ECR login requires login server to be provided.', {
      ecr_login: true, login_server: 's',
    }],
  ]),
];

/** Of what Go cannot tell from an option that was not given. And what no rule forbids. */
export const DOCKER_NEAR_RULES: readonly NearRow[] = [
  ...nearRows('source', 'docker', {
    'what is switched off is not given': { image: 'i', commit: true, discard: false, export_path: '' },
    'an empty build is not given': { ...image, build: {} },
    'a build needs no folder': { commit: true, build: { path: 'Dockerfile', arguments: { A: 'b' } } },
    'no login needs no server': { ...image, ecr_login: false },
    'a login without names': { ...image, login: true },
    'the user is not asked for with the usual communicator': { ...image, ssh_bastion_host: 'b', ssh_proxy_host: 'p' },
    'pulling has no effect beside a build': { commit: true, pull: true, build },
  }),
  ...nearRows('post-processor', 'docker-import', { 'nothing is needed': {} }),
  ...nearRows('post-processor', 'docker-push', { 'nothing is needed': {} }),
  ...nearRows('post-processor', 'docker-save', { 'nothing is asked for before it is written': {} }),
  ...nearRows('post-processor', 'docker-tag', {
    'nothing is needed': {},
    'old and new tags are added': { repository: 'r', tag: ['a'], tags: ['b'] },
  }),
];
