export * from './golden-image';
export * from './hardened-ssh';
export * from './nginx-site';
export * from './users';
