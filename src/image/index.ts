export { Artifact } from './artifact';
export { FingerprintOptions, Image, ImageProps } from './image';
export { PackerApp, PackerAppProps } from './packer-app';
