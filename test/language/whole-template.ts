import { Construct } from 'constructs';
import {
  Build, BuildContext, ChecksumPostProcessor, DataSource, Expression, FileProvisioner, FileSource, GoTemplate, Lazy, Local, ManifestPostProcessor,
  NullSource, PackerApp, PackerFn, PackerTemplate, PathContext, PostProcessorChain, ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner,
  SourceContext, Variable,
} from '../../src';

/** A template with every kind of element. */
export function wholeTemplate(): PackerTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion: '>= 1.16.0' });
  const release = new Variable(template, 'release', { default: 'stable-${x}', description: 'What is installed: ${release}', sensitive: false });
  const ports = new Variable(template, 'ports', { type: 'list(number)', default: [80, 443] });
  new Variable(template, 'secret', { default: 's3cret', sensitive: true });
  const built = new Local(template, 'built', { expression: PackerFn.formatdate('YYYY', PackerFn.timestamp()) });
  const tags = new Local(template, 'tags', { expression: { 'b': release.stringValue, 'a': '${literal}', '${key}': [1, true, null] }, sensitive: true });
  const nothing = new DataSource(template, 'nothing', { type: 'null', configuration: { input: release.stringValue } });

  const local = new NullSource(template, 'local', { communicator: 'none' });
  const file = new FileSource(template, 'file', { content: `${nothing.stringAttribute('output')} {{ ${built.stringValue}`, target: 'out.txt' });
  const build = new Build(template, 'build', { name: 'smoke', description: 'Costs 5 ${dollars}', sources: [file, local] });

  const phases = new Construct(build, 'phases');
  const install = new ProvisionerGroup(phases, 'install', { only: [local] });
  const cleanUp = new ProvisionerGroup(phases, 'clean-up');
  new ShellLocalProvisioner(cleanUp, 'remove', { inline: ['rm -rf caches'], maxRetries: 2, continueOnError: true });
  const greet = new ShellLocalProvisioner(install, 'greet', {
    inline: [
      `echo ${SourceContext.TYPE}.${SourceContext.NAME} ${BuildContext.PACKER_RUN_UUID} "$HOME"`,
      `echo ${PackerFn.join(',', ports.listValue)} ${PackerFn.lookup(tags.value, 'a', 'none')}`,
    ],
    executeCommand: ['/bin/sh', '-c', `${GoTemplate.VARS} ${GoTemplate.SCRIPT}`],
    environmentVars: [`ROOT=${PathContext.ROOT}`, `LATE=${Lazy.stringValue({ produce: () => 'late' })}`],
    validExitCodes: [0, 3],
    pauseBefore: '1ms',
  });
  greet.overrideFor(local, { inline: [`echo ${Expression.asString('upper(var.release)')}`, 'echo done'] });
  greet.addOverride('use_linux_pathing', false);

  const publish = new PostProcessorChain(build, 'publish');
  new ChecksumPostProcessor(publish, 'sums', { checksumTypes: ['sha256'], output: 'out.{{.ChecksumType}}', keepInputArtifact: true });
  new ShellLocalPostProcessor(publish, 'upload', { inline: ['true'] });
  new ManifestPostProcessor(build, 'manifest', { except: [local], customData: { release: release.stringValue } });
  new FileProvisioner(build, 'log', { source: 'log.txt', destination: '/tmp/log.txt', direction: 'download', only: [] });
  return template;
}
