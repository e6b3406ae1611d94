import * as fs from 'fs';
import * as path from 'path';
import { packer, temporaryFolder } from './support';
import { FileSource, Image, PackerApp, PackerFn } from '../../src';

test('Packer itself changes two things in a text: it composes characters, and replaces halves of surrogate pairs', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image');
  new FileSource(image, 'decomposed', { content: 'e\u0301', target: 'decomposed' });
  new FileSource(image, 'half', { content: 'a\uD800b', target: 'half' });
  new FileSource(image, 'base64', { content: PackerFn.base64decode(Buffer.from('e\u0301').toString('base64')), target: 'base64' });

  // WHEN
  app.synth();
  packer(path.join(folder, 'images/image'), 'build', '.');

  // THEN
  const read = (name: string) => fs.readFileSync(path.join(folder, 'images/image', name), 'utf8');
  expect(read('decomposed')).toBe('\u00e9');
  expect(read('half')).toBe('a\uFFFDb');
  expect(read('base64')).toBe('\u00e9');
});
