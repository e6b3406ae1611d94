import * as path from 'path';
import { copiesOf, filesOf, install, pack, run } from './package';
import { assemblyIn, list, temporaryFolder } from '../image/kit';

test('the package holds the compiled adapter and the supervisor, and nothing else', () => {
  // WHEN
  const files = filesOf(pack('packages/cdktf', temporaryFolder()));

  // THEN
  expect(files.filter((file) => !/^lib\/.*\.(js|d\.ts)$/.test(file))).toEqual(
    ['.jsii', 'LICENSE', 'README.md', 'package.json', 'supervisor/build.sh']);
});

test.each(['10.4.2', '10.6.0'])('a program with cdktf 0.21.0 and constructs %s installs and synthesizes with one copy of each', (constructs) => {
  // GIVEN
  const folder = temporaryFolder();
  const app = path.join(folder, 'app');
  const packages = { 'cdk-packer': `file:${pack('.', folder)}`, '@cdk-packer/cdktf': `file:${pack('packages/cdktf', folder)}` };

  // WHEN
  install(app, { cdktf: '0.21.0', constructs, ...packages });
  run(process.execPath, ['-e', `
    const { App, TerraformOutput, TerraformStack } = require('cdktf');
    const { Image } = require('@cdk-packer/cdktf');
    const { FileSource } = require('cdk-packer');
    const app = new App();
    const stack = new TerraformStack(app, 'web');
    const image = new Image(stack, 'image');
    const file = new FileSource(image, 'file', { content: 'hello', target: 'hello.txt' });
    new TerraformOutput(stack, 'hello', { value: image.artifactOf(file).file('*.txt') });
    app.synth();
  `], app);

  // THEN
  const stack = path.join(app, 'cdktf.out', 'stacks', 'web');
  expect(list(stack)).toEqual(['cdk.tf.json', 'images.json', 'images/image/SHA256SUMS', 'images/image/build.sh', 'images/image/template.pkr.json']);
  expect(assemblyIn(stack).images[0].targets[0].address).toBe('web/image:file.file');
  for (const name of ['constructs', 'cdktf', 'cdk-packer']) { expect(copiesOf(name, app)).toEqual([name]); }
});
