import { atMost, Change, inBlock, onTopOf, values } from './on-top-of';
import { PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const TOO_MANY = 'one of iso_file, iso_url, or a combination of cd_files and cd_content must be specified';
const ACCESS = { proxmox_url: 'https://localhost:8006/api2/json', username: 'u@pve', password: 'p', node: 'n' };
const FILE = 'local:iso/a.iso';

/** A CD. */
function cd(block: string): Change[] {
  return inBlock(block, { iso_file: FILE }, [
    [
      'at most one of iso_file, iso_url, iso_urls', { iso_url: 'a.iso', iso_checksum: 'none', iso_storage_pool: 's' }, TOO_MANY,
      { iso_file: undefined, iso_url: 'a.iso', iso_checksum: 'none', iso_storage_pool: 's' },
      { iso_file: undefined, iso_urls: ['a.iso'], iso_checksum: 'none', iso_storage_pool: 's' },
    ],
    [
      'none of cd_content, cd_files when iso_file', { cd_content: { a: 'b' }, iso_storage_pool: 's' }, TOO_MANY,
      { iso_file: undefined, cd_content: { a: 'b' }, cd_files: ['Dockerfile'], iso_storage_pool: 's' },
    ],
    ['none of cd_content, cd_files when iso_url', { iso_file: undefined, iso_url: 'a.iso', cd_content: { a: 'b' }, iso_storage_pool: 's' }, TOO_MANY],
    ['none of cd_content, cd_files when iso_urls', { iso_file: undefined, iso_urls: ['a.iso'], cd_files: ['Dockerfile'], iso_storage_pool: 's' }, TOO_MANY],
  ]);
}

const ALL: readonly Change[] = [
  ...REACHED, REACHED_THROUGH, ...SERVED, PROTOCOL,
  ['at least one of node', { node: undefined }, 'node must be specified'],
  atMost('vm_id', 999999999, 'vm_id must be in range 100-999999999'),
  ...cd('additional_iso_files'),
  ...inBlock('disks', { storage_pool: 's' }, [
    ['at least one of storage_pool', { storage_pool: undefined, type: 'scsi' }, 'storage_pool must be specified'],
    ['none of ssd when type is virtio', { ssd: true, type: 'virtio' }, 'SSD emulation is not supported on virtio disks', { ssd: true }, { type: 'virtio', ssd: false }],
    ['at least one of type when io_thread is true', { io_thread: true }, 'io thread option requires'],
    ['none of io_thread when type is ide, sata', { io_thread: true, type: 'sata' }, 'io thread option requires', { type: 'sata' }],
    values('asyncio', 'AsyncIO must be native, threads or io_uring', 'native', 'threads', 'io_uring'),
  ]),
  ['disks: at least one of type when io_thread is true', { scsi_controller: 'virtio-scsi-single', disks: [{ storage_pool: 's', io_thread: true }] },
    'io thread option requires scsi or a virtio disk', { scsi_controller: 'virtio-scsi-single', disks: [{ storage_pool: 's', io_thread: true, type: 'scsi' }] }],
  ...inBlock('network_adapters', { bridge: 'vmbr0' }, [
    ['at least one of bridge', { bridge: undefined, model: 'virtio' }, 'bridge must be specified'],
    ['at least one of model when packet_queues', { packet_queues: 2 }, "packet_queues can only be set for 'virtio' driver", { packet_queues: 2, model: 'virtio' }],
    atMost('mtu', 65520, 'mtu only positive values up to 65520 are supported'),
  ]),
  ...inBlock('pci_devices', { mapping: 'gpu' }, [
    ['exactly one of host, mapping', { host: '0000:0d:00.1' }, 'the host and the mapping key cannot both be set', { mapping: undefined, host: '0000:0d:00.1' }],
    ['exactly one of host, mapping', { mapping: undefined, x_vga: true }, 'either the host or the mapping key must be specified'],
  ]),
  [
    'efi_config: at least one of efi_storage_pool when efi_type', { efi_config: { efi_type: '4m' } }, 'efi_storage_pool not set for efi_config',
    { efi_config: { efi_type: '4m', efi_storage_pool: 's' } },
  ],
  [
    'efi_config: at least one of efi_storage_pool when pre_enrolled_keys is true', { efi_config: { pre_enrolled_keys: true } },
    'efi_storage_pool not set for efi_config', { efi_config: { efi_format: 'raw' } }, { efi_config: { pre_enrolled_keys: false } },
  ],
  ['rng0: at least one of source', { rng0: { max_bytes: 1 } }, 'source must be one of', { rng0: {} }],
  ['rng0: values of source', { rng0: { source: '/dev/null' } }, 'source must be one of', ...['/dev/urandom', '/dev/random', '/dev/hwrng']
    .map((source) => ({ rng0: { source, max_bytes: 1024 } }))],
  ['tpm_config: at least one of tpm_storage_pool', { tpm_config: { tpm_version: 'v2.0' } }, 'tpm_storage_pool not set for tpm_config', { tpm_config: {} }],
  ['tpm_config: values of tpm_version', { tpm_config: { tpm_storage_pool: 's', tpm_version: '2.0' } }, 'TPM Version must be one of', ...['v1.2', 'v2.0']
    .map((tpm_version) => ({ tpm_config: { tpm_storage_pool: 's', tpm_version } }))],
];

/** The options of the CD that the machine starts from also stand outside of its block, where they have been before. */
const OUTSIDE = { boot_iso: undefined };
const ISO_RULES: readonly Change[] = [
  ...ALL,
  ['at least one of boot_iso, iso_file, iso_url, iso_urls', OUTSIDE, 'One of iso_url or iso_urls must be specified', { ...OUTSIDE, iso_file: FILE }],
  ['at most one of iso_file, iso_url, iso_urls', { ...OUTSIDE, iso_file: FILE, iso_url: 'a.iso', iso_checksum: 'none', iso_storage_pool: 's' }, TOO_MANY],
  ...['a.iso', ['a.iso']].flatMap((file): Change[] => {
    const option = Array.isArray(file) ? 'iso_urls' : 'iso_url';
    return [
      [
        `at least one of boot_iso, iso_storage_pool when ${option}`, { ...OUTSIDE, [option]: file, iso_checksum: 'none' },
        'iso_storage_pool must also be specified', { ...OUTSIDE, [option]: file, iso_checksum: 'none', iso_storage_pool: 's' },
      ],
      [
        `at least one of boot_iso, iso_checksum when ${option}`, { ...OUTSIDE, [option]: file, iso_storage_pool: 's' }, 'A checksum must be specified',
        { boot_iso: { iso_checksum: 'none' }, [option]: file, iso_storage_pool: 's' }, { boot_iso: { iso_storage_pool: 's' }, [option]: file, iso_checksum: 'none' },
      ],
    ];
  }),
  [
    'at least one of boot_iso, iso_url, iso_urls when iso_download_pve is true', { ...OUTSIDE, iso_file: FILE, iso_download_pve: true },
    'iso_download_pve can only be used together with iso_url', { ...OUTSIDE, iso_url: 'a.iso', iso_checksum: 'none', iso_storage_pool: 's', iso_download_pve: true },
  ],
  // Of this block there is one.
  ...cd('boot_iso').map(([rule, broken, says, ...near]): Change => {
    const alone = ({ boot_iso: [block] }: any) => ({ boot_iso: block });
    return [rule, alone(broken), says, ...near.map(alone)];
  }),
];

const INSTALL = { ...ACCESS, ...USER, boot_iso: { iso_file: FILE } };

export const PROXMOX_RULES = [
  ...onTopOf('proxmox', INSTALL, ISO_RULES),
  ...onTopOf('proxmox-iso', INSTALL, ISO_RULES),
  ...onTopOf('proxmox-clone', { ...ACCESS, ...USER, clone_vm: 'base' }, [
    ...ALL,
    ['exactly one of clone_vm, clone_vm_id', { clone_vm: undefined }, 'one of clone_vm or clone_vm_id must be specified', { clone_vm: undefined, clone_vm_id: 100 }],
    ['exactly one of clone_vm, clone_vm_id', { clone_vm_id: 100 }, 'clone_vm and clone_vm_id cannot both be specified', { clone_vm_id: 0 }],
    ['range of clone_vm_id', { clone_vm: undefined, clone_vm_id: 1000000000 }, 'clone_vm_id must be in range 100-999999999'],
  ]),
];
