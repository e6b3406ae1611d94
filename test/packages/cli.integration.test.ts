import * as path from 'path';
import { copiesOf, filesOf, install, pack, run } from './package';
import { list, temporaryFolder, write } from '../image/kit';
import { given } from '../programs/given';
import { DOCKER_PLUGIN } from '../programs/plugins';
import { run as ended } from '../programs/run';

test('the package holds the compiled command, the generator and the facts, and nothing else', () => {
  // WHEN
  const files = filesOf(pack('packages/cli', temporaryFolder()));

  // THEN
  expect(files).toEqual(expect.arrayContaining([
    'generator/bindings.mjs', 'lib/cli.js', 'lib/index.js', 'schema/library.json', 'schema/overlay/shared.json', 'schema/plugins/docker.json',
  ]));
  const rest = files.filter((file) => !/^(lib\/.*\.(js|d\.ts)|generator\/.*\.mjs|schema\/.*\.json)$/.test(file));
  expect(rest).toEqual(['LICENSE', 'README.md', 'package.json']);
});

test('the installed command writes classes with which a program synthesizes', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = path.join(folder, 'app');
  const packages = { 'cdk-packer': `file:${pack('.', folder)}`, '@cdk-packer/cli': `file:${pack('packages/cli', folder)}` };
  install(app, { constructs: '10.6.0', ...packages });
  const options = { cwd: app, env: { PACKER_PLUGIN_PATH: given('CDK_PACKER_PLUGINS') } };

  // WHEN
  const got = ended('npx', ['cdk-packer', 'get', `${DOCKER_PLUGIN.source}@${DOCKER_PLUGIN.version}`], options);
  write(path.join(app, 'main.ts'), `
    import { Image, PackerApp } from 'cdk-packer';
    import { DockerSource } from './.gen/packer/docker';
    const app = new PackerApp();
    new DockerSource(new Image(app, 'web'), 'container', { image: 'debian:12', commit: true });
    app.synth();
  `);
  const compiler = path.join(__dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [compiler, '--strict', '--skipLibCheck', '--module', 'commonjs', '--target', 'es2022', 'main.ts'], app);
  run(process.execPath, ['main.js'], app);

  // THEN
  expect(got).toMatchObject({ code: 0, stdout: 'github.com/hashicorp/docker@1.1.2: 5 classes in .gen/packer/docker\n' });
  expect(list(path.join(app, 'packer.out'))).toEqual(['images.json', 'images/web/template.pkr.json']);
  for (const name of ['cdk-packer', 'constructs', '@cdk-packer/cli']) { expect(copiesOf(name, app)).toEqual([name]); }
});

test('without the package of the command line, the command says how to install it', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = path.join(folder, 'app');
  install(app, { 'constructs': '10.6.0', 'cdk-packer': `file:${pack('.', folder)}` });

  // THEN
  expect(ended('npx', ['cdk-packer', 'get'], { cwd: app })).toMatchObject({
    code: 1,
    output: 'The command cdk-packer is in the package @cdk-packer/cli, which is not installed here. Install it:\n\n  npm install --save-dev @cdk-packer/cli\n',
  });
});
