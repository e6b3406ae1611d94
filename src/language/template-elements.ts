import { Construct, IConstruct } from 'constructs';
import { Build } from './build';
import { DataSource } from './data-source';
import { kindOf } from './element-kind';
import { HcpPackerRegistry } from './hcp-packer-registry';
import { Local } from './local';
import { PostProcessor } from './post-processor';
import { Provisioner } from './provisioner';
import { childrenInOrder } from './provisioner-group';
import { Source } from './source';
import { buildOf } from './template-of';
import { Variable } from './variable';

/** The elements of a template, in the order of the tree. */
export interface TemplateElements {
  readonly variables: Variable[];
  readonly locals: Local[];
  readonly data: DataSource[];
  readonly sources: Source[];
  /** Sources that stand in a build and extend another one. */
  readonly buildSources: Source[];
  readonly registries: HcpPackerRegistry[];
  readonly builds: Build[];
  readonly steps: Map<IConstruct, BuildSteps>;
}

/** The steps of one build, in order. */
export interface BuildSteps {
  readonly provisioners: Provisioner[];
  /** A post-processor outside of a chain is a chain of one. */
  readonly chains: PostProcessor[][];
}

/** Finds the elements of a template, depth first, in the order of steps. Templates inside of it keep theirs. */
export function elementsOf(template: Construct): TemplateElements {
  const elements: TemplateElements = {
    variables: [], locals: [], data: [], sources: [], buildSources: [], registries: [], builds: [], steps: new Map(),
  };
  visit(template, elements, undefined);
  return elements;
}

function visit(parent: IConstruct, elements: TemplateElements, chain: PostProcessor[] | undefined): void {
  for (const child of childrenInOrder(parent)) {
    let inner = chain;
    switch (kindOf(child)) {
      case 'template': continue;
      case 'variable': elements.variables.push(child as Variable); break;
      case 'local': elements.locals.push(child as Local); break;
      case 'data': elements.data.push(child as DataSource); break;
      case 'source': ((child as Source)._base ? elements.buildSources : elements.sources).push(child as Source); break;
      case 'registry': elements.registries.push(child as HcpPackerRegistry); break;
      case 'build': elements.builds.push(child as Build); break;
      case 'provisioner': stepsOf(child, elements).provisioners.push(child as Provisioner); break;
      case 'post-processor': addPostProcessor(child as PostProcessor, elements, chain); break;
      case 'chain':
        inner = [];
        stepsOf(child, elements).chains.push(inner);
        break;
      default:
    }
    visit(child, elements, inner);
  }
}

function addPostProcessor(step: PostProcessor, elements: TemplateElements, chain: PostProcessor[] | undefined): void {
  if (chain) {
    chain.push(step);
  } else {
    stepsOf(step, elements).chains.push([step]);
  }
}

function stepsOf(step: IConstruct, { steps }: TemplateElements): BuildSteps {
  const build = buildOf(step)!;
  let found = steps.get(build);
  if (!found) {
    found = { provisioners: [], chains: [] };
    steps.set(build, found);
  }
  return found;
}
