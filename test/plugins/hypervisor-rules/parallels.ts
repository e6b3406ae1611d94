import { Change, onTopOf, values } from './on-top-of';
import { INSTALLED, ISO, PROTOCOL, REACHED, REACHED_THROUGH, SERVED, USER } from './sdk-rules';

const ALL: readonly Change[] = [
  ...REACHED, REACHED_THROUGH,
  values('on_window_close', 'invalid value for on-window-close', 'suspend', 'shutdown', 'stop', 'ask', 'keep-running'),
];
const ANY_VIEW = values('startup_view', 'invalid value for startup-view', 'same', 'window', 'coherence', 'fullscreen', 'modality', 'headless');

const TOOLS: readonly Change[] = [
  ['at least one of parallels_tools_flavor, parallels_tools_mode', { parallels_tools_flavor: undefined }, 'parallels_tools_flavor must be specified'],
  [
    'at least one of parallels_tools_flavor when parallels_tools_mode is attach, upload', { parallels_tools_flavor: undefined, parallels_tools_mode: 'attach' },
    'parallels_tools_flavor must be specified', { parallels_tools_flavor: undefined, parallels_tools_mode: 'disable' },
  ],
  values('parallels_tools_mode', 'parallels_tools_mode is invalid', 'disable', 'attach', 'upload'),
];

const MACOS: readonly Change[] = [
  values('ocr_library', 'invalid ocr_library', 'tesseract', 'vision'),
  ['values of startup_view', { startup_view: 'coherence' }, 'invalid value for startup-view', ...['same', 'window', 'headless']
    .map((startup_view) => ({ startup_view }))],
  [
    'boot_screen_config: at least one of screen_name', { boot_screen_config: [{ is_last_screen: true }] }, 'screen_name should not be empty',
    { boot_screen_config: [{ screen_name: 'a', matching_strings: ['b'] }] },
  ],
];

const SOURCE: Change = ['at least one of source_path', { source_path: undefined }, 'source_path is required'];

export const PARALLELS_RULES = [
  ...onTopOf('parallels-ipsw', { ipsw_url: 'a.ipsw', ipsw_checksum: 'none', ...USER }, [
    ...ALL, ...SERVED, PROTOCOL, ...MACOS,
    ['exactly one of ipsw_url, ipsw_urls', { ipsw_url: undefined }, 'One of iso_url or iso_urls must be specified', { ipsw_url: undefined, ipsw_urls: ['a.ipsw'] }],
    ['exactly one of ipsw_url, ipsw_urls', { ipsw_urls: ['b.ipsw'] }, 'Only one of iso_url or iso_urls must be specified'],
    ['at least one of ipsw_checksum', { ipsw_checksum: undefined }, 'A checksum must be specified'],
  ]),
  ...onTopOf('parallels-iso', { ...ISO, ...USER, parallels_tools_flavor: 'lin' }, [
    ...ALL, ANY_VIEW, ...SERVED, PROTOCOL, ...TOOLS, ...INSTALLED,
    values('disk_type', 'disk_type can only be', 'expand', 'plain'),
    values('hard_drive_interface', 'hard_drive_interface can only be', 'ide', 'sata', 'scsi'),
  ]),
  ...onTopOf('parallels-macvm', { source_path: 'context', ...USER }, [...ALL, ...MACOS, SOURCE]),
  ...onTopOf('parallels-pvm', { source_path: 'context', ...USER, parallels_tools_flavor: 'lin' }, [...ALL, ANY_VIEW, ...TOOLS, SOURCE]),
];
