import * as fs from 'fs';
import * as path from 'path';
import { list, temporaryFolder, write } from './kit';
import { FileSource, Image, PackerApp } from '../../src';

function synth(outdir: string, id = 'web'): void {
  const app = new PackerApp({ outdir });
  new FileSource(new Image(app, id), 'file', { content: 'x', target: 'x.txt' });
  app.synth();
}

function indexWith(file: unknown): string {
  return JSON.stringify({ version: 1, images: [{ files: [file] }] });
}

const LOST = 'It says which files belong to this library, so nothing was changed. '
  + 'Delete the folder it lies in if its content is only generated, or use the version of cdk-packer that wrote it.';

test.each([
  ['of another version', '{"version":2,"images":[]}', 'its version is 2'],
  ['without a version', '{}', 'its version is undefined'],
  ['that is null', 'null', 'its version is undefined'],
  ['without images', '{"version":1}', 'it lists no files'],
  ['with images that list no files', '{"version":1,"images":[{}]}', 'it lists no files'],
  ['with an image that is null', '{"version":1,"images":[null]}', 'it lists no files'],
  ['with a path upwards', indexWith({ path: '../x' }), "it lists '../x', which is no file of an image"],
  ['with a path that leads upwards on its way', indexWith({ path: 'images/../../x' }), "it lists 'images/../../x', which is no file of an image"],
  ['with an absolute path', indexWith({ path: '/etc/passwd' }), "it lists '/etc/passwd', which is no file of an image"],
  ['with a path of Windows', indexWith({ path: 'images\\..\\x' }), "it lists 'images\\..\\x', which is no file of an image"],
  ['with a file outside of the images', indexWith({ path: 'notes.txt' }), "it lists 'notes.txt', which is no file of an image"],
  ['with a folder', indexWith({ path: 'images/' }), "it lists 'images/', which is no file of an image"],
  ['with a file without a path', indexWith({}), "it lists 'undefined', which is no file of an image"],
  ['with a file that is null', indexWith(null), "it lists 'undefined', which is no file of an image"],
])('an index %s is refused, and nothing is changed', (_what, index, reason) => {
  // GIVEN
  const folder = temporaryFolder();
  const outdir = path.join(folder, 'out');
  synth(outdir, 'old');
  write(path.join(folder, 'x'), 'mine');
  const file = write(path.join(outdir, 'images.json'), index);
  const before = list(folder);

  // THEN
  expect(() => synth(outdir)).toThrow(`${file} is not an index of images that this version can read (${reason}). ${LOST}`);
  expect(list(folder)).toEqual(before);
  expect(fs.readFileSync(file, 'utf8')).toBe(index);
});

test('an index that is no JSON is refused, and nothing is changed', () => {
  // GIVEN
  const outdir = temporaryFolder();
  const file = write(path.join(outdir, 'images.json'), '<<<<<<< HEAD');

  // THEN
  expect(() => synth(outdir)).toThrow(/images\.json is not an index of images that this version can read \(.*JSON.*\)\. It says which files/);
  expect(list(outdir)).toEqual(['images.json']);
  expect(fs.readFileSync(file, 'utf8')).toBe('<<<<<<< HEAD');
});

test('a file of the index that became a folder of others is left alone', () => {
  // GIVEN
  const outdir = temporaryFolder();
  synth(outdir, 'old');
  const template = path.join(outdir, 'images/old/template.pkr.json');
  fs.rmSync(template);
  write(path.join(template, 'mine'), 'x');

  // WHEN
  synth(outdir, 'new');

  // THEN
  expect(list(outdir)).toEqual(['images.json', 'images/new/template.pkr.json', 'images/old/template.pkr.json/mine']);
});
