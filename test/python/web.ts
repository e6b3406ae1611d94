import {
  Asset, ChecksumPostProcessor, Expression, FileProvisioner, FileSource, Image, Local, NullSource, PackerApp, PackerFn, PostProcessorChain,
  ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner, ShellProvisioner, SourceContext, Variable,
} from '../../lib';

/** The same program as `web.py`. */
export function synthesize(outdir: string): void {
  const app = new PackerApp({ outdir });

  const base = new Image(app, 'base');
  const archive = new FileSource(base, 'archive', { content: 'a literal ${x}, {{ .Foo }} and Grüße \u{1F600}', target: 'base.txt' });

  const web = new Image(app, 'web', { packerVersion: '>= 1.10', fingerprint: { salt: '1' } });
  const local = new NullSource(web, 'local', { communicator: 'none' });
  const machine = new NullSource(web, 'machine', { sshAgentAuth: true, sshHost: '127.0.0.1', sshPort: 2222, sshUsername: 'root' });

  const release = new Variable(web, 'release', { default: 'stable', description: 'what to install' });
  const packages = new Variable(web, 'packages', { type: 'list(string)', default: ['nginx', 'curl'] });
  const title = new Local(web, 'title', { expression: `${PackerFn.upper(release.stringValue)}-image` });

  const remote = new ProvisionerGroup(web, 'remote', { only: [machine] });
  new ShellProvisioner(remote, 'install', {
    script: './scripts/install.sh',
    environmentVars: [`RELEASE=${release.stringValue}`],
    validExitCodes: [0, 3],
    maxRetries: 2,
  });
  new FileProvisioner(remote, 'site', { source: 'site/', destination: '/srv/site' });
  new ShellProvisioner(remote, 'containers', { inline: ["docker ps --format '{{.Names}}'", 'echo "${HOSTNAME}"'], env: { B: '2', A: '1' } });

  const start = Expression.asString('abspath(path.cwd)');
  const unpack = new ShellLocalProvisioner(web, 'unpack', {
    inline: [
      `cat "${base.artifactOf(archive).file('*.txt')}" > "${web.workDirectory}/web.txt"`,
      `echo ${title.stringValue} ${PackerFn.join(' ', packages.listValue)} ${SourceContext.NAME} ${start}`,
      `ls ${Asset.of('site', { exclude: ['*.css'] }).path}`,
    ],
  });
  unpack.overrideFor(local, { environment_vars: ['WHERE=local'] });
  unpack.addOverride('valid_exit_codes', [0, 1]);

  const publish = new PostProcessorChain(web, 'publish');
  new ChecksumPostProcessor(publish, 'sums', { checksumTypes: ['sha256'], keepInputArtifact: true });
  new ShellLocalPostProcessor(publish, 'upload', { inline: ['./upload.sh'], except: [local] });

  app.synth();
}
