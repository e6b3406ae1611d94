import * as path from 'path';
import { digest, listing, write } from './kit';
import { temporaryFolder } from '../language/support';

function files(exclude: string[]): string[] {
  const folder = write(temporaryFolder(), {
    'a.log': '', 'keep.log': '', 'build/a.log': '', 'build/out/x': '', 'src/build/y': '', 'src/a.ts': '', 'README.md': '', '#note': '', 'link': '->build',
  });
  return listing(folder, exclude).filter((line) => !line.startsWith('folder')).map((line) => line.split(' ')[1].split('->')[0]);
}

const ALL = ['#note', 'README.md', 'a.log', 'build/a.log', 'build/out/x', 'keep.log', 'link', 'src/a.ts', 'src/build/y'];

function allBut(...left: string[]): string[] {
  return ALL.filter((name) => !left.includes(name));
}

test.each<[string, string[], string[]]>([
  ['nothing is left out by default', [], ALL],
  ['a name without a slash counts at any depth', ['*.log'], allBut('a.log', 'keep.log', 'build/a.log')],
  ['a name with a slash at its end is a folder', ['build/'], allBut('build/a.log', 'build/out/x', 'src/build/y')],
  ['a slash at the beginning ties it to the top', ['/build'], allBut('build/a.log', 'build/out/x')],
  ['two stars are any depth', ['**/y'], allBut('src/build/y')],
  ['an exclamation mark takes back', ['*.log', '!keep.log'], allBut('a.log', 'build/a.log')],
  ['later lines win', ['!keep.log', '*.log'], allBut('a.log', 'keep.log', 'build/a.log')],
  ['nothing can be taken back below a folder that is left out', ['build', '!build/a.log'], allBut('build/a.log', 'build/out/x', 'src/build/y')],
  ['a link to a folder is no folder', ['link/'], ALL],
  ['a link is left out by its name', ['link'], allBut('link')],
  ['a number sign begins a comment', ['#note'], ALL],
  ['upper and lower case differ, on every machine', ['readme.md', 'BUILD'], ALL],
])('%s', (_, exclude, expected) => {
  expect(files(exclude)).toEqual(expected);
});

test('what is left out is not read, and not part of the digest', () => {
  const folder = write(temporaryFolder(), { 'site/a': '1' });
  const before = digest(path.join(folder, 'site'), ['*.sock', 'broken']);

  write(folder, { 'site/broken': '->nowhere', 'site/x.sock': '' });

  expect(digest(path.join(folder, 'site'), ['*.sock', 'broken'])).toBe(before);
});

test('a file that is the asset itself is never left out', () => {
  expect(listing(path.join(write(temporaryFolder(), { 'a.log': '' }), 'a.log'), ['*.log'])).toEqual(['file ']);
});

test('what synthesis writes below a folder is never part of it, so that one synthesis does not change the next', () => {
  const folder = write(temporaryFolder(), { 'main.ts': '', 'packer.out': '' });
  const before = digest(folder);

  write(folder, { 'cdktf.out/stacks/shop/images.json': '' });

  expect(digest(folder)).toBe(before);
  expect(listing(folder)).toEqual(['folder ', 'file main.ts', 'file packer.out']);
  expect(listing(path.join(folder, 'cdktf.out/stacks'))).toEqual(['folder ', 'folder shop', 'file shop/images.json']);
});
