import { Change, values } from './on-top-of';

const NO_USER = 'An ssh_username must be specified';

/** How the machine is reached: builders that hand everything to the communicator of Packer's plugin SDK. */
export const REACHED: readonly Change[] = [
  ['at least one of communicator, ssh_username', { ssh_username: undefined }, NO_USER],
  ['at least one of ssh_username when communicator is ssh', { communicator: 'ssh', ssh_username: undefined }, NO_USER, { communicator: 'ssh' }],
  [
    'at least one of winrm_username when communicator is winrm', { communicator: 'winrm' }, 'winrm_username must be specified.',
    { communicator: 'winrm', winrm_username: 'u', ssh_username: undefined },
  ],
];

/** The two ways to reach a machine through another. */
export const REACHED_THROUGH: Change = [
  'at most one of ssh_bastion_host, ssh_proxy_host when communicator is ssh',
  { communicator: 'ssh', ssh_bastion_host: 'b', ssh_bastion_password: 'p', ssh_proxy_host: 'h' },
  'please specify either ssh_bastion_host or ssh_proxy_host, not both',
  { communicator: 'ssh', ssh_proxy_host: 'h' },
];

/** The web server. */
export const SERVED: readonly Change[] = [
  [
    'at most one of http_content, http_directory', { http_content: { '/a': 'b' }, http_directory: 'context' },
    'http_content cannot be used in conjunction with http_dir', { http_content: { '/a': 'b' } }, { http_directory: 'context', http_content: {} },
  ],
  [
    'at most one of http_bind_address, http_interface', { http_bind_address: '127.0.0.1', http_interface: 'eth0' },
    'either http_interface or http_bind_address can be specified', { http_interface: 'eth0' }, { http_bind_address: '127.0.0.1' },
  ],
];

export const PROTOCOL = values('http_network_protocol', 'http_network_protocol is invalid', 'tcp', 'tcp4', 'tcp6', 'unix', 'unixpacket');

/** An ISO file that has to be. */
export const INSTALLED: readonly Change[] = [
  ['exactly one of iso_url, iso_urls', { iso_url: undefined }, 'One of iso_url or iso_urls must be specified', { iso_url: undefined, iso_urls: ['a.iso', 'b.iso'] }],
  ['exactly one of iso_url, iso_urls', { iso_urls: ['b.iso'] }, 'Only one of iso_url or iso_urls must be specified', { iso_urls: [] }],
  ['at least one of iso_checksum', { iso_checksum: undefined }, 'A checksum must be specified'],
];

/** An ISO file that may be. */
export const MAYBE_INSTALLED: readonly Change[] = [
  [
    'at most one of iso_url, iso_urls', { iso_url: 'a.iso', iso_urls: ['b.iso'], iso_checksum: 'none' }, 'Only one of iso_url or iso_urls must be specified',
    { iso_url: 'a.iso', iso_checksum: 'none' },
  ],
  ['at least one of iso_checksum when iso_url', { iso_url: 'a.iso' }, 'A checksum must be specified', { iso_checksum: 'none' }],
  ['at least one of iso_checksum when iso_urls', { iso_urls: ['a.iso'] }, 'A checksum must be specified', { iso_urls: ['a.iso'], iso_checksum: 'none' }],
];

export const ISO = { iso_url: 'a.iso', iso_checksum: 'none' };
export const USER = { ssh_username: 'u' };
