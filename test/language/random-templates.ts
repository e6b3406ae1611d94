import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  Build, BuildSource, DynamicIterator, FileSource, Local, NullSource, PackerApp, PackerTemplate, PostProcessorChain, ProvisionerGroup,
  ShellLocalPostProcessor, ShellLocalProvisioner, Source, SourceContext, SourceSelection, Variable,
} from '../../src';

/** What a step or a group is for, by the numbers of sources. */
interface Selection {
  readonly how: 'only' | 'except' | 'all';
  readonly sources: readonly number[];
}

/** A step, or a place for steps. */
type Item =
  | { readonly kind: 'step' | 'post-processor'; readonly selection: Selection; readonly repeated: number }
  | { readonly kind: 'group' | 'construct' | 'chain'; readonly selection: Selection; readonly items: readonly Item[] };

/** Any build. */
export interface Plan {
  readonly items: readonly Item[];
}

/** The sources of every plan: two that stand alone, and two that extend a third. */
export const SOURCES = ['null_source', 'file_source', 'first_of_build', 'second_of_build'] as const;

const selection: fc.Arbitrary<Selection> = fc.record({
  how: fc.oneof({ weight: 3, arbitrary: fc.constant('all' as const) }, fc.constantFrom('only' as const, 'except' as const)),
  sources: fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 }),
});

const repeated = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.constantFrom(1, 2));
const postProcessor: fc.Arbitrary<Item> = fc.record({ kind: fc.constant('post-processor' as const), selection, repeated });

const anyItem: fc.Arbitrary<Item> = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('step' as const), selection, repeated }),
    postProcessor,
    fc.record({ kind: fc.constant('chain' as const), selection, items: fc.array(postProcessor, { maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('group' as const, 'construct' as const), selection, items: fc.array(tie('item'), { maxLength: 4 }) }),
  ),
})).item;

/** Trees of steps with groups, plain constructs and chains. */
export const plan: fc.Arbitrary<Plan> = fc.record({ items: fc.array(anyItem, { minLength: 12, maxLength: 16 }) });

/** The template of a plan. Each step adds its number to a file of the source. */
export function templateOf({ items }: Plan): PackerTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web');
  const x = new Variable(template, 'x', { default: 'a "b" ${c}', description: 'Any ${x}' });
  const lists = [1, 2].map((length) => new Variable(template, `list${length}`, { type: 'list(number)', default: [...Array(length).keys()] }));
  new Local(template, 'map', { expression: { [x.stringValue]: [x.stringValue, { 'a b': '%{if}' }] } });
  const base = new FileSource(template, 'base', { content: x.stringValue });
  const alone = [new NullSource(template, SOURCES[0], { communicator: 'none' }), new FileSource(template, SOURCES[1], { content: '', target: 'f1' })];
  const build = new Build(template, 'build', { sources: alone });
  const ofBuild = SOURCES.slice(2).map((name) => new BuildSource(build, name, { source: base, name, configuration: { target: name } }));
  const sources = [...alone, ...ofBuild];
  let number = 0;
  const add = (scope: Construct, item: Item, index: number): void => {
    const id = `i${index}`;
    const only = selected(item.selection, sources);
    if ('items' in item) {
      const place = item.kind === 'group' ? new ProvisionerGroup(scope, id, only)
        : item.kind === 'chain' ? new PostProcessorChain(scope, id) : new Construct(scope, id);
      item.items.forEach((inner, position) => add(place, inner, position));
      return;
    }
    const each = item.repeated > 0 ? DynamicIterator.over(lists[item.repeated - 1].listValue) : undefined;
    const text = each ? `${number++}.${each.stringValue}` : `${number++}`;
    const props = { ...only, forEach: each, inline: [`echo ${text} >>${SourceContext.NAME}.log`] };
    if (item.kind === 'step') { new ShellLocalProvisioner(scope, id, props); } else { new ShellLocalPostProcessor(scope, id, props); }
  };
  items.forEach((item, index) => add(build, item, index));
  return template;
}

function selected({ how, sources }: Selection, all: readonly Source[]): SourceSelection {
  return how === 'all' ? {} : { [how]: sources.map((index) => all[index]) };
}

/** What the steps of a plan write for a source: provisioners first, then post-processors. */
export function expectedLog({ items }: Plan, source: number): string[] {
  const provisioners: string[] = [];
  const postProcessors: string[] = [];
  let number = 0;
  const visit = (item: Item, runs: boolean): void => {
    const { how, sources } = item.selection;
    const here = runs && (item.kind === 'construct' || item.kind === 'chain' || how === 'all' || (how === 'only') === sources.includes(source));
    if ('items' in item) {
      item.items.forEach((inner) => visit(inner, here));
      return;
    }
    const own = number++;
    const log = item.kind === 'step' ? provisioners : postProcessors;
    if (here) { log.push(...(item.repeated > 0 ? [...Array(item.repeated).keys()].map((index) => `${own}.${index}`) : [`${own}`])); }
  };
  items.forEach((item) => visit(item, true));
  return [...provisioners, ...postProcessors];
}
