import { Block } from './block';
import { untypedOptions } from './position';
import { isNoBlock, Leaf, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap, ResolvedOption } from './resolved';
import { segmentsJson } from './segments';

/** The blocks of a template as the object that is written. */
export function templateJson(blocks: readonly Block[]): any {
  return bodyJson({ options: [], blocks });
}

/**
 * The body of a block. An object, or, where the order of different properties has a meaning, a list of objects that Packer
 * merges, in a list of its own since a list of bodies would be several blocks.
 */
function bodyJson({ options, blocks = [] }: Pick<Block, 'options' | 'blocks'>): any {
  if (blocks.length === 0 && !options.some(({ value }) => isRepeated(value))) {
    return Object.fromEntries(options.filter((option) => !isNoBlock(option)).map(({ schema: { name }, value }) => [name, toJson(value)]));
  }
  const parts = [...optionParts(options), ...blockParts(blocks)];
  return inOrder(parts) ? [parts.map(({ name, json }) => ({ [name]: json }))] : merged(parts);
}

/** One property of a body. */
interface Part {
  readonly name: string;
  readonly json: any;
  /** A block that Packer repeats, whose place among the other blocks of its type must not change. */
  readonly dynamicOf?: string;
}

function optionParts(options: readonly ResolvedOption[]): Part[] {
  return options.filter((option) => !isNoBlock(option)).flatMap(({ schema: { name }, value }): Part[] => {
    if (!isRepeated(value)) { return [{ name, json: toJson(value) }]; }
    return (Array.isArray(value) ? value : [value]).map((item) => (item instanceof ResolvedDynamic
      ? { name: 'dynamic', json: { [name]: dynamicJson(item.forEach, item.iterator, [], bodyJson(item.content)) }, dynamicOf: name }
      : { name, json: toJson(item) }));
  });
}

/** Whether blocks that Packer repeats are in it. */
function isRepeated(value: Resolved): boolean {
  return value instanceof ResolvedDynamic || (Array.isArray(value) && value.some((item) => item instanceof ResolvedDynamic));
}

function blockParts(blocks: readonly Block[]): Part[] {
  return blocks.map((block): Part => {
    const { type, labels, forEach, repeated } = block;
    const body = bodyJson(block);
    if (forEach) {
      return { name: 'dynamic', json: { [type]: dynamicJson(forEach.over, forEach.iterator, labels, body) }, dynamicOf: type };
    }
    const labelled = [...labels].reverse().reduce((inner, label) => ({ [label]: inner }), body);
    return { name: type, json: repeated ? [labels.length === 0 ? asElement(body) : labelled] : labelled };
  });
}

/** A body in a list of blocks, which is such a list of its own already. */
function asElement(body: any): any {
  return Array.isArray(body) ? body[0] : body;
}

function dynamicJson(forEach: Resolved, iterator: string, labels: readonly string[], content: any): any {
  return { for_each: toJson(forEach), iterator, ...(labels.length > 0 ? { labels } : {}), content };
}

/** Whether blocks that Packer repeats stand among others of the same type. */
function inOrder(parts: readonly Part[]): boolean {
  return parts.some(({ dynamicOf }) => dynamicOf !== undefined
    && parts.filter((part) => part.name === dynamicOf || part.dynamicOf === dynamicOf).length > 1);
}

/** Properties of the same name in one: lists are joined, the labels of blocks put beside each other. */
function merged(parts: readonly Part[]): any {
  const body: { [name: string]: any } = {};
  for (const { name, json } of parts) {
    const earlier = Object.hasOwn(body, name) ? body[name] : undefined;
    body[name] = earlier === undefined ? json : mergedProperty(earlier, json);
  }
  return body;
}

function mergedProperty(earlier: any, json: any): any {
  if (Array.isArray(earlier)) {
    earlier.push(...json);
    return earlier;
  }
  for (const [label, inner] of Object.entries<any>(json)) {
    earlier[label] = Object.hasOwn(earlier, label) ? Object.assign(earlier[label], inner) : inner;
  }
  return earlier;
}

function isBody(value: Resolved): boolean {
  return value instanceof ResolvedBlock || value instanceof ResolvedMap;
}

/** What is written into the template for `value`. */
export function toJson(value: Resolved): any {
  if (value instanceof Leaf) { return segmentsJson(value.segments); }
  if (Array.isArray(value)) { return value.map((item) => (isBody(item) ? asElement(toJson(item)) : toJson(item))); }
  if (value instanceof ResolvedBlock) { return bodyJson(value); }
  if (value instanceof ResolvedMap) {
    if (value.entries.some(([, item]) => isRepeated(item))) { return bodyJson({ options: untypedOptions(value) }); }
    const json: { [key: string]: any } = {};
    for (const [key, item] of value.entries) {
      Object.defineProperty(json, key instanceof Leaf ? segmentsJson(key.segments) : key, {
        value: toJson(item), enumerable: true, configurable: true, writable: true,
      });
    }
    return json;
  }
  return value;
}
