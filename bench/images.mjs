import { createRequire } from 'node:module';

const { Image, NullSource, PackerApp, ShellProvisioner, Source, Variable } = createRequire(import.meta.url)('..');

/** The number of steps of each image. */
export const STEPS = 30;
/** The number of sources of each image. */
export const SOURCES = 3;

/** A program as a company writes it: images of three sources and thirty steps, with texts, references, maps and escapes in them. */
export function construct(count, outdir) {
  const app = new PackerApp({ outdir });
  for (let i = 0; i < count; i++) {
    const image = new Image(app, `image-${i}`);
    const release = new Variable(image, 'release', { default: `1.${i}` });
    new NullSource(image, 'machine', { sshHost: '127.0.0.1', sshUsername: 'root', sshAgentAuth: true, sshTimeout: '5m' });
    for (const [name, region] of [['europe', 'eu-west-1'], ['america', 'us-east-1']]) {
      new Source(image, name, {
        type: 'amazon-ebs',
        configuration: {
          region,
          ami_name: `image-${i}-${name}`,
          instance_type: 't3.small',
          ssh_username: 'ubuntu',
          source_ami_filter: { owners: ['099720109477'], most_recent: true, filters: { name: 'ubuntu/images/*-24.04-amd64-server-*' } },
          tags: { 'team': 'platform', 'image': `image-${i}`, 'cost center': '42' },
        },
      });
    }
    for (let step = 0; step < STEPS; step++) {
      new ShellProvisioner(image, `step-${step}`, {
        inline: [
          `echo "step ${step} of image ${i} on \${HOSTNAME}"`,
          `apt-get -y install package-${step}=${release.stringValue}`,
          'systemctl restart nginx',
        ],
        environmentVars: ['DEBIAN_FRONTEND=noninteractive', `IMAGE=image-${i}`],
        maxRetries: step % 2,
      });
    }
  }
  return app;
}
