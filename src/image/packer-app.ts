import { Construct } from 'constructs';
import { ASSEMBLY_VERSION } from './assembly';
import * as errors from './errors';
import { writeAssembly } from './owned-files';
import { Plan } from './plan';
import { markWriter } from './writer';
import { rememberingTemplates } from '../language/template';

/** What an app is. */
export interface PackerAppProps {
  /**
   * The directory that is written.
   *
   * @default 'packer.out'
   */
  readonly outdir?: string;
}

const APP = Symbol.for('cdk-packer.PackerApp');

/**
 * The root of a tree of images that are built without Terraform.
 *
 * @example
 * const app = new PackerApp();
 * const motd = new Image(app, 'motd');
 * new FileSource(motd, 'text', { content: 'welcome', target: 'motd.txt' });
 * app.synth();  // then: cd packer.out/images/motd && packer build .
 */
export class PackerApp extends Construct {
  /** Whether `value` is an app (of any copy of this library). */
  public static isPackerApp(value: any): value is PackerApp {
    return typeof value === 'object' && value !== null && APP in value;
  }

  /** The directory that is written. */
  public readonly outdir: string;

  public constructor(props: PackerAppProps = {}) {
    super(undefined as any, '');
    this.outdir = props.outdir ?? 'packer.out';
    Object.defineProperty(this, APP, { value: true });
    markWriter(this);
  }

  /**
   * Writes every template below this app, with the local files it uses, and the index `images.json`. Warnings go to the standard error.
   *
   * @throws when something is invalid, with all problems; nothing is written then
   */
  public synth(): void {
    rememberingTemplates(() => this.write());
  }

  private write(): void {
    const { problems, images, files } = new Plan(this);
    if (problems.length > 0) { throw errors.synthesisFailed(problems); }
    writeAssembly(this.outdir, { version: ASSEMBLY_VERSION, images }, files);
    // Images of one template have the same warnings.
    for (const line of new Set(images.flatMap(({ warnings }) => warnings).map(({ path, message }) => `[WARNING] [${path}] ${message}\n`))) {
      process.stderr.write(line);
    }
  }
}
