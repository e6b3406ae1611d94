import { isNone } from './errors';

/** A type of HCL. */
export interface HclType {
  readonly kind: 'string' | 'number' | 'bool' | 'any' | 'list' | 'set' | 'map' | 'tuple' | 'object';
  /** The type in one line, laid out as `packer fmt` leaves it. */
  readonly text: string;
  /** Of a list, a set or a map: the type of all its elements. */
  readonly element?: HclType;
  /** Of a tuple: the types of its elements. */
  readonly items?: readonly HclType[];
  /** Of an object: the types of its attributes. */
  readonly attributes?: ReadonlyMap<string, HclType>;
  /** Of an attribute: it may be left out. */
  readonly optional?: boolean;
}

/** What a type as HCL writes it says. */
export interface ReadType {
  readonly type: HclType;
  /** The words of the type language that it uses. */
  readonly words: ReadonlySet<string>;
}

/**
 * Reads a type: `string`, `list(number)`, `object({ name = string, size = optional(number, 1) })`.
 *
 * @throws when it is none
 */
export function readType(text: string): ReadType {
  return new TypeParser(text).read();
}

const PRIMITIVES: readonly string[] = ['string', 'number', 'bool', 'any'];
const KINDS: readonly string[] = [...PRIMITIVES, 'list', 'set', 'map', 'tuple', 'object'];
const TOKENS = /(?<line>\n|(?:#|\/\/)[^\n]*\n?)|\/\*[^]*?\*\/|[\p{ID_Start}_][\p{ID_Continue}-]*|"(?:[^"\\]|\\.)*"|-?\d[\d.]*|\S/gu;
const NAME = /^[\p{ID_Start}_]/u;

/** Ends of lines matter between braces only. */
class TypeParser {
  private readonly words = new Set<string>();
  private readonly tokens: string[] = [];
  /** The brackets that are open. */
  private readonly brackets: string[] = [];
  private at = 0;

  constructor(text: string) {
    for (const { 0: token, groups } of text.matchAll(TOKENS)) {
      if (groups!.line !== undefined) { this.tokens.push('\n'); } else if (!token.startsWith('/*')) { this.tokens.push(token); }
    }
  }

  public read(): ReadType {
    const type = this.type();
    if (this.peek() !== undefined) { throw new Error(`nothing is expected after the type, but there is '${this.peek()}'`); }
    return { type, words: this.words };
  }

  private type(): HclType {
    const name = this.next();
    if (!isKind(name)) { throw new Error(isNone(name)); }
    this.words.add(name);
    if (PRIMITIVES.includes(name)) { return { kind: name, text: name }; }
    const inner = this.called(() => (name === 'tuple' ? this.tuple() : name === 'object' ? this.object() : this.collection()));
    return { kind: name, ...inner, text: `${name}(${inner.text})` };
  }

  private called<T>(argument: () => T): T {
    this.open('(');
    const read = argument();
    this.skip(',');
    this.close(')');
    return read;
  }

  private collection(): Inner {
    const element = this.type();
    return { element, text: element.text };
  }

  private tuple(): Inner {
    this.open('[');
    const items: HclType[] = [];
    while (this.peek() !== ']') {
      items.push(this.type());
      if (this.peek() !== ']') { this.expect(','); }
    }
    this.close(']');
    return { items, text: `[${items.map(({ text }) => text).join(', ')}]` };
  }

  private object(): Inner {
    this.open('{');
    const attributes = new Map<string, HclType>();
    for (this.skipLines(); this.peek() !== '}'; this.skipLines()) {
      const name = this.next();
      if (!NAME.test(name) || (name === 'for' && attributes.size === 0)) { throw new Error(`${quoted(name)} is no name of an attribute`); }
      if (attributes.has(name)) { throw new Error(`there are two attributes '${name}'`); }
      if (!this.skip(':')) { this.expect('='); }
      attributes.set(name, this.peek() === 'optional' ? this.optional() : this.type());
      if (!this.skip('\n') && this.peek() !== '}') { this.expect(','); }
    }
    this.close('}');
    const text = [...attributes].map(([name, type]) => `${name} = ${type.text}`).join(', ');
    return { attributes, text: attributes.size === 0 ? '{}' : `{ ${text} }` };
  }

  private optional(): HclType {
    this.words.add(this.next());
    return this.called(() => {
      const type = this.type();
      const value = this.skip(',') ? this.value() : '';
      return { ...type, optional: true, text: `optional(${value === '' ? type.text : `${type.text}, ${value}`})` };
    });
  }

  /** Any value, up to the comma or the parenthesis behind it. */
  private value(): string {
    const depth = this.brackets.length;
    let text = '';
    for (let token = this.peek(); this.brackets.length > depth || (token !== ',' && token !== ')'); token = this.peek()) {
      this.next();
      if ('([{'.includes(token!)) { this.brackets.push(token!); }
      if (')]}'.includes(token!)) { this.brackets.pop(); }
      // In one line, commas stand between what lines stood between.
      const written = token !== '\n' ? token! : /[{,]$/.test(text) || this.peek() === '}' || this.peek() === '\n' ? '' : ',';
      const tight = text === '' || /[([]$/.test(text) || /^[)\],]?$/.test(written) || (written === '}' && text.endsWith('{'));
      text += tight ? written : ` ${written}`;
    }
    return text;
  }

  private open(bracket: string): void {
    this.expect(bracket);
    this.brackets.push(bracket);
  }

  private close(bracket: string): void {
    this.expect(bracket);
    this.brackets.pop();
  }

  private expect(token: string): void {
    const found = this.next();
    if (found !== token) { throw new Error(`'${token}' is expected, not ${quoted(found)}`); }
  }

  private skip(token: string): boolean {
    const found = this.peek() === token;
    if (found) { this.at++; }
    return found;
  }

  private next(): string {
    const token = this.peek();
    if (token === undefined) { throw new Error('it ends too early'); }
    this.at++;
    return token;
  }

  private peek(): string | undefined {
    if (this.brackets[this.brackets.length - 1] !== '{') { this.skipLines(); }
    return this.tokens[this.at];
  }

  private skipLines(): void {
    while (this.tokens[this.at] === '\n') { this.at++; }
  }
}

/** What stands between the parentheses of a type. */
type Inner = Omit<HclType, 'kind'>;

function isKind(name: string): name is HclType['kind'] {
  return KINDS.includes(name);
}

function quoted(token: string): string {
  return token === '\n' ? 'the end of the line' : `'${token}'`;
}
