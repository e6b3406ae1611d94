export * from './asset';
export * from './runtime-path';
