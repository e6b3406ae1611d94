import { Change, onTopOf, values } from './on-top-of';
import { INSTALLED, ISO, PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const NO_MODE = "'tools_mode' must be explicitly specified when using any tools configuration";

const BOTH: readonly Change[] = [
  ...REACHED, REACHED_THROUGH, ...SERVED, PROTOCOL,
  [
    'none of boot_command when disable_vnc is true', { boot_command: ['<enter>'], disable_vnc: true },
    'A boot command cannot be used when vnc is disabled.', { disable_vnc: true },
  ],
  ['at least one of tools_source_path when tools_mode is attach', { tools_mode: 'attach' }, "'tools_source_path' is required", { tools_mode: 'attach', tools_source_path: 'Dockerfile' }],
  [
    'none of tools_upload_flavor, tools_upload_path when tools_mode is attach', { tools_mode: 'attach', tools_source_path: 'Dockerfile', tools_upload_path: '/tmp/a' },
    "'tools_upload_path' can only be used with", { tools_mode: 'disable', tools_upload_path: '/tmp/a', tools_upload_flavor: 'other' },
  ],
  [
    'exactly one of tools_source_path, tools_upload_flavor when tools_mode is upload',
    { tools_mode: 'upload', tools_source_path: 'Dockerfile', tools_upload_flavor: 'linux' }, 'cannot both be specified',
    { tools_mode: 'upload', tools_source_path: 'Dockerfile' }, { tools_mode: 'upload', tools_upload_flavor: 'linux' },
  ],
  [
    'exactly one of tools_source_path, tools_upload_flavor when tools_mode is upload', { tools_mode: 'upload' },
    "requires either 'tools_upload_flavor' or 'tools_source_path'", { tools_mode: 'disable' },
  ],
  ['at least one of tools_mode when tools_source_path', { tools_source_path: 'Dockerfile' }, NO_MODE],
  ['at least one of tools_mode when tools_upload_flavor', { tools_upload_flavor: 'linux' }, NO_MODE],
  ['at least one of tools_mode when tools_upload_path', { tools_upload_path: '/tmp/a' }, NO_MODE],
  values('format', "invalid 'format' type specified", 'ovf', 'ova', 'vmx'),
  ['values of tools_mode', { tools_mode: 'other' }, "invalid 'tools_mode' specified"],
];

export const VMWARE_RULES = [
  ...onTopOf('vmware-iso', { ...ISO, ...USER, network_adapter_type: 'vmxnet3' }, [
    ...BOTH, ...INSTALLED,
    ['at least one of network_adapter_type', { network_adapter_type: undefined }, "'network_adapter_type' is required"],
    ['at least one of usb when usb_version', { usb_version: '3.1' }, "'usb_version' can only be set when 'usb' is 'true'", { usb: true }],
    ['values of usb_version', { usb: true, usb_version: '1.1' }, "invalid 'usb_version' specified", ...['2.0', '3.1', '3.2']
      .map((usb_version) => ({ usb: true, usb_version }))],
    values('firmware', "invalid 'firmware' type specified", 'bios', 'efi', 'efi-secure'),
    values('network_adapter_type', "invalid 'network_adapter_type' type specified", 'vmxnet3', 'e1000e', 'e1000'),
  ]),
  ...onTopOf('vmware-vmx', { source_path: 'Dockerfile', ...USER }, [
    ...BOTH,
    ['at least one of source_path', { source_path: undefined }, "'source_path' is blank, but is required"],
  ]),
];
