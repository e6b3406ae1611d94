export { Artifact } from './artifact';
export { type IImage } from './image-of-build';
export { Image, type FingerprintOptions, type ImageProps } from './image';
export { PackerApp, type PackerAppProps } from './packer-app';
