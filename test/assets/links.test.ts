import * as fs from 'fs';
import * as path from 'path';
import { listing, write } from './kit';
import { takeSnapshot } from '../../src/assets/snapshot';
import { temporaryFolder } from '../language/support';

test('a link to something inside the folder is kept', () => {
  const folder = path.join(write(temporaryFolder(), { 'site/b/c': '', 'site/l': '->b/c', 'site/b/up': '->../b', 'site/here': '->.' }), 'site');

  expect(listing(folder)).toEqual(['folder ', 'folder b', 'file b/c', 'link b/up->../b', 'link here->.', 'link l->b/c']);
});

test('a link that leads out of the folder is followed', () => {
  const folder = path.join(write(temporaryFolder(), { 'shared/x': 'X', 'one': '1', 'site/d': '->../shared', 'site/f': '->../one' }), 'site');

  expect(listing(folder)).toEqual(['folder ', 'folder d', 'file d/x', 'file f']);
});

test('a link that leads back into the folder from outside would break in the copy, so it is followed', () => {
  const root = write(temporaryFolder(), { 'site/a': '1', 'site/l': '->../site/a' });
  fs.symlinkSync(path.join(root, 'site/a'), path.join(root, 'site/absolute'));

  expect(listing(path.join(root, 'site'))).toEqual(['folder ', 'file a', 'file absolute', 'file l']);
});

test('an asset that is a link is what it leads to, under its own name', () => {
  const root = write(temporaryFolder(), { 'v2/a': '1', 'current': '->v2', 'v2/l': '->a' });

  expect(takeSnapshot(path.join(root, 'current'), []).basename).toBe('current');
  expect(listing(path.join(root, 'current'))).toEqual(['folder ', 'file a', 'link l->a']);
});

test('links inside of a followed folder are followed as well', () => {
  const root = write(temporaryFolder(), { 'shared/x': 'X', 'shared/y': '->x', 'site/d': '->../shared' });

  expect(listing(path.join(root, 'site'))).toEqual(['folder ', 'folder d', 'file d/x', 'file d/y']);
});

test('a broken link is an error', () => {
  const file = path.join(write(temporaryFolder(), { 'site/l': '->nowhere' }), 'site');

  expect(() => listing(file)).toThrow(
    `'${file}/l' is a link to 'nowhere', which does not exist. Repair the link, or leave it out with Asset.of(path, { exclude: […] }).`,
  );
});

test('an asset that is a broken link is the same error', () => {
  const file = path.join(write(temporaryFolder(), { l: '->nowhere' }), 'l');

  expect(() => listing(file)).toThrow(`'${file}' is a link to 'nowhere', which does not exist.`);
});

test('links in a circle are an error', () => {
  const folder = write(temporaryFolder(), { a: '->b', b: '->a' });

  expect(() => listing(folder)).toThrow(`'${folder}/a' is a link that leads back to itself or to a folder that contains it`);
  expect(() => listing(path.join(folder, 'b'))).toThrow(`'${folder}/b' is a link that leads back to itself`);
});

test('a folder outside that leads back into the asset is an error, not an endless copy', () => {
  const root = write(temporaryFolder(), { 'site/d': '->../shared' });
  fs.mkdirSync(path.join(root, 'shared'));
  fs.symlinkSync(path.join(root, 'site'), path.join(root, 'shared/back'));

  expect(() => listing(path.join(root, 'site'))).toThrow(
    `'${root}/site/d/back' is a link that leads back to itself or to a folder that contains it, so the copy would never end. Remove the link or exclude it.`,
  );
});
