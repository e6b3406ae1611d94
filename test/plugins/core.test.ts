import {
  Build, ChecksumPostProcessor, FileProvisioner, FileSource, Image, ManifestPostProcessor, NullSource, PackerApp, PackerTemplate,
  ShellLocalPostProcessor, ShellLocalProvisioner, ShellProvisioner,
} from '../../src';
import { problemsOf, smallTemplate } from '../language/support';

function remoteBuild() {
  const template = new PackerTemplate(new PackerApp(), 'web');
  new NullSource(template, 'remote', { sshHost: 'h', sshUsername: 'u', sshAgentAuth: true });
  return { template, build: new Build(template, 'build') };
}

function provisioner({ template }: { template: PackerTemplate }): string {
  return JSON.stringify(template.toJson().build[0].provisioner[0]);
}

function postProcessor({ template }: { template: PackerTemplate }): string {
  return JSON.stringify(template.toJson().build[0]['post-processors'][0]['post-processor'][0]);
}

test('NullSource writes its options by their names in HCL, in order', () => {
  const template = new PackerTemplate(new PackerApp(), 'web');

  new NullSource(template, 'x', {
    sshUsername: 'u', sshTimeout: '1m', sshPrivateKeyFile: '~/.ssh/id', sshPort: 22, sshPassword: 'p', sshHost: 'h', communicator: 'ssh', name: 'y',
  });

  expect(JSON.stringify(template.toJson().source)).toBe('{"null":{"y":{"communicator":"ssh","ssh_host":"h","ssh_password":"p","ssh_port":22,'
    + '"ssh_private_key_file":"~/.ssh/id","ssh_timeout":"1m","ssh_username":"u"}}}');
});

test('FileSource writes its options by their names in HCL, in order', () => {
  const template = new PackerTemplate(new PackerApp(), 'web');

  new FileSource(template, 'x', { target: 't', source: './s', content: 'c' });

  expect(JSON.stringify(template.toJson().source)).toBe('{"file":{"x":{"content":"c","source":"${path.root}/assets/x/source/s","target":"t"}}}');
});

test('ShellProvisioner writes its options by their names in HCL, in order', () => {
  const parts = remoteBuild();

  new ShellProvisioner(parts.build, 'x', {
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
  });

  expect(provisioner(parts)).toBe('{"shell":{"binary":false,"env":{"B":"2"},"environment_vars":["A=1"],"execute_command":"{{.Path}}",'
    + '"expect_disconnect":true,"inline":["true"],"inline_shebang":"/bin/sh","pause_after":"1s","remote_folder":"/tmp","start_retry_timeout":"1m",'
    + '"valid_exit_codes":[0]}}');
});

test('ShellProvisioner takes script files', () => {
  const parts = remoteBuild();

  new ShellProvisioner(parts.build, 'x', { scripts: ['./a.sh', './b.sh'] });

  expect(provisioner(parts)).toBe('{"shell":{"scripts":["${path.root}/assets/build-x/scripts.0/a.sh","${path.root}/assets/build-x/scripts.1/b.sh"]}}');
});

test('FileProvisioner writes its options by their names in HCL, in order', () => {
  const parts = remoteBuild();

  new FileProvisioner(parts.build, 'x', { sources: ['./b'], generated: false, direction: 'upload', destination: '/d' });

  expect(provisioner(parts)).toBe(
    '{"file":{"destination":"/d","direction":"upload","generated":false,"sources":["${path.root}/assets/build-x/sources.0/b"]}}',
  );
});

const SHELL_LOCAL = {
  validExitCodes: [0],
  useLinuxPathing: false,
  onlyOn: ['linux'],
  inlineShebang: '/bin/sh',
  inline: ['true'],
  executeCommand: ['sh', '{{.Script}}'],
  environmentVars: ['A=1'],
  env: { B: '2' },
};
const SHELL_LOCAL_JSON = '{"shell-local":{"env":{"B":"2"},"environment_vars":["A=1"],"execute_command":["sh","{{.Script}}"],"inline":["true"],'
  + '"inline_shebang":"/bin/sh","only_on":["linux"],"use_linux_pathing":false,"valid_exit_codes":[0]}}';

