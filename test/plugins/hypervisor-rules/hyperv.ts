import { atMost, Change, onTopOf } from './on-top-of';
import { INSTALLED, ISO, MAYBE_INSTALLED, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const BOTH: readonly Change[] = [
  ...REACHED, REACHED_THROUGH, ...SERVED,
  [
    'none of floppy_files, floppy_dirs when generation is 2', { floppy_files: ['Dockerfile'], generation: 2 }, "Generation 2 vms don't support floppy drives",
    { floppy_files: ['Dockerfile'], generation: 1 }, { floppy_dirs: ['context'] }, { floppy_content: { a: 'b' }, generation: 2 },
  ],
  atMost('disk_block_size', 256, 'Virtual machine requires disk block size <= 256 MB'),
  atMost('memory', 32768, 'Virtual machine requires memory size <= 32768 MB'),
];

export const HYPERV_RULES = [
  ...onTopOf('hyperv-iso', { ...ISO, ...USER }, [
    ...BOTH, ...INSTALLED,
    [
      'none of use_legacy_network_adapter, use_fixed_vhd_format when generation is 2', { use_legacy_network_adapter: true, generation: 2 },
      "Generation 2 vms don't support legacy network adapters.", { use_legacy_network_adapter: true, generation: 3 },
    ],
    [
      'none of use_legacy_network_adapter, use_fixed_vhd_format when generation is 2', { use_fixed_vhd_format: true, skip_compaction: true, generation: 2 },
      'Fixed VHD disks are only supported on Generation 1 virtual machines.', { use_fixed_vhd_format: true, skip_compaction: true },
    ],
    ['at least one of skip_compaction when use_fixed_vhd_format is true', { use_fixed_vhd_format: true }, 'Fixed VHD disks do not support compaction.'],
    [
      'at most one of differencing_disk, use_fixed_vhd_format', { use_fixed_vhd_format: true, skip_compaction: true, differencing_disk: true },
      'Fixed VHD disks are not supported with differencing disks.', { differencing_disk: true },
    ],
  ]),
  ...onTopOf('hyperv-vmcx', { clone_from_vmcx_path: 'context', ...USER }, [
    ...BOTH, ...MAYBE_INSTALLED,
    ['at least one of clone_from_vm_name, clone_from_vmcx_path', { clone_from_vmcx_path: undefined }, 'The clone_from_vm_name must be specified'],
  ]),
];
