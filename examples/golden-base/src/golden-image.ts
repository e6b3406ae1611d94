import * as path from 'path';
import {
  Asset, ChecksumPostProcessor, FileSource, Image, ImageProps, ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner,
} from 'cdk-packer';
import { Construct } from 'constructs';
import { HardenedSsh } from './hardened-ssh';
import { script } from './script';
import { User, Users } from './users';

const SKELETON = path.join(__dirname, '..', 'skeleton');
const ARCHIVE = 'image.tar';

/** What differs between the images of the company. */
export interface GoldenImageProps extends ImageProps {
  /** Who may log in. */
  readonly administrators: User[];
}

/**
 * What all images of the company are: an archive of a root file system, made in phases.
 *
 * 1. `prepare`: the company's skeleton and accounts
 * 2. `install`: the place for recipes and steps of your own
 * 3. `harden`: what nobody may leave out
 * 4. `clean-up`: removes what only the build needed, and packs. It runs after all other steps, wherever they were created
 */
export class GoldenImage extends Image {
  /** The archive, and so the artifact of the image. */
  public readonly archive: FileSource;

  /** The phase for recipes and steps of your own. */
  public readonly install: ProvisionerGroup;

  /** Where the root file system lies while the image is built. */
  public readonly root = `${this.workDirectory}/root`;

  private readonly output = `${this.workDirectory}/${ARCHIVE}`;

  /** @throws when there is no administrator, or the name of one cannot be that of an account */
  constructor(scope: Construct, id: string, props: GoldenImageProps) {
    super(scope, id, props);
    this.archive = new FileSource(this, 'archive', { target: ARCHIVE, content: 'made by the last step' });

    const prepare = new ProvisionerGroup(this, 'prepare');
    this.install = new ProvisionerGroup(this, 'install');
    const harden = new ProvisionerGroup(this, 'harden');
    const cleanUp = new ProvisionerGroup(this, 'clean-up', { last: true });

    this.prepare(prepare, props.administrators);
    this.harden(harden, props.administrators);
    this.cleanUp(cleanUp);
    this.publish();
  }

  private prepare(phase: ProvisionerGroup, administrators: User[]): void {
    new ShellLocalProvisioner(phase, 'skeleton', {
      script: script('copy-skeleton.sh'),
      env: { ROOT: this.root, SKELETON: Asset.of(SKELETON).path },
    });
    new Users(phase, 'administrators', { root: this.root, users: administrators });
  }

  private harden(phase: ProvisionerGroup, administrators: User[]): void {
    new HardenedSsh(phase, 'ssh', { root: this.root, allowUsers: administrators.map(({ name }) => name) });
  }

  private cleanUp(phase: ProvisionerGroup): void {
    new ShellLocalProvisioner(phase, 'caches', { script: script('remove-caches.sh'), env: { ROOT: this.root } });
    new ShellLocalProvisioner(phase, 'pack', { script: script('pack.sh'), env: { ROOT: this.root, OUTPUT: this.output } });
  }

  private publish(): void {
    new ChecksumPostProcessor(this, 'checksums', { checksumTypes: ['sha256'], output: 'SHA256SUMS' });
    new ShellLocalPostProcessor(this, 'contents', {
      script: script('list-contents.sh'),
      env: { ARCHIVE: this.output, OUTPUT: `${this.workDirectory}/CONTENTS` },
    });
  }
}
