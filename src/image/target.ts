import { BuiltImage } from './built-image';
import { Source, sourceAddress } from '../language/source';

/** One source of one image: what is built, fingerprinted, retried and linked. */
export interface Target {
  readonly image: BuiltImage;
  readonly source: Source;
}

/** `<image path>:<type>.<source>`. */
export function targetAddress({ image, source }: Target): string {
  return `${image.node.path}:${sourceAddress(source)}`;
}
