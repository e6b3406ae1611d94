import { chainsOf, Production, productionAfter } from './artifact-place';
import { AssemblyChain, AssemblyFile, AssemblyGrammar, AssemblyImage, AssemblyTarget, AssemblyVariable } from './assembly';
import { BuiltImage, buildOfImage, imagesOf, selectorOf, sourcesOfImage } from './built-image';
import { concerns, parentsOfTarget } from './image-graph';
import { regionsOf } from './regions';
import { Synthesis } from './synthesis';
import { Target, targetAddress } from './target';
import { manifestName } from '../language/manifests';
import { RenderedTemplate } from '../language/rendering';
import { LiftedVariable } from '../language/resolved';
import { Source } from '../language/source';
import { PackerTemplate } from '../language/template';
import { byCodePoint } from '../references/code-point';

/** What the assembly says of a template: of each image that is built from it or, when there is none, of itself. */
export function imageEntries(
  template: PackerTemplate, directory: string, files: readonly AssemblyFile[], synthesis: Synthesis,
): AssemblyImage[] {
  const rendered = synthesis.render(template);
  const { packerVersion, requiredPlugins } = template._settings;
  const common = {
    directory,
    packerVersion,
    plugins: Object.fromEntries([...requiredPlugins].sort(([a], [b]) => byCodePoint(a, b))),
  };
  const variables = (targets: readonly Target[]) => [
    ...userVariables(rendered), ...rendered.lifted.map((variable) => liftedVariable(variable, targets)),
  ];
  const images = imagesOf(template);
  const warnings = rendered.warnings.map(({ construct, message }) => ({ path: construct.node.path, message }));
  if (images.length === 0) { return [{ path: template.node.path, ...common, variables: variables([]), targets: [], files, warnings }]; }
  // Images of one template share its directory and what lies in it.
  return images.map((image) => ({
    path: image.node.path,
    ...common,
    variables: variables(sourcesOfImage(image).map((source) => ({ image, source }))),
    targets: sourcesOfImage(image).map((source) => targetEntry(image, source, rendered, synthesis)),
    files,
    warnings,
  }));
}

function userVariables(rendered: RenderedTemplate): AssemblyVariable[] {
  return [...rendered.variables.values()]
    .filter(({ value }) => value === undefined)
    .map(({ variable }) => ({ name: variable.name, sensitive: variable._props.sensitive ?? false, from: 'user' }));
}

/** Packer wants a value for every variable of the template, also of one that no target of the image uses. */
function liftedVariable({ name, sensitive, part, artifacts, uses }: LiftedVariable, targets: readonly Target[]): AssemblyVariable {
  const isUsed = targets.length === 0 || uses.some(({ element }) => targets.some((target) => concerns(element, target)));
  return {
    name,
    sensitive,
    ...(part === undefined ? { from: 'lifted' } : { from: 'parent', parent: { address: artifacts[0].address, part } }),
    ...(isUsed ? {} : { unused: true }),
  };
}

function targetEntry(image: BuiltImage, source: Source, rendered: RenderedTemplate, synthesis: Synthesis): AssemblyTarget {
  const build = buildOfImage(image);
  return {
    address: targetAddress({ image, source }),
    source: selectorOf(build, source),
    fingerprint: synthesis.fingerprint(image, source),
    ...artifactEntry(productionAfter(source, [])),
    manifest: manifestName(build, source.name),
    chains: chainsOf(image, source).map(({ number, steps }): AssemblyChain => (
      { number, ...artifactEntry(productionAfter(source, steps)), manifest: manifestName(build, source.name, number) })),
    parents: parentsOfTarget(rendered, { image, source }).map(({ address }) => address),
    notCovered: notCovered(rendered),
  };
}

function artifactEntry(production: Production): { grammar: AssemblyGrammar; regions: string[]; local: boolean } {
  const { builderId, form, local, parts } = production.grammar;
  return {
    grammar: { builderId, form, ...(Object.keys(parts).length === 0 ? {} : { parts }) },
    regions: [...regionsOf(production).names],
    local,
  };
}

function notCovered(rendered: RenderedTemplate): string[] {
  return [
    ...[...rendered.data.keys()].map((address) => `data.${address}`),
    ...userVariables(rendered).map(({ name }) => `var.${name}`),
  ];
}
