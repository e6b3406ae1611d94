import * as fs from 'fs';
import * as path from 'path';
import { digest, listing, write } from './kit';
import { stagedName, takeSnapshot } from '../../src/assets/snapshot';
import { temporaryFolder } from '../language/support';

test('a file is one entry with the digest of its bytes', () => {
  const file = path.join(write(temporaryFolder(), { 'a.txt': 'hello' }), 'a.txt');

  expect(takeSnapshot(file, [])).toMatchObject({
    basename: 'a.txt',
    entries: [{ name: '', type: 'file', file, executable: false, sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' }],
  });
});

test('a folder lists everything below it by code point, parents first', () => {
  const folder = write(temporaryFolder(), { 'b/c': '', 'b.txt': '', 'a/': '', '\u{1F600}': '', '\uFFFD': '', '.hidden': '' });

  expect(listing(folder)).toEqual(['folder ', 'file .hidden', 'folder a', 'folder b', 'file b/c', 'file b.txt', 'file \uFFFD', 'file \u{1F600}']);
});

test.each([
  ['site', 'site'], ['./site/', 'site'], ['/a/b', 'b'], ['a/..', 'content'], ['.', 'content'], ['./', 'content'], ['..', 'content'], ['../..', 'content'],
  ['/', 'content'], ['', 'content'], ['..a', '..a'], ['a/./b/.', 'b'],
])('the path %j is staged as %j', (localPath, name) => {
  expect(stagedName(localPath)).toBe(name);
});

test('the digest is the same wherever the folder is', () => {
  const [a, b] = [1, 2].map(() => path.join(write(temporaryFolder(), { 'site/a': '1', 'site/b/c': '2', 'site/l': '->a' }), 'site'));

  expect(digest(a)).toBe(digest(b));
});

test('the digest does not change with times, owners or permissions that depend on the umask', () => {
  const folder = write(temporaryFolder(), { 'a': '1', 'b/c': '2' });
  const before = digest(folder);

  fs.chmodSync(path.join(folder, 'a'), 0o600);
  fs.chmodSync(path.join(folder, 'b'), 0o700);
  fs.utimesSync(path.join(folder, 'b/c'), 1, 1);

  expect(digest(folder)).toBe(before);
});

test('a folder made under another umask has the same digest', () => {
  const digests = [0o022, 0o077, 0o002].map((mask) => {
    const before = process.umask(mask);
    try {
      return digest(path.join(write(temporaryFolder(), { 'site/a': '1', 'site/b/c': '2' }), 'site'));
    } finally {
      process.umask(before);
    }
  });

  expect(new Set(digests).size).toBe(1);
});

test.each<[string, (folder: string) => void]>([
  ['bytes', (folder) => fs.writeFileSync(path.join(folder, 'a'), '2')],
  ['the name of a file', (folder) => fs.renameSync(path.join(folder, 'a'), path.join(folder, 'z'))],
  ['the executable bit', (folder) => fs.chmodSync(path.join(folder, 'a'), 0o744)],
  ['the target of a link', (folder) => { fs.rmSync(path.join(folder, 'l')); fs.symlinkSync('b/c', path.join(folder, 'l')); }],
  ['an empty folder', (folder) => fs.mkdirSync(path.join(folder, 'empty'))],
  ['a file into a folder of its name', (folder) => { fs.rmSync(path.join(folder, 'a')); fs.mkdirSync(path.join(folder, 'a')); }],
  ['a link into the file it leads to', (folder) => { fs.rmSync(path.join(folder, 'l')); fs.writeFileSync(path.join(folder, 'l'), '1'); }],
])('the digest changes with %s', (_, change) => {
  const folder = write(temporaryFolder(), { 'a': '1', 'b/c': '1', 'b/d': '1', 'l': '->b/d' });
  const before = digest(folder);

  change(folder);

  expect(digest(folder)).not.toBe(before);
});

test('the digest changes with the name of the folder itself, which Packer gives a meaning to', () => {
  const folder = write(temporaryFolder(), { 'a/x': '1', 'b/x': '1' });

  expect(digest(path.join(folder, 'a'))).not.toBe(digest(path.join(folder, 'b')));
});

test('only the owner may need to execute a file for it to be executable', () => {
  const folder = write(temporaryFolder(), { a: '', b: '' });
  fs.chmodSync(path.join(folder, 'a'), 0o744);
  fs.chmodSync(path.join(folder, 'b'), 0o655);

  expect(takeSnapshot(folder, []).entries.map(({ executable }) => executable)).toEqual([undefined, true, false]);
});
