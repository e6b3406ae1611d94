import { AssemblyFile, AssemblyImage, AssemblyTarget, AssemblyVariable } from './assembly';
import { grammarOf } from './grammar';
import { Image } from './image';
import { parentsOfTarget } from './image-graph';
import { Synthesis } from './synthesis';
import { targetAddress } from './target';
import { toJson } from '../language/json';
import { RenderedTemplate } from '../language/rendering';
import { LiftedVariable } from '../language/resolved';
import { Source, sourceAddress } from '../language/source';
import { PackerTemplate } from '../language/template';
import { byCodePoint } from '../references/code-point';

/** What the assembly says of a template. Only images have targets. */
export function imageEntry(template: PackerTemplate, directory: string, files: readonly AssemblyFile[], synthesis: Synthesis): AssemblyImage {
  const rendered = synthesis.render(template);
  const { packerVersion, requiredPlugins } = template._settings;
  return {
    path: template.node.path,
    directory,
    packerVersion,
    plugins: Object.fromEntries([...requiredPlugins].sort(([a], [b]) => byCodePoint(a, b))),
    variables: [...userVariables(rendered), ...rendered.lifted.map(liftedVariable)],
    targets: Image.isImage(template) ? [...rendered.sources.keys()].map((source) => targetEntry(template, source, rendered, synthesis)) : [],
    files,
    warnings: rendered.warnings.map(({ construct, message }) => ({ path: construct.node.path, message })),
  };
}

function userVariables(rendered: RenderedTemplate): AssemblyVariable[] {
  return [...rendered.variables.values()]
    .filter(({ value }) => value === undefined)
    .map(({ variable }) => ({ name: variable.name, sensitive: variable._props.sensitive ?? false, from: 'user' }));
}

function liftedVariable({ name, sensitive, part, artifacts }: LiftedVariable): AssemblyVariable {
  return part === undefined
    ? { name, sensitive, from: 'lifted' }
    : { name, sensitive, from: 'parent', parent: { address: artifacts[0].address, part } };
}

function targetEntry(image: Image, source: Source, rendered: RenderedTemplate, synthesis: Synthesis): AssemblyTarget {
  const { builderId, form, local } = grammarOf(source.type);
  return {
    address: targetAddress({ image, source }),
    source: sourceAddress(source),
    fingerprint: synthesis.fingerprint(image, source),
    grammar: { builderId, form },
    regions: form === 'regions' ? regionsOf(rendered, source) : [],
    local,
    parents: parentsOfTarget(rendered, source).map(({ address }) => address),
    notCovered: notCovered(rendered),
  };
}

/** The region of the build and those it is copied to, as far as they are literals. */
function regionsOf(rendered: RenderedTemplate, source: Source): string[] {
  const regions = rendered.sources.get(source)!.options
    .filter(({ schema }) => schema.name === 'region' || schema.name === 'ami_regions')
    .flatMap(({ value }) => toJson(value) as string | string[]);
  return [...new Set(regions.filter((region) => typeof region === 'string' && !region.includes('${')))].sort();
}

function notCovered(rendered: RenderedTemplate): string[] {
  return [
    ...[...rendered.data.keys()].map((address) => `data.${address}`),
    ...userVariables(rendered).map(({ name }) => `var.${name}`),
  ];
}
