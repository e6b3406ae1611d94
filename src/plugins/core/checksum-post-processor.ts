import { Construct } from 'constructs';
import { ComponentSchema, option, typed } from '../../language/component-schema';
import { PostProcessor, PostProcessorMetaArguments } from '../../language/post-processor';

/** @see ChecksumPostProcessor */
export interface ChecksumPostProcessorProps extends PostProcessorMetaArguments {
  /**
   * The kinds of checksum: `md5`, `sha1`, `sha224`, `sha256`, `sha384`, `sha512`.
   *
   * @default ['md5']
   */
  readonly checksumTypes?: string[];

  /**
   * The file. A Go template with `.BuildName`, `.BuilderType` and `.ChecksumType`. In an image a relative path lies below its
   * work folder.
   *
   * @default 'packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum'
   */
  readonly output?: string;
}

const CHECKSUM: ComponentSchema = {
  kind: 'post-processor',
  type: 'checksum',
  options: [
    option('checksum_types', { type: 'list(string)' }),
    option('output', {
      role: 'output path',
      goTemplate: 'purpose',
      defaultOutput: 'packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum',
    }),
  ],
};

/**
 * Writes checksums of the files of an artifact.
 *
 * @see https://developer.hashicorp.com/packer/docs/post-processors/checksum
 *
 * @example
 * declare const web: Image;
 * new ChecksumPostProcessor(web, 'sums', { checksumTypes: ['sha256'] });
 */
export class ChecksumPostProcessor extends PostProcessor {
  public constructor(scope: Construct, id: string, props: ChecksumPostProcessorProps = {}) {
    super(scope, id, typed(CHECKSUM, props));
  }
}
