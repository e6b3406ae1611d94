import { GoFile } from './go-package';
import { unknownLine } from '../errors';

/** One entry of a generated specification. */
export type SpecEntry =
  | { readonly name: string; readonly type: string; readonly required: boolean }
  | { readonly name: string; readonly block: 'single' | 'list'; readonly struct: string };

const ATTRIBUTE = /^&hcldec\.AttrSpec\{Name: "([^"]*)", Type: (.+), Required: (true|false)\},?(?: \/\*.*\*\/)?$/;
const BLOCK = /^&hcldec\.(Block|BlockList)Spec\{TypeName: "([^"]*)", Nested: hcldec\.ObjectSpec\(\(\*([\w.]+)\)\(nil\)\.HCL2Spec\(\)\)\},?$/;
const BLOCK_OF_ATTRIBUTES = /^&hcldec\.BlockAttrsSpec\{TypeName: "([^"]*)", ElementType: (.+), Required: (true|false)\},?$/;

/**
 * The specifications in a file that `packer-sdc mapstructure-to-hcl2` has written, by the names of their structs (`FlatConfig`). The
 * generator writes few forms of lines, so a line of another form is an error.
 */
export function specsIn(file: GoFile): Map<string, SpecEntry[]> {
  const specs = new Map<string, SpecEntry[]>();
  let entries: SpecEntry[] | undefined;
  file.lines.forEach((line, place) => {
    const [, struct] = /^func \(\*(\w+)\) HCL2Spec\(\) map\[string\]hcldec\.Spec \{$/.exec(line) ?? [];
    if (struct) {
      entries = [];
      specs.set(struct, entries);
    } else if (line === '}') {
      entries = undefined;
    } else if (entries && !/^\ts := map\[string\]hcldec\.Spec\{\}?$|^\t\}$|^\treturn s$|^\s*\/\//.test(line)) {
      const [, spec] = /^\t\t"[^"]*":\s+(.+)$/.exec(line) ?? [];
      entries.push(entryOf(spec ?? '') ?? unknown(file, place, line));
    }
  });
  return specs;
}

function entryOf(spec: string): SpecEntry | undefined {
  const attribute = ATTRIBUTE.exec(spec);
  if (attribute) { return typed(attribute[1], typeOf(attribute[2]), attribute[3]); }
  const block = BLOCK.exec(spec);
  if (block) { return { name: block[2], block: block[1] === 'Block' ? 'single' : 'list', struct: block[3] }; }
  const attributes = BLOCK_OF_ATTRIBUTES.exec(spec);
  const element = attributes && typeOf(attributes[2]);
  return element ? typed(attributes[1], `map(${element})`, attributes[3]) : undefined;
}

function typed(name: string, type: string | undefined, required: string): SpecEntry | undefined {
  return type && { name, type, required: required === 'true' } || undefined;
}

const PRIMITIVES: { readonly [type: string]: string } = { 'cty.String': 'string', 'cty.Bool': 'bool', 'cty.Number': 'number' };

function typeOf(text: string): string | undefined {
  const [, collection, element] = /^cty\.(List|Map)\((.+)\)$/.exec(text) ?? [];
  if (!collection) { return PRIMITIVES[text]; }
  const inner = typeOf(element);
  return inner && `${collection.toLowerCase()}(${inner})`;
}

function unknown(file: GoFile, place: number, line: string): never {
  throw unknownLine(file.path, place, line, 'an option');
}