test('ShellLocalProvisioner and ShellLocalPostProcessor write their options by their names in HCL, in order', () => {
  const parts = smallTemplate();

  new ShellLocalProvisioner(parts.build, 'x', SHELL_LOCAL);
  new ShellLocalPostProcessor(parts.build, 'y', SHELL_LOCAL);

  expect(provisioner(parts)).toBe(SHELL_LOCAL_JSON);
  expect(postProcessor(parts)).toBe(SHELL_LOCAL_JSON);
});

test('ChecksumPostProcessor and ManifestPostProcessor write their options by their names in HCL, in order', () => {
  const [sums, manifest] = [smallTemplate(), smallTemplate()];

  new ChecksumPostProcessor(sums.build, 'x', { output: '{{.BuildName}}', checksumTypes: ['md5'], keepInputArtifact: true });
  new ManifestPostProcessor(manifest.build, 'x', { stripTime: true, stripPath: true, output: 'm.json', customData: { b: '1', a: '2' } });

  expect(postProcessor(sums)).toBe('{"checksum":{"checksum_types":["md5"],"output":"{{.BuildName}}","keep_input_artifact":true}}');
  expect(postProcessor(manifest)).toBe('{"manifest":{"custom_data":{"a":"2","b":"1"},"output":"m.json","strip_path":true,"strip_time":true}}');
});

test('outside of an image paths of outputs are left alone', () => {
  const parts = smallTemplate();

  new ManifestPostProcessor(parts.build, 'x');

  expect(postProcessor(parts)).toBe('{"manifest":{}}');
});

test.each([
  ['out.txt', '${var.work_dir}/out.txt'], ['./a/out', '${var.work_dir}/./a/out'], ['/tmp/out', '/tmp/out'], ['C:\\out', 'C:\\out'], ['~/out', '~/out'],
])('in an image the relative output %j lies below the work folder', (target, written) => {
  const image = new Image(new PackerApp(), 'web');

  new FileSource(image, 'x', { target });

  expect(image.toJson().source.file.x.target).toBe(written);
});

test('in an image the default outputs of plugins lie below the work folder too', () => {
  const image = new Image(new PackerApp(), 'web');
  new FileSource(image, 'x', { target: 'x' });

  new ChecksumPostProcessor(image, 'sums');
  new ManifestPostProcessor(image, 'manifest');

  expect(JSON.stringify(image.toJson().build[0]['post-processors'])).toContain(
    '{"checksum":{"output":"${var.work_dir}/packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum"}}',
  );
  expect(JSON.stringify(image.toJson().build[0]['post-processors'])).toContain('{"manifest":{"output":"${var.work_dir}/packer-manifest.json"}}');
});

test.each<[string, any]>([
  ['env.A', { env: { A: '{{x}}' }, command: 'true' }], ['environment_vars.0', { environmentVars: ['A={{x}}'], command: 'true' }], ['command', { command: '{{x}}' }], ['script', { script: '{{x}}' }],
])('shell-local renders %s until nothing changes, so a literal {{ is an error', (option, props) => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'x', props);

  expect(problemsOf(template)).toEqual([expect.stringContaining(`[web/build/x] ${option}: it contains a literal \`{{\``)]);
});

test.each<[string, any]>([
  ['env.A', { env: { A: '{{x}}' } }], ['environment_vars.0', { environmentVars: ['A={{x}}'] }], ['remote_folder', { remoteFolder: '{{x}}' }],
])('shell renders %s until nothing changes, so a literal {{ is an error', (option, props) => {
  const { template, build } = remoteBuild();

  new ShellProvisioner(build, 'x', { inline: ['true'], ...props });

  expect(problemsOf(template)).toEqual([expect.stringContaining(`[web/build/x] ${option}: it contains a literal \`{{\``)]);
});
