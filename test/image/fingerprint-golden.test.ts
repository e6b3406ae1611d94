import * as fs from 'fs';
import * as path from 'path';
import { CloudSource, temporaryFolder, write } from './kit';
import {
  Asset, ChecksumPostProcessor, DataSource, FileProvisioner, FileSource, Image, Local, NullSource, PackerApp, PackerFn, PostProcessorChain,
  ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner, ShellProvisioner, SourceContext, Variable,
} from '../../src';
import { Synthesis } from '../../src/image/synthesis';

/** An image with something of everything that a fingerprint is made of. */
function representative(): Record<'base' | 'cloud' | 'machine', () => ReturnType<Synthesis['fingerprint']>> {
  const folder = temporaryFolder();
  const install = write(path.join(folder, 'install.sh'), '#!/bin/sh\necho install\n', 0o755);
  write(path.join(folder, 'site', 'index.html'), '<h1>Grüße \u{1F600}</h1>\n');
  write(path.join(folder, 'site', 'css', 'site.css'), 'body {}\n');
  fs.symlinkSync('index.html', path.join(folder, 'site', 'default.html'));
  fs.mkdirSync(path.join(folder, 'site', 'empty'));

  const app = new PackerApp();
  const base = new Image(app, 'base', { fingerprint: { salt: '2026-11' } });
  const file = new FileSource(base, 'file', { content: 'a literal ${var.x} and {{ .Foo }}', target: 'base.txt' });

  const web = new Image(app, 'web');
  const cloud = new CloudSource(web, 'cloud', {
    amiName: 'web-{{timestamp}}',
    amiRegions: ['us-east-1', 'eu-west-1'],
    instanceType: 't3.small',
    password: 'hunter2',
    sourceAmi: base.artifactOf(file).id,
    tags: { 'team': 'web', 'cost center': '42' },
    timeout: '1h',
    userData: 'x',
    type: 'gp3',
  });
  const machine = new NullSource(web, 'machine', { sshHost: '127.0.0.1', sshUsername: 'root' });
  const release = new Variable(web, 'release', { default: 'stable', description: 'what to install' });
  const ports = new Variable(web, 'ports', { type: 'list(number)', default: [80, 443] });
  const lookup = new DataSource(web, 'lookup', { type: 'http', configuration: { url: 'https://example.com/release', request_headers: { accept: 'text' } } });
  const title = new Local(web, 'title', { expression: { release: PackerFn.upper(release.stringValue), body: lookup.stringAttribute('body') } });
  const install1 = new ProvisionerGroup(web, 'install', { only: [cloud] });
  new ShellProvisioner(install1, 'script', { script: install, environmentVars: [`RELEASE=${release.stringValue}`], maxRetries: 2, continueOnError: true });
  new FileProvisioner(web, 'site', { source: path.join(folder, 'site/'), destination: '/srv/site' });
  new ShellProvisioner(web, 'inline', { inline: ["docker ps --format '{{.Names}}'"] });
  new ShellLocalProvisioner(web, 'local', {
    inline: [
      `echo ${title.stringValue} ${SourceContext.NAME} ${base.artifactOf(file).file('*.txt')}`,
      `ansible ${Asset.of(path.join(folder, 'site'), { exclude: ['css'] }).path} ${PackerFn.jsonencode(ports.value)}`,
    ],
  }).overrideFor(machine, { environment_vars: ['WHERE=machine'] });
  const chain = new PostProcessorChain(web, 'publish');
  new ChecksumPostProcessor(chain, 'sums', { checksumTypes: ['sha256'], keepInputArtifact: true });
  new ShellLocalPostProcessor(chain, 'upload', { inline: ['./upload.sh'], except: [machine] });

  const synthesis = new Synthesis();
  return {
    base: () => synthesis.fingerprint(base, file),
    cloud: () => synthesis.fingerprint(web, cloud),
    machine: () => synthesis.fingerprint(web, machine),
  };
}

/*
 * A different digest means that every image of every user is built again after they update this library. So a change here is a
 * decision: raise FINGERPRINT_FORMAT, and say so in the changelog.
 */
test('the fingerprints of a representative image are those of every earlier release', () => {
  // WHEN
  const { base, cloud, machine } = representative();

  // THEN
  expect({ base: base().digest, cloud: cloud().digest, machine: machine().digest }).toEqual({
    base: 'a3207fe2855577e46840396ae5f3a0ce6c3efd34aae0a70fbb7c0b8cb9fc697d',
    cloud: '0745f414d8afb381ac12daad61f27e7623190e6f7a481f05d7313f25c71b3c41',
    machine: '81c1ff55687ec3e6839a3df6158c9e3cd14d17c913c7186b5cdea21516b1666a',
  });
});

test('the tree of a representative image is that of every earlier release', () => {
  // WHEN
  const { machine } = representative();

  // THEN
  expect(machine().tree).toEqual({
    parents: {
      1: 'a3207fe2855577e46840396ae5f3a0ce6c3efd34aae0a70fbb7c0b8cb9fc697d',
    },
    source: {},
    steps: {
      '1 file': {
        destination: '945d8ea8951aa66353484e47ab1cd713',
        source: {
          '/': 'df7e940f72aa93cbcb6d70cc35124b07',
          'site': 'ff926bc6eb4751988ab49b41360eb92b',
          'site/css': 'ff926bc6eb4751988ab49b41360eb92b',
          'site/css/site.css': '339ccd97c9bd4bd96086060075ef40cd',
          'site/default.html': '5eb42727a65ac64a0970ba24d9be0c19',
          'site/empty': 'ff926bc6eb4751988ab49b41360eb92b',
          'site/index.html': '99ce050869b572f0f728150a48bf1699',
        },
      },
      '2 shell': {
        script: {
          script: 'abef9f7356be9a140e54b76d2cd97ed5',
        },
      },
      '3 shell-local': {
        environment_vars: '233703740d6885538d0092ddb92c3c97',
        inline: '3e646405e5d9316e2642ab7e0fcd325c',
      },
      'post-processor 1.1 checksum': {
        checksum_types: 'aee5bfb94db963cc325b3fe9606429eb',
        keep_input_artifact: 'b5bea41b6c623f7c09f1bf24dcae58eb',
      },
    },
    type: 'f072cbec3bf8841871d4284230c5e983',
  });
});
