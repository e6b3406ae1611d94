export * from './checksum-post-processor';
export * from './file-provisioner';
export * from './file-source';
export * from './manifest-post-processor';
export * from './null-source';
export { type ShellLocalOptions } from './shell-local';
export * from './shell-local-post-processor';
export * from './shell-local-provisioner';
export * from './shell-provisioner';
