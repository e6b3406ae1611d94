import { Change, onTopOf, values } from './on-top-of';
import { MAYBE_INSTALLED, PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';
import { Configuration, ruleRows } from '../rule-rows';

const VBS = { vbs_enabled: true, vvtd_enabled: true, NestedHV: true, firmware: 'efi-secure' };
const FIRMWARE = '`firmware` must be set to `efi-secure`';
const VTPM = "'vTPM' could be enabled only when 'firmware' set to 'efi' or 'efi-secure'";
const without = (option: string): Change => [`at least one of ${option}`, { [option]: undefined }, `'${option}' is required`];

const BOTH: readonly Change[] = [
  ...REACHED, REACHED_THROUGH, ...SERVED, PROTOCOL,
  ...['vcenter_server', 'username', 'password', 'vm_name'].map(without),
  ['at least one of cluster, host', { cluster: undefined }, "'host' or 'cluster' is required", { cluster: undefined, host: 'h' }, { host: 'h' }],
  [
    'at most one of RAM_reservation, RAM_reserve_all', { RAM_reservation: 1024, RAM_reserve_all: true },
    "'RAM_reservation' and 'RAM_reserve_all' cannot be used together", { RAM_reserve_all: true, RAM_reservation: 0 },
  ],
  ['at least one of firmware when vTPM is true', { vTPM: true }, VTPM, { vTPM: true, firmware: 'efi' }],
  ['none of vTPM when firmware is bios', { vTPM: true, firmware: 'bios' }, VTPM, { firmware: 'bios', vTPM: false }],
  ['at least one of vvtd_enabled when vbs_enabled is true', { ...VBS, vvtd_enabled: false }, '`vvtd_enabled` must be set to `true`', VBS],
  ['at least one of NestedHV when vbs_enabled is true', { ...VBS, NestedHV: undefined }, '`nestedhv` must be set to `true`'],
  ['at least one of firmware when vbs_enabled is true', { ...VBS, firmware: undefined }, FIRMWARE],
  ['none of vbs_enabled when firmware is bios, efi', { ...VBS, firmware: 'efi' }, FIRMWARE],
  values('cdrom_type', "'cdrom_type' must be 'ide' or 'sata'", 'ide', 'sata'),
  values('firmware', "'firmware' must be", 'bios', 'efi', 'efi-secure'),
  values('precision_clock', "'precision_clock' must be", 'ptp', 'ntp', 'none'),
  ['range of reattach_cdroms', { reattach_cdroms: 5 }, "'reattach_cdroms' should be between 1 and 4", { reattach_cdroms: 4 }, { reattach_cdroms: 0 }],
  [
    'content_library_destination: at least one of library', { content_library_destination: { ovf: true } }, 'a library name must be provided',
    { content_library_destination: { library: 'l' } },
  ],
  ['export: values of manifest', { export: { manifest: 'md5' } }, 'unsupported hash', ...['none', 'sha1', 'sha256', 'sha512'].map((manifest) => ({ export: { manifest } }))],
  ['export: values of output_format', { export: { output_format: 'vmx' } }, 'unsupported output format', { export: { output_format: 'ovf' } }],
  ['storage: at least one of disk_size', { storage: [{ disk_thin_provisioned: true }] }, "'disk_size' is required", {
    storage: [{ disk_size: 1024 }], disk_controller_type: ['pvscsi'],
  }],
];

const ACCESS = { vcenter_server: 'v', username: 'u', password: 'p', vm_name: 'web', cluster: 'c' };
const NETWORK = [{ ipv4_address: '10.0.0.5', ipv4_netmask: 24 }];
const LINUX = { host_name: 'h', domain: 'd' };
const customized = (customize: Configuration): Configuration => ({ customize: { network_interface: NETWORK, ...customize } });

const UPLOAD = { host: 'h', username: 'u', password: 'p', datacenter: 'd', cluster: 'c', vm_name: 'web' };
const TEMPLATE = { host: 'h', username: 'u', password: 'p' };
const SUPERVISOR = { class_name: 'c', storage_class: 's', kubeconfig_path: 'kubeconfig' };

export const VSPHERE_RULES = [
  ...onTopOf('vsphere-iso', { ...ACCESS, ...USER, storage: [{ disk_size: 1024 }] }, [
    ...BOTH, ...MAYBE_INSTALLED,
    ['at least one of storage', { storage: undefined }, 'no storage devices have been defined'],
    ['values of usb_controller', { usb_controller: ['other'] }, 'references an unknown usb controller', { usb_controller: ['usb', 'xhci'] }, { usb_controller: ['true'] }],
  ]),
  ...onTopOf('vsphere-clone', { ...ACCESS, ...USER, template: 'base' }, [
    ...BOTH, without('template'),
    ['at most one of linked_clone, disk_size', { linked_clone: true, disk_size: 1024 }, "'linked_clone' and 'disk_size' cannot be used together", { linked_clone: true }],
    ['at least one of network when mac_address', { mac_address: '00:50:56:00:00:01' }, "'network' is required", { mac_address: '00:50:56:00:00:01', network: 'n' }],
    ['customize: at least one of network_interface', { customize: { linux_options: LINUX } }, 'one or more `network_interface` must be provided', customized({ linux_options: LINUX })],
    [
      'customize: exactly one of linux_options, windows_options, windows_sysprep_file, windows_sysprep_text', customized({}), 'must be set',
      customized({ windows_sysprep_text: 't' }), customized({ windows_sysprep_file: 'Dockerfile' }), customized({ windows_options: { computer_name: 'c' } }),
    ],
    [
      'customize: exactly one of linux_options, windows_options, windows_sysprep_file, windows_sysprep_text',
      customized({ linux_options: LINUX, windows_sysprep_text: 't' }), 'can be set',
    ],
    ['customize: linux_options: at least one of host_name', customized({ linux_options: { domain: 'd' } }), '`host_name` is required'],
    ['customize: linux_options: at least one of domain', customized({ linux_options: { host_name: 'h' } }), '`domain` is required'],
    ['customize: windows_options: at least one of computer_name', customized({ windows_options: { workgroup: 'w' } }), '`computer_name` is required'],
  ]),
  ...onTopOf('vsphere-supervisor', SUPERVISOR, [
    REACHED_THROUGH,
    ...['class_name', 'storage_class'].map(without),
    [
      'at least one of bootstrap_data_file when bootstrap_provider is Sysprep, vAppConfig', { bootstrap_provider: 'Sysprep' },
      "'bootstrap_data_file' is required", { bootstrap_provider: 'Sysprep', bootstrap_data_file: 'Dockerfile' }, { bootstrap_provider: 'CloudInit' },
    ],
    [
      'at least one of import_target_location_name when import_source_url', { import_source_url: 'http://h/a.iso' }, 'import_target_location_name is required',
      { import_source_url: 'http://h/a.iso', import_target_location_name: 'l' },
    ],
    ['values of bootstrap_provider', { bootstrap_provider: 'Ignition' }, "'bootstrap_provider' must be one of"],
    ['length of source_name', { source_name: 's'.repeat(16) }, "'source_name' must not exceed 15 characters", { source_name: 's'.repeat(15) }],
  ]),
  ...ruleRows('post-processor', 'vsphere', Object.keys(UPLOAD).map((option) => [
    `at least one of ${option}`, { ...UPLOAD, [option]: undefined }, `${option} must be set`, UPLOAD,
  ])),
  ...ruleRows('post-processor', 'vsphere-template', Object.keys(TEMPLATE).map((option) => [
    `at least one of ${option}`, { ...TEMPLATE, [option]: undefined }, `${option} must be set`, TEMPLATE,
  ])),
];
