export * from './lazy';
export * from './resolvable';
