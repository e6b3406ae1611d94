import { HYPERV_RULES } from './hyperv';
import { PARALLELS_RULES } from './parallels';
import { PROXMOX_RULES } from './proxmox';
import { QEMU_RULES } from './qemu';
import { VIRTUALBOX_RULES } from './virtualbox';
import { VMWARE_RULES } from './vmware';
import { VSPHERE_RULES } from './vsphere';
import { RuleRow } from '../rule-rows';

/** Every rule on the plugins of hypervisors, by plugin. `says` is what the plugin's version in `schema/plugins` says. */
export const HYPERVISOR_RULES: ReadonlyArray<readonly [plugin: string, rows: readonly RuleRow[]]> = [
  ['hyperv', HYPERV_RULES],
  ['parallels', PARALLELS_RULES],
  ['proxmox', PROXMOX_RULES],
  ['qemu', QEMU_RULES],
  ['virtualbox', VIRTUALBOX_RULES],
  ['vmware', VMWARE_RULES],
  ['vsphere', VSPHERE_RULES],
];
