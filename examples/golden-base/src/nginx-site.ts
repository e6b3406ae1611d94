import { Asset, ShellLocalProvisioner } from 'cdk-packer';
import { Construct } from 'constructs';
import { script } from './script';

/** What is served. */
export interface NginxSiteProps {
  /** Where the root file system of the image lies while it is built. */
  readonly root: string;

  /** The name that the site is reached by. */
  readonly domain: string;

  /** The folder with the files of the site. */
  readonly site: string;

  /**
   * The port that it is served on.
   *
   * @default 80
   */
  readonly port?: number;
}

/** A static site in nginx. An image can have several. */
export class NginxSite extends Construct {
  constructor(scope: Construct, id: string, { root, domain, site, port = 80 }: NginxSiteProps) {
    super(scope, id);
    new ShellLocalProvisioner(this, 'files', {
      script: script('copy-site.sh'),
      env: { ROOT: root, DOMAIN: domain, SITE: Asset.of(site).path },
    });
    new ShellLocalProvisioner(this, 'server', {
      script: script('nginx-server.sh'),
      env: { ROOT: root, DOMAIN: domain, PORT: `${port}` },
    });
  }
}
