import { GO_BUILTINS } from './go-template-functions';
import { GoTemplateError, GoTemplateToken, goTemplateTokens, GoTemplateUnsure, UNKNOWN_TEXT } from './go-template-tokens';

/** What a Go template is made of, as far as it could be read. */
export interface ReadGoTemplate {
  /** Functions that are called anywhere: Go looks for them before it runs the template. */
  readonly functions: Set<string>;
  /** Functions that are called whatever happens. */
  readonly called: Set<string>;
  /** Fields whose value is needed whatever happens. */
  readonly fields: Set<string>;
  /** Why Go cannot read it. */
  readonly error?: string;
}

/** Reads a Go template. Where it is not sure that Go would refuse something, it says nothing of it. */
export function readGoTemplate(text: string): ReadGoTemplate {
  const parser = new GoTemplateParser(goTemplateTokens(text));
  const { functions, called, fields } = parser;
  try {
    parser.read();
  } catch (error) {
    if (error instanceof GoTemplateUnsure) { return { functions, called, fields }; }
    if (!(error instanceof GoTemplateError)) { throw error; }
    // What Packer writes into the text may belong to the template.
    return { functions, called, fields, error: text.includes(UNKNOWN_TEXT) ? undefined : error.message };
  }
  return { functions, called, fields };
}

/** A value in a command. A pipeline in parentheses has its commands in it. */
interface Operand {
  readonly token: GoTemplateToken;
  readonly within?: Operand[][];
}

/** Reads actions as Go does: https://pkg.go.dev/text/template. */
class GoTemplateParser {
  public readonly functions = new Set<string>();
  public readonly called = new Set<string>();
  public readonly fields = new Set<string>();
  private current!: GoTemplateToken;
  private variables = ['$'];
  /** How many blocks stand around: what is in them may never run, and the dot is something else there. */
  private depth = 0;
  private ranges = 0;

  constructor(private readonly tokens: Generator<GoTemplateToken, void>) {}

  public read(): void {
    this.next();
    const ended = this.list(true);
    if (ended !== undefined) { throw new GoTemplateError(`\`{{${ended}}}\` stands where no block is open`); }
  }

  /** Actions up to the `end` or `else` of the block around them, which it gives back; `undefined` at the end of the text. */
  private list(top = false): string | undefined {
    while (this.isAt('open')) {
      this.next();
      this.spaces();
      const { type, text } = this.current;
      if (type !== 'keyword') {
        this.judge(this.pipeline('close'));
        continue;
      }
      if (text === 'end' || text === 'else') {
        this.next();
        return text;
      }
      if (text === 'define' && !top) { throw new GoTemplateError('`define` stands in a block'); }
      this.next();
      this.keyword(text);
    }
    return undefined;
  }

  private keyword(word: string): void {
    switch (word) {
      case 'if': case 'with': case 'range': return this.control(word);
      case 'template':
        this.name(word);
        if (!this.closes()) { this.pipeline('close'); }
        return;
      case 'block':
        this.name(word);
        this.pipeline('close');
        return this.apart(word);
      case 'define':
        this.name(word);
        this.close(word);
        return this.apart(word);
      default:
        this.close(word);
        if (this.ranges === 0) { throw new GoTemplateError(`\`{{${word}}}\` stands outside of \`range\``); }
    }
  }

  private control(word: string): void {
    const scope = this.variables.length;
    this.pipeline('close', word === 'range');
    const ranges = this.ranges;
    if (word === 'range') { this.ranges++; }
    let ended = this.body(word);
    this.ranges = ranges;
    while (ended === 'else') {
      this.spaces();
      if (this.closes()) {
        ended = this.body(word);
        if (ended === 'else') { throw new GoTemplateError(`\`{{${word}}}\` has more than one \`{{else}}\``); }
        break;
      }
      // `else if`, and in newer versions of Go `else with`, begin a block that the same `end` closes.
      if (this.current.type !== 'keyword' || this.current.text !== word || word === 'range') { throw new GoTemplateUnsure(); }
      this.next();
      this.pipeline('close');
      ended = this.body(word);
    }
    if (ended === 'end') { this.close('end', true); }
    this.variables.length = scope;
  }

  /** The actions of a block, up to the `end` or `else` of it. */
  private body(word: string): string {
    this.depth++;
    const ended = this.list();
    this.depth--;
    if (ended === undefined) { throw new GoTemplateError(`\`{{${word} …}}\` has no \`{{end}}\``); }
    return ended;
  }

  /** What has variables of its own. */
  private apart(word: string): void {
    const { variables, ranges } = this;
    this.variables = ['$'];
    this.ranges = 0;
    const ended = this.body(word);
    if (ended === 'else') { throw new GoTemplateError(`\`{{else}}\` stands in \`${word}\``); }
    this.close('end', true);
    this.variables = variables;
    this.ranges = ranges;
  }

  private name(word: string): void {
    this.spaces();
    if (this.current.type !== 'string') { throw new GoTemplateError(`\`${word}\` has no name in quotes`); }
    this.next();
    this.spaces();
  }

