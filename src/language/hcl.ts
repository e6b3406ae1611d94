import { Block } from './block';
import { escapeQuotedText } from './escaping';
import { untypedOptions } from './position';
import { isNoBlock, Leaf, Resolved, ResolvedBlock, ResolvedDynamic, ResolvedMap, ResolvedOption } from './resolved';
import { segmentsHcl } from './segments';
import { readType } from './type-expression';

/** The blocks of a template in HCL's own syntax, laid out as `packer fmt` leaves it. */
export function templateHcl(blocks: readonly Block[]): string {
  return `${blocks.map((block) => blockLines(block).join('\n')).join('\n\n')}\n`;
}

function blockLines(block: Block): string[] {
  const { type, labels, forEach } = block;
  if (!forEach) { return enclosed([type, ...labels.map(quoted)].join(' '), bodyLines(block)); }
  const lines = [['for_each', valueHcl(forEach.over)], ['iterator', forEach.iterator], ['labels', `[${labels.map(quoted).join(', ')}]`]] as const;
  return enclosed(`dynamic ${quoted(type)}`, [...aligned(labels.length > 0 ? lines : lines.slice(0, 2)), '', ...enclosed('content', bodyLines(block))]);
}

/** Arguments, then nested blocks, each after an empty line. */
function bodyLines({ options, blocks = [] }: Pick<Block, 'options' | 'blocks'>): string[] {
  const nested = options.flatMap(nestedBlocks);
  const names = new Set(options.filter((option) => nestedBlocks(option).length > 0));
  const inner = [...nested, ...blocks.map(blockLines)];
  const lines = aligned(options.filter((option) => !names.has(option) && !isNoBlock(option)).map(({ schema, value }) => [
    schema.name, schema.evaluation === 'type' && typeof value === 'string' ? readType(value).type.text : valueHcl(value),
  ]));
  return inner.reduce((before, block) => [...before, ...(before.length > 0 ? [''] : []), ...block], lines);
}

/** The blocks that an option is. Where no table says so, a list of maps is one. */
function nestedBlocks({ schema, value }: ResolvedOption): string[][] {
  const items = Array.isArray(value) ? value : [value];
  const isBlock = schema.block !== undefined || items.some((item) => item instanceof ResolvedDynamic);
  if (!isBlock && !(schema.untyped && Array.isArray(value) && items.length > 0 && items.every(isBody))) { return []; }
  return items.flatMap((item) => {
    if (item instanceof ResolvedDynamic) {
      return [blockLines({ type: schema.name, labels: [], options: item.content.options, forEach: { over: item.forEach, iterator: item.iterator } })];
    }
    const options = item instanceof ResolvedBlock ? item.options : item instanceof ResolvedMap ? untypedOptions(item) : undefined;
    return options ? [enclosed(schema.name, bodyLines({ options }))] : [];
  });
}

function isBody(value: Resolved): boolean {
  return value instanceof ResolvedDynamic || (value instanceof ResolvedMap && value.entries.every(([key]) => typeof key === 'string' && IDENTIFIER.test(key)));
}

function enclosed(header: string, body: readonly string[]): string[] {
  return body.length === 0 ? [`${header} {`, '}'] : [`${header} {`, ...body.map(indented), '}'];
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** The signs of equality of neighbours stand below each other, unless a value goes on in the next line. */
function aligned(pairs: ReadonlyArray<readonly [string, string]>): string[] {
  const lines: string[] = [];
  let start = 0;
  pairs.forEach(([, value], index) => {
    const goesOn = value.includes('\n');
    if (!goesOn && index + 1 < pairs.length) { return; }
    const neighbours = pairs.slice(start, goesOn ? index : index + 1);
    const width = Math.max(0, ...neighbours.map(([name]) => columns(name)));
    lines.push(...neighbours.map(([name, text]) => `${name}${' '.repeat(width - columns(name))} = ${text}`));
    if (goesOn) { lines.push(...`${pairs[index][0]} = ${value}`.split('\n')); }
    start = index + 1;
  });
  return lines;
}

/** What a reader takes for one character is one column, but that a quotation mark never joins the character behind it. */
function columns(text: string): number {
  if (/^[\0-~]*$/.test(text)) { return text.length; }
  return text.split(/(?<=")|(?=")/).reduce((sum, piece) => sum + [...new Intl.Segmenter().segment(piece)].length, 0);
}

/** A list that is longer than this has a line for each element. */
const LONGEST_LINE = 80;

function valueHcl(value: Resolved): string {
  if (typeof value === 'string') { return quoted(value); }
  if (value instanceof Leaf) { return segmentsHcl(value.segments); }
  if (Array.isArray(value)) { return listHcl(value.map(valueHcl)); }
  if (value instanceof ResolvedBlock) { return mapHcl(value.options.map(({ schema, value: item }) => [keyHcl(schema.name), valueHcl(item)])); }
  if (value instanceof ResolvedMap) { return mapHcl(value.entries.map(([key, item]) => [keyHcl(key), valueHcl(item)])); }
  return String(value);
}

function listHcl(items: readonly string[]): string {
  const line = `[${items.join(', ')}]`;
  if (line.length <= LONGEST_LINE && !line.includes('\n')) { return line; }
  return ['[', ...items.flatMap((item) => `${item},`.split('\n').map(indented)), ']'].join('\n');
}

function mapHcl(entries: ReadonlyArray<readonly [string, string]>): string {
  return entries.length === 0 ? '{}' : enclosed('', aligned(entries)).join('\n').trimStart();
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** What these words mean at the beginning of a map is not their name. */
const WORDS: ReadonlySet<string> = new Set(['for', 'null', 'true', 'false']);

function keyHcl(key: string | Leaf): string {
  if (typeof key === 'string') { return IDENTIFIER.test(key) && !WORDS.has(key) ? key : quoted(key); }
  const hcl = segmentsHcl(key.segments);
  return hcl.startsWith('"') ? hcl : `(${hcl})`;
}

function quoted(text: string): string {
  return `"${escapeQuotedText(text, false)}"`;
}
