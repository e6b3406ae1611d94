import * as fs from 'fs';
import * as path from 'path';
import { PACKERS } from './packers';
import { AMAZON_PLUGIN, DOCKER_PLUGIN, pluginEnvironment } from './plugins';
import { Build, ChecksumPostProcessor, FileSource, Local, PackerApp, PackerFn, PackerTemplate, ShellLocalProvisioner, Source, Variable } from '../../src';
import { temporaryFolder, writeTemplate } from '../language/support';

test.each(PACKERS)('%s says its version', (packer) => {
  expect(packer.success(['version'])).toMatch(new RegExp(`^Packer v${packer.version.replaceAll('.', '\\.')}\\n`));
});

test.each(PACKERS)('%s builds a template of its own components', (packer) => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  const release = new Variable(template, 'release', { default: 'stable' });
  const title = new Local(template, 'title', { expression: PackerFn.upper(release.stringValue) });
  new FileSource(template, 'file', { content: `a literal \${x} of ${title.stringValue}`, target: 'out.txt' });
  const build = new Build(template, 'build');
  new ShellLocalProvisioner(build, 'note', { inline: ['echo "$RELEASE" >note.txt'], environmentVars: [`RELEASE=${release.stringValue}`] });
  new ChecksumPostProcessor(build, 'sums', { checksumTypes: ['md5'], output: 'out.{{.ChecksumType}}', keepInputArtifact: true });
  const folder = writeTemplate(template);

  // WHEN
  packer.success(['build', '-var', 'release=edge', '.'], { cwd: folder });

  // THEN
  expect(fs.readFileSync(path.join(folder, 'out.txt'), 'utf8')).toBe('a literal ${x} of EDGE');
  expect(fs.readFileSync(path.join(folder, 'note.txt'), 'utf8')).toBe('edge\n');
  expect(fs.readdirSync(folder).sort()).toEqual(['note.txt', 'out.md5', 'out.txt', 'template.pkr.json']);
});

test.each(PACKERS)('%s works with the plugins of the tests, not with ones of its own', (packer) => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  template.requirePlugin('docker', DOCKER_PLUGIN);
  template.requirePlugin('amazon', AMAZON_PLUGIN);
  new Source(template, 'container', { type: 'docker', configuration: { image: 'x', discard: true } });
  new Source(template, 'machine', {
    type: 'amazon-ebs',
    configuration: { region: 'us-east-1', source_ami: 'ami-1', instance_type: 't3.micro', ami_name: 'web', communicator: 'none', access_key: 'a', secret_key: 'b' },
  });
  new Build(template, 'build');
  const folder = writeTemplate(template);

  // WHEN
  const log = path.join(temporaryFolder(), 'log');
  const output = packer.success(['validate', '.'], { cwd: folder, env: { ...pluginEnvironment(), PACKER_LOG: '1', PACKER_LOG_PATH: log } });

  // THEN
  expect(output).toContain('The configuration is valid.');
  const started = [...fs.readFileSync(log, 'utf8').matchAll(/Starting plugin: \S*\/(packer-plugin-\w+_v[\d.]+)_/g)].map(([, name]) => name);
  expect(new Set(started)).toEqual(new Set([`packer-plugin-docker_v${DOCKER_PLUGIN.version}`, `packer-plugin-amazon_v${AMAZON_PLUGIN.version}`]));
});

test('a plugin of another version than the one that is required is not taken', () => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  template.requirePlugin('docker', { ...DOCKER_PLUGIN, version: '= 0.0.1' });
  new Source(template, 'container', { type: 'docker', configuration: { image: 'x', discard: true } });
  new Build(template, 'build');

  // WHEN
  const { code, output } = PACKERS[0].run(['validate', '.'], { cwd: writeTemplate(template), env: pluginEnvironment() });

  // THEN
  expect(code).toBe(1);
  expect(output).toContain('Missing plugins');
});
