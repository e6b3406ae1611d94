import { atMost, Change, onTopOf, values } from './on-top-of';
import { INSTALLED, ISO, PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const ALL: readonly Change[] = [
  ...REACHED, REACHED_THROUGH, ...SERVED, PROTOCOL,
  [
    'at least one of guest_additions_mode when communicator is none', { communicator: 'none', virtualbox_version_file: '' },
    "communicator must not be 'none' when guest_additions_mode = 'upload'", { communicator: 'none', virtualbox_version_file: '', guest_additions_mode: 'disable' },
  ],
  [
    'none of virtualbox_version_file when communicator is none', { communicator: 'none', virtualbox_version_file: 'f', guest_additions_mode: 'disable' },
    "virtualbox_version_file has to be an empty string when communicator = 'none'", { virtualbox_version_file: 'f' },
  ],
  values('format', 'invalid format', 'ovf', 'ova'),
  values('guest_additions_mode', 'guest_additions_mode is invalid', 'disable', 'attach', 'upload'),
];

export const VIRTUALBOX_RULES = [
  ...onTopOf('virtualbox-iso', { ...ISO, ...USER }, [
    ...ALL, ...INSTALLED,
    values('audio_controller', 'Audio controller type can only be', 'ac97', 'hda', 'sb16', 'none'),
    values('chipset', 'chipset can only be', 'piix3', 'ich9', 'armv8', 'armv8virtual'),
    values('firmware', 'firmware can only be', 'bios', 'efi'),
    values('gfx_controller', 'Graphics controller type can only be', 'vboxvga', 'vboxsvga', 'vmsvga', 'qemuramfb', 'none'),
    atMost('gfx_vram_size', 128, 'VGRAM size must be from 0'),
    values('hard_drive_interface', 'hard_drive_interface can only be', 'ide', 'sata', 'scsi', 'pcie', 'virtio'),
    values('iso_interface', 'iso_interface can only be', 'ide', 'sata', 'virtio'),
    values('keyboard', 'Keyboard type can only be', 'ps2', 'usb'),
    values('mouse', 'Mouse type can only be', 'ps2', 'usb', 'usbtablet', 'usbmultitouch'),
    values('nic_type', 'NIC type can only be', '82540EM', '82543GC', '82545EM', 'Am79C970A', 'Am79C973', 'Am79C960', 'virtio', 'usbnet'),
    atMost('nvme_port_count', 255, 'nvme_port_count cannot be greater than 255'),
    values('rtc_time_base', 'rtc_time_base can only be', 'UTC', 'local'),
    atMost('sata_port_count', 30, 'sata_port_count cannot be greater than 30'),
    values('usb_controller', 'USB controller type can only be', 'ohci', 'ehci', 'xhci', 'none'),
  ]),
  ...onTopOf('virtualbox-ovf', { source_path: 'a.ova', ...USER }, [
    ...ALL,
    ['at least one of source_path', { source_path: undefined }, 'source_path is required'],
  ]),
  ...onTopOf('virtualbox-vm', { vm_name: 'base', ...USER }, [
    ...ALL,
    ['at least one of vm_name', { vm_name: undefined }, 'vm_name is required'],
  ]),
];
