/** What the scripts of this repository use of the command line, and nobody else. */
export { withDeclarations } from './get/declarations';
export { installedVersions, pluginDirectory } from './get/plugin-directory';
export { sdkStructs } from './get/sdk-structs';
export { LibraryFacts } from './library/library-facts';
export { pluginAddress } from './project/plugin-address';
export { differences, inWords, readPackerBinary, readPluginBinary, readPluginSource } from './schema';
