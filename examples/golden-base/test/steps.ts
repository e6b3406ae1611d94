import * as path from 'path';
import { Image, NullSource, PackerApp } from 'cdk-packer';

/** An image that has nothing of the company: recipes are tested in it alone. */
export function plainImage(): Image {
  const image = new Image(new PackerApp(), 'plain');
  new NullSource(image, 'nothing', { communicator: 'none' });
  return image;
}

/** A step as it is written into the template. */
export interface Step {
  /** The name of the script, or its lines. */
  readonly runs: string;
  readonly env: { [name: string]: string };
}

/** The provisioners of an image in the order in which Packer runs them. */
export function stepsOf(image: Image): Step[] {
  return image.toJson().build[0].provisioner.map(({ 'shell-local': { script, inline, env } }: any) => ({
    runs: script ? path.basename(script) : inline.join('\n'),
    env,
  }));
}

/** Only what the steps run. */
export function orderOf(image: Image): string[] {
  return stepsOf(image).map(({ runs }) => runs);
}
