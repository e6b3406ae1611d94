import * as path from 'path';
import { Define, fingerprintOf, nullSource, temporaryFolder, write } from './kit';
import { FileProvisioner, NullSource, ShellLocalProvisioner } from '../../src';
import { DigestTree } from '../../src/image/digest-tree';

/** The names of the leaves that differ. */
function differences(a: DigestTree = {}, b: DigestTree = {}, name = ''): string[] {
  if (typeof a === 'string' || typeof b === 'string') { return a === b ? [] : [name]; }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differences(a[key], b[key], name === '' ? key : `${name} > ${key}`));
}

test('a changed line is named by its step', () => {
  // GIVEN
  const image = (line: string): Define => (web) => {
    new ShellLocalProvisioner(web, 'first', { inline: ['echo'] });
    new ShellLocalProvisioner(web, 'second', { inline: [line] });
    return nullSource(web, 'local');
  };

  // WHEN
  const names = differences(fingerprintOf(image('echo 1')).tree, fingerprintOf(image('echo 2')).tree);

  // THEN
  expect(names).toEqual(['steps > 2 shell-local > inline']);
});

test('a changed file of a folder is named by its path', () => {
  // GIVEN
  const folder = temporaryFolder();
  write(path.join(folder, 'site', 'a', 'index.html'), '1');
  write(path.join(folder, 'site', 'robots.txt'), '1');
  const image: Define = (web) => {
    new FileProvisioner(web, 'site', { source: path.join(folder, 'site'), destination: '/srv' });
    return new NullSource(web, 'machine', { sshHost: '127.0.0.1' });
  };
  const before = fingerprintOf(image).tree;

  // WHEN
  write(path.join(folder, 'site', 'a', 'index.html'), '2');

  // THEN
  expect(differences(before, fingerprintOf(image).tree)).toEqual(['steps > 1 file > source > site/a/index.html']);
});

test('one of several scripts is named by its position', () => {
  // GIVEN
  const folder = temporaryFolder();
  const scripts = ['a.sh', 'b.sh'].map((name) => write(path.join(folder, name), 'echo'));
  const image: Define = (web) => {
    new ShellLocalProvisioner(web, 'scripts', { scripts });
    return nullSource(web, 'local');
  };
  const before = fingerprintOf(image).tree;

  // WHEN
  write(scripts[1], 'echo changed');

  // THEN
  expect(differences(before, fingerprintOf(image).tree)).toEqual(['steps > 1 shell-local > scripts > 2 > b.sh']);
});

test('a file named like a property of every object is a file', () => {
  // GIVEN
  const folder = temporaryFolder();
  write(path.join(folder, 'site', '__proto__'), '1');
  const image: Define = (web) => {
    new FileProvisioner(web, 'site', { source: path.join(folder, 'site'), destination: '/srv' });
    return new NullSource(web, 'machine', { sshHost: '127.0.0.1' });
  };

  // WHEN
  const { tree } = fingerprintOf(image);

  // THEN
  expect(Object.keys((tree.steps as any)['1 file'].source)).toEqual(['site', 'site/__proto__']);
});
