import * as fs from 'fs';
import * as path from 'path';
import { packer, temporaryFolder } from './support';
import { FileSource, Image, PackerApp, PackerFn } from '../../src';

/** What the real Packer makes of values, all of them in one build. It is started outside of the template's directory. */
export function evaluated<T extends { [name: string]: any }>(values: (image: Image) => T): { [name in keyof T]: any } {
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image', { packerVersion: '>= 1.16.0' });
  new FileSource(image, 'values', { content: PackerFn.jsonencode(values(image)), target: 'values.json' });
  app.synth();
  packer(folder, 'build', 'images/image');
  return JSON.parse(fs.readFileSync(path.join(folder, 'values.json'), 'utf8'));
}
