import { amazon, Image, PackerApp, ShellProvisioner } from '../../src';

/** The same program as machines.py: a data source, nested blocks, and an image made from another. */
export function synthesize(outdir: string): void {
  const app = new PackerApp({ outdir });

  const base = new Image(app, 'base');
  const newest = new amazon.AmazonAmiDataSource(base, 'newest', {
    region: 'eu-west-1', owners: ['136693071363'], mostRecent: true, filters: { name: 'debian-12-amd64-*' },
  });
  const machine = new amazon.AmazonEbsSource(base, 'machine', {
    region: 'eu-west-1',
    instanceType: 't3.small',
    sshUsername: 'admin',
    amiName: 'base-{{timestamp}}',
    sourceAmi: newest.id,
    assumeRole: { roleArn: 'arn:aws:iam::123456789012:role/builder', durationSeconds: 900 },
    launchBlockDeviceMappings: [
      { deviceName: '/dev/xvda', volumeSize: 20, volumeType: 'gp3', deleteOnTermination: true },
      { deviceName: '/dev/xvdb', noDevice: true },
    ],
  });
  new ShellProvisioner(base, 'update', { inline: ['sudo apt-get update', `echo "from ${newest.nameOutput}"`] });

  const web = new Image(app, 'web');
  new amazon.AmazonEbsSource(web, 'machine', {
    region: 'eu-west-1',
    instanceType: 't3.small',
    sshUsername: 'admin',
    amiName: 'web-{{timestamp}}',
    sourceAmi: base.artifactOf(machine).id,
    vpcFilter: { filters: { 'tag:role': 'builds' } },
  });

  app.synth();
}
