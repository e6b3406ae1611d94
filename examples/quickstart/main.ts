import { Image } from '@cdk-packer/cdktf';
import { Asset, ChecksumPostProcessor, FileSource, ShellLocalProvisioner } from 'cdk-packer';
import { App, DataResource, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';

/**
 * Two images and a server. The images are archives of a root file system, made on this machine, so that nothing but Packer and
 * Terraform is needed to try it. Images of a cloud are declared the same way, with a source of its plugin.
 */
class ShopStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // A value that only Terraform knows. Here it is made up; in your stack it may come from a DNS zone.
    const zone = new DataResource(this, 'zone', { input: { domain: 'shop.example.com' } });
    const domain = Token.asString(zone.output.lookup('domain'));

    // The base image: what all servers have in common.
    const base = new Image(this, 'base');
    const baseArchive = new FileSource(base, 'rootfs', { target: 'base.tar', content: 'made by the next step' });
    new ShellLocalProvisioner(base, 'pack', {
      script: './scripts/pack-base.sh',
      environmentVars: [`ROOTFS=${Asset.of('./rootfs').path}`, `OUTPUT=${base.workDirectory}/base.tar`],
    });

    // The web image: made from the base image, a folder with the site, and the domain.
    const web = new Image(this, 'web');
    const webArchive = new FileSource(web, 'site', { target: 'web.tar', content: 'made by the next step' });
    new ShellLocalProvisioner(web, 'pack', {
      script: './scripts/pack-web.sh',
      environmentVars: [
        `BASE=${base.artifactOf(baseArchive).file('base.tar')}`,
        `SITE=${Asset.of('./site').path}`,
        `DOMAIN=${domain}`,
        `OUTPUT=${web.workDirectory}/web.tar`,
      ],
    });
    new ChecksumPostProcessor(web, 'checksums', { checksumTypes: ['sha256'], output: 'SHA256SUMS' });

    // A server that runs the web image. It is updated when the image has another id.
    const server = new DataResource(this, 'server', {
      input: { image: web.imageId, archive: web.artifactOf(webArchive).file('*.tar') },
    });

    new TerraformOutput(this, 'base-image', { value: base.imageId });
    new TerraformOutput(this, 'web-image', { value: web.imageId });
    new TerraformOutput(this, 'server-runs', { value: server.output });
  }
}

const app = new App();
new ShopStack(app, 'shop');
app.synth();
