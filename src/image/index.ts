export { Artifact } from './artifact';
export { Image, type FingerprintOptions, type ImageProps } from './image';
export { PackerApp, type PackerAppProps } from './packer-app';
