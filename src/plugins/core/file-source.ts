import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { Source } from '../../language/source';

/** @see FileSource */
export interface FileSourceProps {
  /**
   * The text of the file.
   *
   * @default - the content of `source`, else nothing
   */
  readonly content?: string;

  /**
   * The local file that is copied.
   *
   * @default - `content` is written
   */
  readonly source?: string;

  /** The path of the file that is made. In an image a relative path lies below its work folder. */
  readonly target: string;

  /**
   * The name in HCL.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

const FILE: ComponentSchema = {
  kind: 'source',
  type: 'file',
  withoutMachine: true,
  options: [
    option('content'),
    option('source', { role: 'input path' }),
    option('target', { role: 'output path' }),
  ],
};

/**
 * Makes a file on the machine that builds. It has no machine of its own; local steps run after the file was made and may
 * change it.
 *
 * @see https://developer.hashicorp.com/packer/docs/builders/file
 *
 * @example
 * const app = new PackerApp();
 * const motd = new Image(app, 'motd');
 * new FileSource(motd, 'text', { content: 'welcome', target: 'motd.txt' });
 */
export class FileSource extends Source {
  public constructor(scope: Construct, id: string, props: FileSourceProps) {
    super(scope, id, typed(FILE, props));
  }
}