  /** Commands joined by pipes, up to `end`, which it takes. */
  private pipeline(end: 'close' | ')', inRange = false): Operand[][] {
    this.spaces();
    if (this.current.type === 'variable') { return this.declaration(end, inRange); }
    return this.commands(end);
  }

  /** A pipeline that begins with a variable, which may be given a value by it. */
  private declaration(end: 'close' | ')', inRange: boolean): Operand[][] {
    const first = this.current;
    this.next();
    const spaced = this.current.type === 'space';
    this.spaces();
    const declared = [first.text];
    if (inRange && this.isSign(',')) {
      this.next();
      this.spaces();
      if (this.current.type !== 'variable') { throw new GoTemplateUnsure(); }
      declared.push(this.current.text);
      this.next();
      this.spaces();
    }
    if (!this.isSign(':=') && !this.isSign('=')) {
      if (declared.length > 1) { throw new GoTemplateUnsure(); }
      return this.commands(end, { token: first }, spaced);
    }
    this.next();
    this.spaces();
    this.commands(end);
    this.variables.push(...declared);
    // Nothing is written.
    return [];
  }

  private commands(end: 'close' | ')', begun?: Operand, spaced = true): Operand[][] {
    const commands: Operand[][] = [];
    let command: Operand[] = begun ? [this.used(begun, spaced)] : [];
    let separated = begun === undefined || spaced || this.isSign('|') || this.isEnd(end);
    for (;;) {
      if (this.current.type === 'space') {
        separated = true;
        this.next();
      } else if (this.isEnd(end)) {
        // Go takes a pipe that nothing follows.
        if (command.length === 0 && commands.length === 0) { throw new GoTemplateError('a value is missing'); }
        this.next();
        return command.length === 0 ? commands : [...commands, command];
      } else if (this.isSign('|')) {
        if (command.length === 0) { throw new GoTemplateError('a value is missing before `|`'); }
        commands.push(command);
        command = [];
        separated = true;
        this.next();
      } else {
        if (!separated) { throw new GoTemplateUnsure(); }
        command.push(this.operand());
        separated = false;
      }
    }
  }

  private used(operand: Operand, spaced: boolean): Operand {
    this.checkDeclared(operand.token);
    return spaced ? operand : this.withFields(operand);
  }

  private checkDeclared({ text }: GoTemplateToken): void {
    if (!this.variables.includes(text)) { throw new GoTemplateError(`the variable \`${text}\` is not declared`); }
  }

  private operand(): Operand {
    const token = this.current;
    switch (token.type) {
      case 'function':
        this.functions.add(token.text);
        break;
      case 'variable':
        this.checkDeclared(token);
        break;
      case 'sign':
        if (token.text !== '(') { throw new GoTemplateError(`\`${token.text}\` stands where a value is expected`); }
        this.next();
        return this.withFields({ token, within: this.pipeline(')') });
      case 'close': throw new GoTemplateError('a parenthesis is not closed');
      case 'keyword': throw new GoTemplateError(`\`${token.text}\` stands where a value is expected`);
    }
    this.next();
    return this.withFields({ token });
  }

  /** Fields of a value follow it directly. */
  private withFields(operand: Operand): Operand {
    while (this.isAt('field')) { this.next(); }
    return operand;
  }

  /** Notes what a pipeline needs that runs whatever happens. */
  private judge(commands: readonly Operand[][]): void {
    if (this.depth > 0) { return; }
    commands.forEach((command, index) => {
      const following = commands[index + 1]?.[0].token;
      if (following && !isStrict(following)) { return; }
      const [head, ...rest] = command;
      this.need(head);
      if (head.token.type === 'function' && isStrict(head.token)) { rest.forEach((operand) => this.need(operand)); }
    });
  }

  private need({ token, within }: Operand): void {
    if (token.type === 'function') { this.called.add(token.text); }
    if (token.type === 'field') { this.fields.add(token.text.slice(1)); }
    if (within) { this.judge(within); }
  }

  private closes(): boolean {
    if (!this.isAt('close')) { return false; }
    this.next();
    return true;
  }

  private close(word: string, first = false): void {
    this.spaces();
    if (!this.closes()) { throw new GoTemplateError(`something follows \`${word}\`${first ? '' : ' in its action'}`); }
  }

  private isEnd(end: 'close' | ')'): boolean {
    return end === 'close' ? this.isAt('close') : this.isSign(')');
  }

  private isAt(type: GoTemplateToken['type']): boolean {
    return this.current.type === type;
  }

  private isSign(text: string): boolean {
    return this.isAt('sign') && this.current.text === text;
  }

  private spaces(): void {
    while (this.isAt('space')) { this.next(); }
  }

  private next(): void {
    const { value } = this.tokens.next();
    if (value) { this.current = value; }
  }
}

/** Functions of Go take a value that is not there, and may not look at all of their arguments. */
function isStrict({ type, text }: GoTemplateToken): boolean {
  return type === 'function' && !GO_BUILTINS.includes(text);
}
