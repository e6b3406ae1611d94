import { problemsOf } from './support';
import { amazon, Build, docker, PackerApp, PackerTemplate, ShellProvisioner } from '../../src';
import { digestOf } from '../image/kit';

const AMAZON = 'github.com/hashicorp/amazon';

function emptyTemplate(): PackerTemplate {
  return new PackerTemplate(new PackerApp(), 'web');
}

function container(template: PackerTemplate): docker.DockerSource {
  return new docker.DockerSource(template, 'web', { image: 'ubuntu', commit: true });
}

test('the types of components begin with the local name under which their plugin is required', () => {
  // GIVEN
  const template = emptyTemplate();
  template.requirePlugin('aws', { source: AMAZON, version: '>= 1.8.2' });

  // WHEN
  const base = new amazon.AmazonAmiDataSource(template, 'base', { owners: ['self'], mostRecent: true });
  const machine = new amazon.AmazonEbsSource(template, 'web', {
    region: 'eu-west-1', amiName: 'web', instanceType: 't3.micro', sshUsername: 'admin', sourceAmi: base.stringAttribute('id'),
  });
  new docker.DockerSource(template, 'container', { image: 'ubuntu', commit: true });
  const build = new Build(template, 'build');
  new ShellProvisioner(build, 'step', { inline: ['true'], only: [machine] });

  // THEN
  const json = template.toJson();
  expect(json.packer.required_plugins).toEqual({
    aws: { version: '>= 1.8.2', source: AMAZON }, docker: { version: '~> 1.1', source: 'github.com/hashicorp/docker' },
  });
  expect(Object.keys(json.data)).toEqual(['aws-ami']);
  expect(Object.keys(json.source)).toEqual(['aws-ebs', 'docker']);
  expect(json.source['aws-ebs'].web.source_ami).toBe('${data.aws-ami.base.id}');
  expect(json.build[0].sources).toEqual(['source.aws-ebs.web', 'source.docker.container']);
  expect(json.build[0].provisioner[0].shell.only).toEqual(['aws-ebs.web']);
});

test('a component that is called like its plugin has the local name alone for its type', () => {
  const template = emptyTemplate();
  template.requirePlugin('containers', { source: 'github.com/hashicorp/docker', version: '~> 1.1' });

  expect(container(template).type).toBe('containers');
});

test('the plugin of another source that has the name of one stands for it', () => {
  const template = emptyTemplate();
  template.requirePlugin('aws', { source: AMAZON, version: '>= 1.8.2' });
  template.requirePlugin('docker', { source: 'github.com/acme/docker', version: '>= 1.1.4' });

  expect(container(template).type).toBe('docker');
  expect(template.toJson().packer.required_plugins.docker).toEqual({ version: '>= 1.1.4', source: 'github.com/acme/docker' });
});

test('a local name that is said after a component was made is a problem', () => {
  // GIVEN
  const template = emptyTemplate();
  container(template);

  // WHEN
  template.requirePlugin('containers', { source: 'github.com/hashicorp/docker', version: '~> 1.1' });

  // THEN
  expect(problemsOf(template)).toEqual([
    '[web/web] requirePlugin: the local name `containers` was said after this component was made as `docker`, which would have to be `containers`. Call it before.',
  ]);
});

test('the local name of a plugin is no part of the fingerprint', () => {
  const fingerprint = (name: string) => digestOf((image) => {
    image.requirePlugin(name, { source: 'github.com/hashicorp/docker', version: '~> 1.1' });
    return container(image);
  });

  expect(fingerprint('containers')).toBe(fingerprint('docker'));
});

test.each([
  ['= 1.1.2'], ['< 1.1.4'], ['>= 2'], ['~> 1.0.0'], ['!= 1.1.4'], ['>= 1.1, < 1.1.3'],
])('a version %s that leaves out the one of the facts is a note', (version) => {
  // GIVEN
  const template = emptyTemplate();
  container(template);

  // WHEN
  template.requirePlugin('docker', { source: 'github.com/hashicorp/docker', version });

  // THEN
  expect(template.warnings()).toEqual([{
    path: 'web',
    message: `requirePlugin: '${version}' leaves version 1.1.4 of the plugin \`docker\` out, whose options its classes know. `
      + 'Where others are needed, `addOverride` takes them.',
  }]);
});

test.each([
  ['= 1.1.4'], ['1.1.4'], ['>= 1.1'], ['~> 1.1'], ['~> 1.1.2'], ['~> 1'], ['>= 1.1.0, < 2'], ['!= 1.1.3'], ['no constraint at all'],
])('a version %s that may be the one of the facts is no note', (version) => {
  const template = emptyTemplate();
  container(template);

  template.requirePlugin('docker', { source: 'github.com/hashicorp/docker', version });

  expect(template.warnings()).toEqual([]);
});
