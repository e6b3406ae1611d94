import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import {
  Build, ChecksumPostProcessor, FileProvisioner, FileSource, Image, ManifestPostProcessor, NullSource, PackerApp, PackerTemplate,
  ShellLocalPostProcessor, ShellLocalProvisioner, ShellProvisioner,
} from '../../src';
import { text } from '../language/arbitraries';
import { packer, smallTemplate, temporaryFolder, writeTemplate } from '../language/support';

test('Packer knows every option of every class', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion: '>= 1.16.0' });
  new NullSource(template, 'remote', {
    sshUsername: 'u', sshTimeout: '1m', sshPort: 22, sshPassword: 'p', sshHost: 'h', communicator: 'ssh',
  });
  new FileSource(template, 'file', { target: 't', content: 'c' });
  const build = new Build(template, 'build');
  const meta = { pauseBefore: '1s', maxRetries: 1, continueOnError: true };
  new ShellProvisioner(build, 'shell', {
    validExitCodes: [0],
    startRetryTimeout: '1m',
    remoteFolder: '/tmp',
    pauseAfter: '1s',
    inlineShebang: '/bin/sh',
    inline: ['true'],
    expectDisconnect: true,
    executeCommand: '{{.Path}}',
    environmentVars: ['A=1'],
    env: { B: '2' },
    binary: false,
    ...meta,
  });
  new FileProvisioner(build, 'copy', { destination: '/d', direction: 'upload', content: 'c', generated: true, ...meta });
  const local = {
    validExitCodes: [0],
    useLinuxPathing: false,
    onlyOn: ['linux'],
    inlineShebang: '/bin/sh',
    inline: ['true'],
    executeCommand: ['sh', '{{.Script}}'],
    environmentVars: ['A=1'],
    env: { B: '2' },
  };
  new ShellLocalProvisioner(build, 'local', { ...local, ...meta });
  new ShellLocalProvisioner(build, 'command', { command: 'true', timeout: '1m' });
  new ShellLocalPostProcessor(build, 'after', { ...local, keepInputArtifact: true });
  new ChecksumPostProcessor(build, 'sums', { output: '{{.BuildName}}.{{.ChecksumType}}', checksumTypes: ['md5'] });
  new ManifestPostProcessor(build, 'manifest', { stripTime: true, stripPath: true, output: 'm.json', customData: { a: '1' } });

  // WHEN
  const output = packer(writeTemplate(template), 'validate', '.');

  // THEN
  expect(output).toContain('The configuration is valid.');
});

test('any text that an environment can hold arrives byte for byte in the environment of a script', () => {
  const value = text.filter((literal) => !literal.includes('{{') && !literal.includes('\u0000'));
  fc.assert(fc.property(fc.array(value, { minLength: 30, maxLength: 30 }), (texts) => {
    // GIVEN
    const folder = temporaryFolder();
    const { template, build } = smallTemplate();
    texts.forEach((literal, index) => new ShellLocalProvisioner(build, `s${index}`, {
      env: { A: literal },
      environmentVars: [`B=${literal}`],
      inline: [`printf '%s|%s' "$A" "$B" > ${folder}/s${index}`],
    }));

    // WHEN
    packer(writeTemplate(template), 'build', '.');

    // THEN
    expect(texts.map((_, index) => fs.readFileSync(`${folder}/s${index}`, 'utf8'))).toEqual(texts.map((literal) => `${literal}|${literal}`));
  }), { numRuns: 1, seed: 11, endOnFailure: true });
});

test('outputs of an image lie below the work folder that is given', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: path.join(folder, 'out') });
  const image = new Image(app, 'web');
  new FileSource(image, 'motd', { content: 'hello', target: 'motd.txt' });
  new ChecksumPostProcessor(image, 'sums', { checksumTypes: ['md5'] });
  app.synth();

  // WHEN
  packer(folder, 'build', '-var', `work_dir=${folder}/work`, 'out/images/web');

  // THEN
  expect(fs.readdirSync(path.join(folder, 'work')).sort()).toEqual([
    'motd.1.manifest.json', 'motd.manifest.json', 'motd.txt', 'packer_motd_file_md5.checksum',
  ]);
  expect(fs.readdirSync(path.join(folder, 'out/images/web'))).toEqual(['template.pkr.json']);
});
