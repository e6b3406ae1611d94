import { PackerApp, ShellLocalProvisioner } from 'cdk-packer';
import { GoldenImage, NginxSite } from './src';

const app = new PackerApp();

const web = new GoldenImage(app, 'web', {
  administrators: [
    { name: 'ada', uid: 2001, key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAda ada@example.com' },
    { name: 'grace', uid: 2002, key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGrace grace@example.com' },
  ],
});

// A recipe, in the phase for users of the base class.
new NginxSite(web.install, 'shop', { root: web.root, domain: 'shop.example.com', site: './site' });

// A step given to the image itself, after everything: the clean-up still runs last.
new ShellLocalProvisioner(web, 'release', { inline: ['echo "1.4.0" > "$ROOT/etc/release"'], env: { ROOT: web.root } });

app.synth();
