export * from './references';
export * from './assets';
export * from './language';
export * from './plugins';
export * from './image';
