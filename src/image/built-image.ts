import { IConstruct } from 'constructs';
import { Build } from '../language/build';
import { kindOf } from '../language/element-kind';
import { sourcesOfBuild } from '../language/rendered-build';
import { Source, sourceAddress } from '../language/source';
import { PackerTemplate } from '../language/template';
import { elementsOf } from '../language/template-elements';
import { ownBuildOf, templateOf } from '../language/template-of';

/** What is built as an image: an `Image`, or a build of a template that `Image.fromBuild` was given. */
export type BuiltImage = IConstruct;

/** The build whose steps make the image. */
export function buildOfImage(image: BuiltImage): Build {
  return (kindOf(image) === 'build' ? image : ownBuildOf(image)) as Build;
}

/** The template that the image is built from. */
export function templateOfImage(image: BuiltImage): PackerTemplate {
  return (kindOf(image) === 'build' ? templateOf(image, 'Build') : image) as PackerTemplate;
}

/** The sources that the image is built from. */
export function sourcesOfImage(image: BuiltImage): readonly Source[] {
  return sourcesOfBuild(buildOfImage(image), elementsOf(templateOfImage(image)));
}

/** The images that are built from a template. */
export function imagesOf(template: PackerTemplate): BuiltImage[] {
  const own = ownBuildOf(template);
  if (own) { return [template]; }
  return elementsOf(template).builds.filter(({ _isImage }) => _isImage);
}

/** How `packer build -only` names a source of a build. */
export function selectorOf({ name }: Build, source: Source): string {
  return name === undefined ? sourceAddress(source) : `${name}.${sourceAddress(source)}`;
}
