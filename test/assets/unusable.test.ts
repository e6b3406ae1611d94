import * as path from 'path';
import { listeningSocket, listing, namedPipe, write } from './kit';
import { Asset, FileSource, PackerTemplate, ShellLocalProvisioner, Variable } from '../../src';
import { smallTemplate, temporaryFolder } from '../language/support';

function validation(template: PackerTemplate): string[] {
  return template.node.validate();
}

test('a path that does not exist is an error with the construct, what to do, and where relative paths start', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { script: './missing.sh' });

  expect(validation(template)).toEqual([
    'web/build/step: script: the file or folder \'./missing.sh\' does not exist. '
    + `It was looked for at '${path.resolve('missing.sh')}'. ` + 'Relative paths start at the nearest folder upwards that has '
    + 'a cdktf.json or cdk-packer.json, else at the working directory. If it appears only while the image is built, use RuntimePath.of(…).',
  ]);
});

test('a path below a file does not exist either', () => {
  const folder = write(temporaryFolder(), { a: '' });

  expect(() => listing(path.join(folder, 'a/b'))).toThrow(`the file or folder '${folder}/a/b' does not exist.`);
});

test('every missing file is reported, with its option', () => {
  const { template, build } = smallTemplate();

  new FileSource(template, 'file', { source: 'a', target: 'x' });
  new ShellLocalProvisioner(build, 'step', { scripts: ['b', 'c'], environmentVars: [`X=${Asset.of('d').path}`] });

  expect(validation(template).map((message) => message.replace(/ does not exist.*/, ''))).toEqual([
    'web/file: source: the file or folder \'a\'',
    'web/build/step: environment_vars.0: the file or folder \'d\'',
    'web/build/step: scripts.0: the file or folder \'b\'',
    'web/build/step: scripts.1: the file or folder \'c\'',
  ]);
});

test('a socket is an error', async () => {
  const folder = temporaryFolder();
  const close = await listeningSocket(path.join(folder, 's'));

  expect(() => listing(folder)).toThrow(
    `'${folder}/s' is a socket, and only files, folders and links to them can be part of an image. `
    + 'Leave it out with Asset.of(path, { exclude: […] }) or move it elsewhere.',
  );
  expect(listing(folder, ['s'])).toEqual(['folder ']);
  await close();
});

test('a named pipe is an error, and nobody waits for it', () => {
  const folder = temporaryFolder();
  namedPipe(path.join(folder, 'p'));

  expect(() => listing(folder)).toThrow(`'${folder}/p' is a named pipe, and only files`);
});

test('a device is an error', () => {
  expect(() => listing('/dev/null')).toThrow('\'/dev/null\' is a device, and only files');
});

test.each(['a\nb', 'a\rb', 'a\\b'])('the name %j cannot be listed safely, also when it is the asset itself', (name) => {
  const folder = write(temporaryFolder(), { [name]: '' });
  const message = `the name of ${JSON.stringify(path.join(folder, name))} contains a line break or a backslash, which cannot be listed safely. Rename it.`;

  expect(() => listing(folder)).toThrow(message);
  expect(() => listing(path.join(folder, name))).toThrow(message);
});

test('the path of an asset cannot be a value of another framework', () => {
  expect(() => Asset.of('${TfToken[TOKEN.1]}/site')).toThrow('the path of an asset contains a reference');
});

test('the path of an asset cannot be a reference', () => {
  const x = new Variable(smallTemplate().template, 'x');

  expect(() => Asset.of(`/srv/${x.stringValue}`)).toThrow(
    'the path of an asset contains a reference, whose value will be known only later, and an asset is copied and hashed before. '
    + 'Give a path on this machine, or use RuntimePath.of(…) for one that appears only while the image is built.',
  );
});
