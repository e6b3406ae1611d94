import { problemsOf, smallTemplate } from './support';
import {
  amazon, BuildSource, ChecksumPostProcessor, Dynamic, DynamicIterator, HttpDataSource, Provisioner, ShellLocalProvisioner, Source,
} from '../../src';

function unknown(option: string, type: string, nearest?: string): string {
  return `${option}: the facts on \`${type}\` have no such option, and Packer refuses one that a plugin does not know. `
    + `${nearest ? `Is '${nearest}' meant? ` : ''}Set an option that only the facts do not know with \`addOverride\`.`;
}

/** Props as a program without types gives them. */
function untyped(props: { [name: string]: any }): any {
  return props;
}

test('a misspelled option of a typed class is a problem that names the one that is meant', () => {
  const { template, build } = smallTemplate();

  new amazon.AmazonEbsSource(template, 'aws', untyped({ instanceTpye: 't3.small' }));
  new ShellLocalProvisioner(build, 'step', untyped({ inline: ['true'], inlin: ['false'] }));
  new ChecksumPostProcessor(build, 'sums', untyped({ checksumType: ['md5'] }));
  new HttpDataSource(template, 'page', untyped({ url: 'http://localhost', metod: 'GET' }));

  expect(problemsOf(template).filter((problem) => problem.includes('the facts'))).toEqual([
    `[web/page] ${unknown('metod', 'http', 'method')}`,
    `[web/aws] ${unknown('instanceTpye', 'amazon-ebs', 'instanceType')}`,
    `[web/build/step] ${unknown('inlin', 'shell-local', 'inline')}`,
    `[web/build/sums] ${unknown('checksumType', 'checksum', 'checksumTypes')}`,
  ]);
});

test('a misspelled meta-argument is a problem that names the one that is meant', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', untyped({ inline: ['true'], pause_before: '1s', toString: 'x' }));

  expect(problemsOf(template)).toEqual([
    `[web/build/step] ${unknown('pause_before', 'shell-local', 'pauseBefore')}`,
    `[web/build/step] ${unknown('toString', 'shell-local')}`,
  ]);
});

test('what the base class takes is no option', () => {
  const { template, build, source } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', {
    inline: ['true'], name: 'n', only: [source], errorCleanup: false, pauseBefore: '1s', maxRetries: 1, continueOnError: undefined,
  });
  new ChecksumPostProcessor(build, 'sums', { name: 'n', except: [], keepInputArtifact: true, forEach: DynamicIterator.over([1]) });
  new HttpDataSource(template, 'page', { url: 'http://localhost', name: 'p' });

  expect(problemsOf(template)).toEqual([]);
});

test('options of typed classes may be named as in HCL too', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', untyped({ environment_vars: ['A=b'], inline: ['true'] }));

  expect(template.toJson().build[0].provisioner).toEqual([{ 'shell-local': { environment_vars: ['A=b'], inline: ['true'] } }]);
});

test('an option in a nested block that no table knows is a problem, also in a repeated block', () => {
  // GIVEN
  const { template } = smallTemplate();

  // WHEN
  new amazon.AmazonEbsSource(template, 'aws', {
    sourceAmiFilter: untyped({ ownrs: ['self'] }),
    launchBlockDeviceMappings: Dynamic.of({ forEach: DynamicIterator.over([1]), content: { deviceName: 'a', volume_siez: 1 } }),
  });

  // THEN
  expect(problemsOf(template).filter((problem) => problem.includes('the facts'))).toEqual([
    `[web/aws] ${unknown('launch_block_device_mappings.content.volume_siez', 'amazon-ebs', 'volume_size')}`,
    `[web/aws] ${unknown('source_ami_filter.ownrs', 'amazon-ebs', 'owners')}`,
  ]);
});

test('overrideFor of a typed class takes either name of an option, and no other', () => {
  const { template, build, source } = smallTemplate();
  const step = new ShellLocalProvisioner(build, 'step', { inline: ['true'], environmentVars: ['A=1'] });

  step.overrideFor(source, { environmentVars: ['A=2'] });
  step.overrideFor(source, { environment_vars: ['A=3'], inline_shebang: '/bin/bash' });
  expect(template.toJson().build[0].provisioner[0]['shell-local'].override).toEqual({
    local: { environment_vars: ['A=3'], inline_shebang: '/bin/bash' },
  });

  step.overrideFor(source, { environmentVar: ['A=4'], pauseBefore: '1s' });
  expect(problemsOf(template)).toEqual([
    `[web/build/step] ${unknown('overrideFor: environmentVar', 'shell-local', 'environmentVars')}`,
    `[web/build/step] ${unknown('overrideFor: pauseBefore', 'shell-local')}`,
  ]);
});

test('a source of a build takes either name of an option that the source has, and no other', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const base = new amazon.AmazonEbsSource(template, 'base', { region: 'eu-west-1', sourceAmi: 'ami-1', amiName: 'web', sshUsername: 'u' });

  // WHEN
  const small = new BuildSource(build, 'small', { source: base, name: 'small', configuration: { instanceType: 't3.small' } });
  new BuildSource(build, 'large', { source: base, name: 'large', configuration: { instance_type: 't3.large' } });
  expect(template.toJson().build[0].source).toEqual([
    { 'amazon-ebs.base': { name: 'small', instance_type: 't3.small' } }, { 'amazon-ebs.base': { name: 'large', instance_type: 't3.large' } },
  ]);
  new BuildSource(build, 'other', { source: base, name: 'other', configuration: { instance_type: 't3.nano', subnetID: 's', name: 'x' } });

  // THEN
  expect(problemsOf(template)).toEqual([
    `[web/build/other] ${unknown('name', 'amazon-ebs')}`,
    `[web/build/other] ${unknown('subnetID', 'amazon-ebs', 'subnetId')}`,
  ]);
  small.addOverride('new_option', 1);
  expect(problemsOf(template).filter((problem) => problem.startsWith('[web/build/small]'))).toEqual([]);
});

test('addOverride sets options that the facts do not know, and then overrideFor does', () => {
  // GIVEN
  const { template, build, source } = smallTemplate();
  const step = new ShellLocalProvisioner(build, 'step', { inline: ['true'] });

  // WHEN
  step.addOverride('new_option', { any: [{ thing: 1 }] });
  step.overrideFor(source, { new_option: 2 });

  // THEN
  expect(template.toJson().build[0].provisioner[0]['shell-local']).toEqual({
    inline: ['true'], new_option: { any: [{ thing: 1 }] }, override: { local: { new_option: 2 } },
  });
});

test('an override excuses what it sets, and nothing beside it', () => {
  // GIVEN
  const { template } = smallTemplate();
  const aws = new amazon.AmazonEbsSource(template, 'aws', { sourceAmiFilter: untyped({ owners: ['self'], ownerz: ['x'] }) });

  // WHEN
  aws.addOverride('source_ami_filter.newOption', 1);

  // THEN
  expect(problemsOf(template).filter((problem) => problem.includes('the facts'))).toEqual([
    `[web/aws] ${unknown('source_ami_filter.ownerz', 'amazon-ebs', 'owners')}`,
  ]);
});

test('components that no table knows take any option', () => {
  const { template, build, source } = smallTemplate();
  const base = new Source(template, 'base', { type: 'acme', configuration: { anyThing: 1 } });

  new Provisioner(build, 'step', { type: 'acme', configuration: { any_thing: 1, block: [{ x: 1 }] } }).overrideFor(source, { other: 2 });
  new BuildSource(build, 'more', { source: base, configuration: { moreThings: 1 } });

  expect(problemsOf(template)).toEqual([]);
});
