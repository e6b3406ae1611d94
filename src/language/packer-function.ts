import { ExpressionValue } from './expression';
import { toNode } from './expression-nodes';
import { ExpressionNode } from '../references/expression-node';
import { encodeNumber } from '../references/interned';
import { encodeMark } from '../references/mark';
import { IResolvable } from '../references/resolvable';

function call(name: string, args: any[]): ExpressionNode {
  return { kind: 'call', name, arguments: args.map(toNode) };
}

function text(name: string, ...args: any[]): string {
  return encodeMark({ node: call(name, args) });
}

function list(name: string, ...args: any[]): string[] {
  return [encodeMark({ node: call(name, args), list: true })];
}

function any(name: string, ...args: any[]): IResolvable {
  return new ExpressionValue(call(name, args));
}

/**
 * Functions that Packer runs when it builds. Arguments are literals or references.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions
 *
 * @example
 * declare const web: Image;
 * const release = new Variable(web, 'release');
 * new ShellLocalProvisioner(web, 'fetch', { inline: [`./fetch.sh ${PackerFn.upper(release.stringValue)}`] });
 */
export class PackerFn {
  /** The text in base64. */
  public static base64encode(value: string): string { return text('base64encode', value); }

  /** The text that `value` is the base64 of. */
  public static base64decode(value: string): string { return text('base64decode', value); }

  /** The last part of a path. */
  public static basename(path: string): string { return text('basename', path); }

  /** The first of the values that is neither null nor an empty string. */
  public static coalesce(values: any[]): string { return text('coalesce', ...values); }

  /** The lists joined to one. */
  public static concat(lists: any[]): string[] { return list('concat', ...lists); }

  /** A path without its last part. */
  public static dirname(path: string): string { return text('dirname', path); }

  /**
   * One element of a list.
   *
   * @param values - a list
   * @param index - from 0; goes round at the end
   */
  public static element(values: any, index: number): string { return text('element', values, index); }

  /**
   * The text of a file.
   *
   * @param path - an asset's `path` or `file(…)`
   */
  public static file(path: string): string { return text('file', path); }

  /**
   * The names of the files below a folder that match a pattern, relative to the folder.
   *
   * @param path - an asset's `path`
   * @param pattern - `*` stands for any characters but `/`, `**` for any folders
   */
  public static fileset(path: string, pattern: string): string[] { return list('fileset', path, pattern); }

  /**
   * Values in a text.
   *
   * @param format - with verbs such as `%s` and `%d`
   */
  public static format(format: string, values: any[]): string { return text('format', format, ...values); }

  /** A time in another format. `time` is as `timestamp` gives it. */
  public static formatdate(format: string, time: string): string { return text('formatdate', format, time); }

  /** The texts of a list in one, with `separator` between them. */
  public static join(separator: string, values: any): string { return text('join', separator, values); }

  /** The value that `value` is the JSON of. */
  public static jsondecode(value: string): IResolvable { return any('jsondecode', value); }

  /** The value as JSON. */
  public static jsonencode(value: any): string { return text('jsonencode', value); }

  /** The number of elements, or of characters. */
  public static length(value: any): number { return encodeNumber(call('length', [value])); }

  /** The text in lower case. */
  public static lower(value: string): string { return text('lower', value); }

  /** The value of a key in a map, or `defaultValue`. */
  public static lookup(map: any, key: string, defaultValue: any): string { return text('lookup', map, key, defaultValue); }

  /** The maps in one; later ones win. */
  public static merge(maps: any[]): IResolvable { return any('merge', ...maps); }

  /** The text with every `substring` replaced. */
  public static replace(value: string, substring: string, replacement: string): string {
    return text('replace', value, substring, replacement);
  }

  /** The sha256 of the text, in hexadecimal. */
  public static sha256(value: string): string { return text('sha256', value); }

  /** The parts of a text between separators. */
  public static split(separator: string, value: string): string[] { return list('split', separator, value); }

  /**
   * The text of a file with values put in.
   *
   * @param path - an asset's `path` or `file(…)`
   * @param variables - what the file's `${…}` may refer to
   */
  public static templatefile(path: string, variables: { [name: string]: any }): string { return text('templatefile', path, variables); }

  /** The time now, in RFC 3339. Evaluated anew at each use: put it in a `Local` to have one. */
  public static timestamp(): string { return text('timestamp'); }

  /** The text without these characters at both ends. */
  public static trim(value: string, characters: string): string { return text('trim', value, characters); }

  /** The text in upper case. */
  public static upper(value: string): string { return text('upper', value); }

  /** A new random UUID at each use. */
  public static uuidv4(): string { return text('uuidv4'); }

  private constructor() {}
}
