import * as path from 'path';
import { copiesOf, filesOf, install, pack, run } from './package';
import { assemblyIn, temporaryFolder } from '../image/kit';

test('the package holds the compiled library, its schema and what is bundled, and nothing else', () => {
  // WHEN
  const files = filesOf(pack('.', temporaryFolder()));

  // THEN
  expect(files).toEqual(expect.arrayContaining([
    '.jsii', 'LICENSE', 'README.md', 'bin/cdk-packer', 'lib/bindings.js', 'lib/index.d.ts', 'lib/index.js',
    'node_modules/fastest-levenshtein/package.json', 'node_modules/ignore/package.json', 'node_modules/semver/package.json',
    'package.json', 'schema/images.schema.json',
  ]));
  const rest = files.filter((file) => !/^(lib\/.*\.(js|d\.ts)|node_modules\/(fastest-levenshtein|ignore|semver)\/.*)$/.test(file));
  const others = ['.jsii', 'CHANGELOG.md', 'LICENSE', 'README.md', 'bin/cdk-packer', 'package.json', 'schema/images.schema.json'];
  expect(rest.filter((file) => !others.includes(file))).toEqual([]);
});

test.each(['10.4.2', '10.6.0'])('a program beside constructs %s installs and synthesizes with one copy of constructs', (constructs) => {
  // GIVEN
  const folder = temporaryFolder();
  const app = path.join(folder, 'app');

  // WHEN
  install(app, { constructs, 'cdk-packer': `file:${pack('.', folder)}` });
  run(process.execPath, ['-e', `
    const { Asset, FileSource, Image, PackerApp, ShellLocalProvisioner } = require('cdk-packer');
    const app = new PackerApp();
    const web = new Image(app, 'web');
    new FileSource(web, 'file', { content: 'hello', target: 'hello.txt' });
    new ShellLocalProvisioner(web, 'list', { inline: ['ls ' + Asset.of('package.json', { exclude: ['x'] }).path] });
    app.synth();
  `], app);

  // THEN
  expect(assemblyIn(path.join(app, 'packer.out')).images.map(({ directory }) => directory)).toEqual(['images/web']);
  expect(copiesOf('constructs', app)).toEqual(['constructs']);
  expect(copiesOf('cdk-packer', app)).toEqual(['cdk-packer']);
});

test('a program of ES modules imports by name', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = path.join(folder, 'app');
  install(app, { 'constructs': '10.6.0', 'cdk-packer': `file:${pack('.', folder)}` });

  // WHEN
  const printed = run(process.execPath, ['--input-type=module', '-e', `
    import { Image, NullSource, PackerApp, qemu, windowsUpdate } from 'cdk-packer';
    new NullSource(new Image(new PackerApp(), 'web'), 'local', { communicator: 'none' });
    console.log(typeof qemu.QemuSource, typeof windowsUpdate.WindowsUpdateProvisioner);
  `], app);

  // THEN
  expect(printed).toBe('function function\n');
});
