import { atMost, onTopOf, values } from './on-top-of';
import { INSTALLED, ISO, PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const BACKING = 'use_backing_file can only be enabled for QCOW2 images and when disk_image is true';

export const QEMU_RULES = onTopOf('qemu', { ...ISO, ...USER }, [
  ...REACHED, REACHED_THROUGH, ...SERVED, PROTOCOL,
  ...INSTALLED.filter(([rule]) => rule !== 'at least one of iso_checksum'),
  [
    'at least one of iso_checksum, iso_skip_cache', { iso_checksum: undefined }, 'A checksum must be specified',
    { iso_checksum: undefined, iso_skip_cache: true },
  ],
  [
    'at most one of boot_command, boot_steps', { boot_command: ['<enter>'], boot_steps: [['<enter>']] },
    'boot_command and boot_steps cannot be used together', { boot_steps: [['<enter>', 'start']] },
  ],
  [
    'none of boot_command when disable_vnc is true', { boot_command: ['<enter>'], disable_vnc: true },
    'A boot command cannot be used when vnc is disabled.', { disable_vnc: true }, { boot_command: ['<enter>'], disable_vnc: false },
  ],
  [
    'at least one of disk_image when use_backing_file is true', { use_backing_file: true }, BACKING,
    { use_backing_file: true, disk_image: true }, { use_backing_file: true, disk_image: true, format: 'qcow2' },
  ],
  ['none of use_backing_file when format is raw', { use_backing_file: true, disk_image: true, format: 'raw' }, BACKING],
  [
    'at least one of disk_image when skip_resize_disk is true', { skip_resize_disk: true },
    'skip_resize_disk can only be used when disk_image is true', { skip_resize_disk: true, disk_image: true },
  ],
  values('accelerator', 'invalid accelerator', 'none', 'kvm', 'tcg', 'xen', 'hax', 'hvf', 'whpx'),
  values('disk_cache', 'unrecognized disk cache type', 'writethrough', 'writeback', 'none', 'unsafe', 'directsync'),
  values('disk_detect_zeroes', 'unrecognized disk detect zeroes setting', 'unmap', 'on', 'off'),
  values('disk_discard', 'unrecognized disk discard type', 'unmap', 'ignore'),
  values('disk_interface', 'unrecognized disk interface type', 'ide', 'sata', 'scsi', 'virtio', 'virtio-scsi'),
  values('format', 'invalid format', 'qcow2', 'raw'),
  atMost('vnc_port_max', 65535, 'must both be below 65535'),
  ['range of vnc_port_min', { vnc_port_min: 65536, vnc_port_max: 65535 }, 'must both be below 65535', { vnc_port_min: 0 }],
]);
