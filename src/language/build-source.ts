import { Construct } from 'constructs';
import { namedAsInHcl } from './component-schema';
import * as errors from './errors';
import { Source } from './source';
import { buildOf } from './template-of';

/** What a build adds to a source. */
export interface BuildSourceProps {
  /** The source that is built, with the options of this one added. */
  readonly source: Source;

  /**
   * The name in the build, unique among the sources of the build.
   *
   * @default - the name of the source
   */
  readonly name?: string;

  /**
   * Options to add, by their exact names in HCL; those of a typed class may be named as in its props too. Packer refuses those that the source has already.
   *
   * @default - none
   */
  readonly configuration?: { [name: string]: any };
}

/**
 * A source as one build uses it: options that several images share stand in the source, the rest here. It is a target of its own, and
 * `only`, `except`, `overrideFor` and `artifactOf` take it like any other source; the source that it extends is not built by itself.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/source
 *
 * @example
 * declare const web: Image;
 * const text = new FileSource(web, 'text', { content: 'welcome' });
 * new BuildSource(web, 'german', { source: text, name: 'german', configuration: { target: 'de.txt' } });
 * new BuildSource(web, 'french', { source: text, name: 'french', configuration: { target: 'fr.txt' } });
 */
export class BuildSource extends Source {
  /** @throws when no build is above, or the name is not an identifier */
  public constructor(scope: Construct, id: string, props: BuildSourceProps) {
    const { source, name = source.name, configuration } = props;
    const { type, _schema } = source;
    super(scope, id, { type, name, configuration: _schema ? namedAsInHcl(configuration, _schema) : configuration, _schema });
    const build = buildOf(this);
    if (!build) { throw errors.outsideOfBuild(this, 'source of a build'); }
    this._base = source;
    this._build = build;
  }
}
