import { version } from '../package.json';

/** The version of every package here. The root's package.json holds it, and a release changes it there. */
export const VERSION = version;

// The versions of the tools are written out because npm workspaces keep an unpinned `*` as it is.

export const NODE_VERSION = '20.16.0';
export const PROJEN_VERSION = '0.103.25';
export const JSII_VERSION = '~5.9.0';
export const TYPESCRIPT_VERSION = '~5.9.0';
export const JEST_VERSION = '^29.7.0';

export const CONSTRUCTS_PEER = 'constructs@^10.4.2';
/** Newer than the peer's minimum: the oldest release that cdktf and cdktn agree on. */
export const CONSTRUCTS_DEV = 'constructs@10.6.0';

export const CDKTF_PEER = 'cdktf@^0.21.0';
export const CDKTF_DEV = 'cdktf@0.21.0';

/** Tools that each package names for itself. */
export const TOOL_DEPS = [
  CONSTRUCTS_DEV,
  '@types/jest@^29.5.14',
  '@types/node@^20.19.0',
  'fast-check@^3.23.2',
  'jest-util@^29.7.0',
  'jsii-diff@^1.134.0',
  'jsii-docgen@^10.12.6',
  'jsii-pacmak@^1.140.0',
  'ts-jest@^29.4.15',
];

/** Tools that only the root needs. */
export const ROOT_TOOL_DEPS = [
  '@stylistic/eslint-plugin@^2.13.0',
  '@types/semver@^7.7.1',
  '@typescript-eslint/eslint-plugin@^8.73.0',
  '@typescript-eslint/parser@^8.73.0',
  'ajv@^8.20.0',
  CDKTF_DEV,
  'cdktf-cli@0.21.0',
  'commit-and-tag-version@^12.7.3',
  'eslint@^9.39.5',
  'eslint-import-resolver-typescript@3.6.3',
  'eslint-plugin-import@^2.32.0',
  'ts-node@^10.9.2',
];

/** What the command line runs with. */
export const CLI_DEPS = [
  '@bufbuild/protobuf@^2.17.0',
  '@msgpack/msgpack@^3.1.3',
  'commander@^14.0.3',
  'semver@7.8.6',
  'signal-exit@^4.1.0',
  'write-file-atomic@^6.0.0',
];

/** Tools that the command line names for itself. */
export const CLI_TOOL_DEPS = [
  CONSTRUCTS_DEV,
  '@types/jest@^29.5.14',
  '@types/node@^20.19.0',
  '@types/semver@^7.7.1',
  '@types/write-file-atomic@^4.0.3',
  'fast-check@^3.23.2',
  'jest-util@^29.7.0',
  'ts-jest@^29.4.15',
];
