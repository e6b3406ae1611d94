import { kindOf } from './element-kind';
import { POST_PROCESSOR_ARGUMENTS, PROVISIONER_ARGUMENTS } from './meta-arguments';
import { Position } from './position';

/** The kinds of places in a template that know different references. */
export type Place = 'variable' | 'local' | 'data' | 'source' | 'build' | 'meta-argument' | 'repetition' | 'override' | 'step';

/**
 * Which contextual references Packer knows where. Others it refuses, or it silently reads `<unknown>`. A name without a dot stands
 * for everything below it.
 */
const KNOWN: { readonly [place in Place]: readonly string[] } = {
  'variable': [],
  'local': ['path', 'packer.version'],
  'data': ['path', 'packer.version'],
  'source': ['path', 'packer', 'source'],
  'build': ['path', 'packer.version'],
  'meta-argument': ['path', 'packer.version', 'build.name'],
  'repetition': ['path', 'packer.version'],
  'override': ['path', 'packer.version', 'build.name'],
  'step': ['path', 'packer', 'source', 'build'],
};

/** How the places are called in messages. */
const DESCRIPTIONS: { readonly [place in Place]: string } = {
  'variable': 'defaults of variables',
  'local': 'local values',
  'data': 'data sources',
  'source': 'options of sources',
  'build': 'blocks of builds themselves',
  'meta-argument': 'meta-arguments of steps',
  'repetition': 'what blocks are repeated over',
  'override': 'overrides for one source',
  'step': 'options of provisioners and post-processors',
};

/** The first version of Packer that knows a reference, where that is newer than all that is supported. */
export const REFERENCE_VERSIONS: { readonly [reference: string]: string } = {
  'packer.versionFingerprint': '1.10.1',
};

/** What a block is repeated over. */
const FOR_EACH = 'for_each';

/** What Packer itself reads in the body of a step, before the plugin does. */
const META_ARGUMENTS: { readonly [kind: string]: ReadonlySet<string> } = {
  'provisioner': new Set(['only', 'except', 'override', ...PROVISIONER_ARGUMENTS.options.map(({ name }) => name)]),
  'post-processor': new Set(['only', 'except', ...POST_PROCESSOR_ARGUMENTS.options.map(({ name }) => name)]),
};

/** The place that `position` is in; `undefined` for elements that are in none of them. */
export function placeOf({ element, option, schema, forOneSource }: Position): Place | undefined {
  if (schema.name === FOR_EACH) { return 'repetition'; }
  const kind = kindOf(element);
  switch (kind) {
    case 'variable': return option.split('.')[0] === 'default' ? kind : undefined;
    case 'local': case 'data': case 'source': case 'build': return kind;
    case 'registry': return 'build';
    case 'provisioner': case 'post-processor':
      if (forOneSource) { return 'override'; }
      return META_ARGUMENTS[kind].has(option.split('.')[0]) ? 'meta-argument' : 'step';
    default: return undefined;
  }
}

/** Whether Packer knows a contextual reference, for example `source.name`, at a place. */
export function isKnownAt(reference: string, place: Place): boolean {
  return KNOWN[place].some((known) => known === reference || known === reference.split('.')[0]);
}

/** Where Packer knows a contextual reference, for messages. */
export function placesOf(reference: string): string[] {
  return (Object.keys(KNOWN) as Place[]).filter((place) => isKnownAt(reference, place)).map((place) => DESCRIPTIONS[place]);
}
