export { type Difference, differences, inWords } from './differences';
export * from './facts';
export { readPackerBinary } from './packer-binary';
export { type PluginBinaryOptions, readPluginBinary } from './plugin-binary';
export { readPluginSource } from './source/plugin-source';
