import { called } from './support';

test('options are their words in camel case, whatever their spelling', () => {
  // GIVEN
  const options = [
    'ssh_host', 'x_509', 'iso_url_2', 'CPUs', 'CPU_limit', 'RAM', 'NestedHV', 'vTPM', 'kmsKeyName', 'vmNetworkCIDR', 'resolv-conf', 'Version', 'IPv4Range',
  ];

  // WHEN
  const names = called('names.mjs', options.map((option) => ['propName', option, false]));

  // THEN
  expect(names).toEqual([
    'sshHost', 'x509', 'isoUrl2', 'cpus', 'cpuLimit', 'ram', 'nestedHv', 'vTpm', 'kmsKeyName', 'vmNetworkCidr', 'resolvConf', 'version', 'ipv4Range',
  ]);
});

test('a name that props cannot have gets an ending', () => {
  // WHEN
  const names = called('names.mjs', [
    ['propName', 'build', true], ['propName', 'build', false], ['propName', 'name', false, ['name']], ['propName', 'name', false],
  ]);

  // THEN
  expect(names).toEqual(['buildOptions', 'buildOption', 'nameOption', 'name']);
});

test('an output with the name of a member of every data source gets an ending', () => {
  // WHEN
  const names = called('names.mjs', [['outputName', 'name'], ['outputName', 'type'], ['outputName', 'owner_name']]);

  // THEN
  expect(names).toEqual(['nameOutput', 'typeOutput', 'ownerName']);
});

test('classes are called after type and kind', () => {
  // GIVEN
  const components = [['amazon-ebs', 'source'], ['docker-tag', 'post-processor'], ['amazon-ami', 'data'], ['shell-local', 'provisioner'], ['docker', 'source']];

  // WHEN
  const names = called('names.mjs', components.map(([type, kind]) => ['className', { type, kind }]));

  // THEN
  expect(names).toEqual(['AmazonEbsSource', 'DockerTagPostProcessor', 'AmazonAmiDataSource', 'ShellLocalProvisioner', 'DockerSource']);
});

test('interfaces are called after the Go struct, with its package where the name alone says nothing or is taken', () => {
  // WHEN
  const names = called('names.mjs', [
    ['interfaceName', 'common.RunConfig'],
    ['interfaceName', 'common.AmiFilterOptions'],
    ['interfaceName', 'common.AWSPollingConfig'],
    ['interfaceName', 'shell_local.Config'],
    ['interfaceName', 'config.KeyValue'],
    ['interfaceName', 'ebsvolume.BlockDevice', ['BlockDevice']],
    ['interfaceName', 'ebsvolume.BlockDevice', ['BlockDevice', 'EbsvolumeBlockDevice']],
  ]);

  // THEN
  expect(names).toEqual([
    'RunOptions', 'AmiFilterOptions', 'AwsPollingOptions', 'ShellLocalOptions', 'KeyValue', 'EbsvolumeBlockDevice', 'EbsvolumeBlockDevice2',
  ]);
});
