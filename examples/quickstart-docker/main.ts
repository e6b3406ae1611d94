import { Image } from '@cdk-packer/cdktf';
import { docker, FileProvisioner, PostProcessorChain, ShellProvisioner } from 'cdk-packer';
import { App, DataResource, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';

/** Two images of Docker and a server, on this machine: no cloud and no registry of yours is needed, only Docker or Podman. */
class ShopStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // A value that only Terraform knows. Here it is made up; in your stack it may come from a DNS zone.
    const zone = new DataResource(this, 'zone', { input: { domain: 'shop.example.com' } });
    const domain = Token.asString(zone.output.lookup('domain'));

    // The base image: a public one, or one that is on this machine already, and what all servers have in common.
    const local = process.env.BASE_IMAGE;
    const base = new Image(this, 'base');
    new docker.DockerSource(base, 'container', { image: local ?? 'busybox:stable', pull: local === undefined, commit: true });
    new ShellProvisioner(base, 'greeting', { inline: ['mkdir -p /etc /srv', 'echo "Welcome to the shop." >/etc/motd'] });

    // The web image: made from the base image, a folder with the site, and the domain.
    const web = new Image(this, 'web');
    const container = new docker.DockerSource(web, 'container', {
      image: base.imageId, pull: false, commit: true, changes: ['CMD ["cat", "/srv/site/index.html"]'],
    });
    new FileProvisioner(web, 'site', { source: './site', destination: '/srv' });
    new ShellProvisioner(web, 'configuration', {
      environmentVars: [`DOMAIN=${domain}`],
      inline: ['echo "server_name $DOMAIN;" >/etc/site.conf'],
    });
    const publish = new PostProcessorChain(web, 'publish');
    const tag = new docker.DockerTagPostProcessor(publish, 'tag', { repository: 'localhost/cdk-packer/shop', tags: ['1'] });

    // A server that runs the web image. It is updated when the image has another id.
    const server = new DataResource(this, 'server', { input: { image: web.artifactOf(container).id } });

    new TerraformOutput(this, 'base-image', { value: base.imageId });
    new TerraformOutput(this, 'web-image', { value: web.artifactOf(tag).reference });
    new TerraformOutput(this, 'server-runs', { value: server.output });
  }
}

const app = new App();
new ShopStack(app, 'shop');
app.synth();
