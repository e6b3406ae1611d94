/** What is wrong with a type as HCL writes it, or `undefined`. */
export function typeProblem(text: string): string | undefined {
  try {
    const parser = new TypeParser(text);
    parser.type();
    parser.end();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const PRIMITIVES: readonly string[] = ['string', 'number', 'bool', 'any'];
const COLLECTIONS: readonly string[] = ['list', 'set', 'map'];

/** Reads types of HCL: `string`, `list(number)`, `object({ name = string, size = optional(number, 1) })`. */
class TypeParser {
  private readonly tokens: string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = text.match(/[A-Za-z_][\w-]*|"(?:[^"\\]|\\.)*"|-?[\d.]+|[^\s]|\n/g)?.filter((token) => token.trim() !== '' || token === '\n') ?? [];
  }

  public type(): void {
    const name = this.next();
    if (PRIMITIVES.includes(name)) { return; }
    if (COLLECTIONS.includes(name)) { return this.enclosed('(', () => this.type(), ')'); }
    if (name === 'tuple') { return this.enclosed('(', () => this.items('[', () => this.type(), ']'), ')'); }
    if (name === 'object') { return this.enclosed('(', () => this.items('{', () => this.attribute(), '}'), ')'); }
    throw new Error(`'${name}' is no type`);
  }

  public end(): void {
    this.skipLines();
    if (this.at < this.tokens.length) { throw new Error(`nothing is expected after the type, but there is '${this.tokens[this.at]}'`); }
  }

  private attribute(): void {
    const name = this.next();
    if (!/^(?:[A-Za-z_][\w-]*|".*")$/.test(name)) { throw new Error(`'${name}' is no name of an attribute`); }
    if (!['=', ':'].includes(this.next())) { throw new Error(`'=' is expected after '${name}'`); }
    if (this.peek() !== 'optional') { return this.type(); }
    this.next();
    this.enclosed('(', () => {
      this.type();
      if (this.peek() === ',') { this.skipDefault(); }
    }, ')');
  }

  /** Any value, up to the parenthesis that closes the word before it. */
  private skipDefault(): void {
    for (let depth = 0; this.peek() !== undefined && !(depth === 0 && this.peek() === ')');) {
      const token = this.next();
      if ('([{'.includes(token)) { depth++; }
      if (')]}'.includes(token)) { depth--; }
    }
  }

  private enclosed(open: string, content: () => void, close: string): void {
    this.expect(open);
    content();
    this.expect(close);
  }

  private items(open: string, item: () => void, close: string): void {
    this.expect(open);
    while (this.peek() !== close) {
      item();
      if (this.peek() === ',') { this.next(); }
    }
    this.expect(close);
  }

  private expect(token: string): void {
    const found = this.next();
    if (found !== token) { throw new Error(`'${token}' is expected, not '${found}'`); }
  }

  private peek(): string | undefined {
    this.skipLines();
    return this.tokens[this.at];
  }

  private next(): string {
    const token = this.peek();
    if (token === undefined) { throw new Error('it ends too early'); }
    this.at++;
    return token;
  }

  private skipLines(): void {
    while (this.tokens[this.at] === '\n') { this.at++; }
  }
}
