import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { Provisioner, ProvisionerMetaArguments } from '../../language/provisioner';
import { IResolvable } from '../../references/resolvable';

/** @see FileProvisioner */
export interface FileProvisionerProps extends ProvisionerMetaArguments {
  /**
   * The text of the file. Needs Packer 1.7.5.
   *
   * @default - `source` or `sources`
   */
  readonly content?: string;

  /** The path on the machine being built. A slash at its end means a folder that exists. */
  readonly destination: string;

  /**
   * `upload` or `download`.
   *
   * @default 'upload'
   */
  readonly direction?: string;

  /**
   * The source appears only during the build.
   *
   * @default false
   */
  readonly generated?: boolean | IResolvable;

  /**
   * The local file or folder. A slash at the end of a folder means its content.
   *
   * @default - `content` or `sources`
   */
  readonly source?: string;

  /**
   * Local files and folders.
   *
   * @default - `content` or `source`
   */
  readonly sources?: string[];
}

const FILE: ComponentSchema = {
  kind: 'provisioner',
  type: 'file',
  needsCommunicator: true,
  options: [
    option('content'),
    option('destination', { goTemplate: 'fixpoint' }),
    option('direction'),
    option('generated', { type: 'bool' }),
    option('source', { role: 'input path', goTemplate: 'fixpoint' }),
    option('sources', { type: 'list(string)', role: 'input path', goTemplate: 'fixpoint' }),
  ],
};

/**
 * Copies files to the machine that is being built, or from it.
 *
 * @see https://developer.hashicorp.com/packer/docs/provisioners/file
 *
 * @example
 * declare const web: Image;
 * new FileProvisioner(web, 'site', { source: './site', destination: '/tmp/site' });
 */
export class FileProvisioner extends Provisioner {
  public constructor(scope: Construct, id: string, props: FileProvisionerProps) {
    super(scope, id, typed(FILE, props));
  }
}
