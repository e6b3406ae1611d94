export * from './asset';
export { RuntimePath } from './runtime-path';
