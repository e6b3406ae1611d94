import { any, ExpressionType, list, number, rest, text } from './function-call';
import { IResolvable } from '../references/resolvable';

/**
 * Functions that Packer runs when it builds. Arguments are literals, references, or what other functions give. They have the names
 * of Packer's functions, spelled as methods are: `regex_replace` is `regexReplace`.
 *
 * Every function throws when its arguments break a rule of Packer's own: too many or too few of them, a list where a text is
 * needed, null where Packer takes none, a number out of range. What is known only later is not judged. Where a function takes
 * any number of arguments in HCL, it takes a list here; the elements of a list that only Packer knows become the arguments.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions
 *
 * @example
 * declare const web: Image;
 * const release = new Variable(web, 'release');
 * new ShellLocalProvisioner(web, 'fetch', { inline: [`./fetch.sh ${PackerFn.upper(release.stringValue)}`] });
 */
export class PackerFn {
  // Numbers

  /** The number without its sign. */
  public static abs(value: number): number { return number('abs', value); }

  /** The smallest whole number that is not below `value`. */
  public static ceil(value: number): number { return number('ceil', value); }

  /** The largest whole number that is not above `value`. */
  public static floor(value: number): number { return number('floor', value); }

  /** The logarithm of a number. */
  public static log(value: number, base: number): number { return number('log', value, base); }

  /** The largest of the numbers, of which there must be one at least. */
  public static max(numbers: any[]): number { return number('max', rest(numbers)); }

  /** The smallest of the numbers, of which there must be one at least. */
  public static min(numbers: any[]): number { return number('min', rest(numbers)); }

  /**
   * The whole number that a text spells.
   *
   * @param base - from 2 to 62
   */
  public static parseint(value: string, base: number): number { return number('parseint', value, base); }

  /** A number raised to a power. */
  public static pow(value: number, power: number): number { return number('pow', value, power); }

  /** -1, 0 or 1: the sign of a number. */
  public static signum(value: number): number { return number('signum', value); }

  // Texts

  /** The text without line ends at its end. */
  public static chomp(value: string): string { return text('chomp', value); }

  /** Whether the text ends with `suffix`. Needs Packer 1.13. */
  public static endswith(value: string, suffix: string): IResolvable { return any('endswith', value, suffix); }

  /**
   * Values in a text.
   *
   * @param format - with verbs such as `%s` and `%d`
   */
  public static format(format: string, values: any[]): string { return text('format', format, rest(values)); }

  /**
   * Several texts of one format: where a value is a list, there is a text for each of its elements.
   *
   * @param format - with verbs such as `%s` and `%d`
   */
  public static formatlist(format: string, values: any[]): string[] { return list('formatlist', format, rest(values)); }

  /** The text with all lines but the first moved to the right. */
  public static indent(spaces: number, value: string): string { return text('indent', spaces, value); }

  /** The texts of a list in one, with `separator` between them. */
  public static join(separator: string, values: any): string { return text('join', separator, values); }

  /** The text in lower case. */
  public static lower(value: string): string { return text('lower', value); }

  /**
   * The first match of a regular expression in a text: a text, with groups a list of their texts, with named groups a map of them.
   * Packer fails when nothing matches; see `try`.
   *
   * @param pattern - in the syntax of RE2
   */
  public static regex(pattern: string, value: string): IResolvable { return any('regex', pattern, value); }

  /**
   * The text with everything replaced that matches a regular expression.
   *
   * @param pattern - in the syntax of RE2
   * @param replacement - `$1` stands for the first group
   */
  public static regexReplace(value: string, pattern: string, replacement: string): string {
    return text('regex_replace', value, pattern, replacement);
  }

  /**
   * A list of all matches of a regular expression, each as `regex` gives it.
   *
   * @param pattern - in the syntax of RE2
   */
  public static regexall(pattern: string, value: string): IResolvable { return any('regexall', pattern, value); }

  /** The text with every `substring` replaced. For patterns see `regexReplace`. */
  public static replace(value: string, substring: string, replacement: string): string {
    return text('replace', value, substring, replacement);
  }

  /** The parts of a text between separators. */
  public static split(separator: string, value: string): string[] { return list('split', separator, value); }

  /** Whether the text begins with `prefix`. Needs Packer 1.13. */
  public static startswith(value: string, prefix: string): IResolvable { return any('startswith', value, prefix); }

  /** Whether `substring` is in the text. Needs Packer 1.12. */
  public static strcontains(value: string, substring: string): IResolvable { return any('strcontains', value, substring); }

  /** The characters of a text in reverse order. */
  public static strrev(value: string): string { return text('strrev', value); }

  /**
   * A part of a text.
   *
   * @param offset - in characters; below 0 it counts from the end
   * @param length - in characters; -1 for everything
   */
  public static substr(value: string, offset: number, length: number): string { return text('substr', value, offset, length); }

  /** The text with every word beginning in upper case. */
  public static title(value: string): string { return text('title', value); }

  /** The text without these characters at both ends. */
  public static trim(value: string, characters: string): string { return text('trim', value, characters); }

  /** The text without `prefix` at its beginning. */
  public static trimprefix(value: string, prefix: string): string { return text('trimprefix', value, prefix); }

  /** The text without white space at both ends. */
  public static trimspace(value: string): string { return text('trimspace', value); }

  /** The text without `suffix` at its end. */
  public static trimsuffix(value: string, suffix: string): string { return text('trimsuffix', value, suffix); }

  /** The text in upper case. */
  public static upper(value: string): string { return text('upper', value); }

  // Lists and maps

  /** Whether all elements of a list are true. Needs Packer 1.12. */
  public static alltrue(values: any): IResolvable { return any('alltrue', values); }

  /** Whether one element of a list at least is true. Needs Packer 1.12. */
  public static anytrue(values: any): IResolvable { return any('anytrue', values); }

  /** A list cut into lists of `size` elements; the last one may be shorter. */
  public static chunklist(values: any, size: number): IResolvable { return any('chunklist', values, size); }

  /** The first of the values that is neither null nor an empty string. They must be of one type. */
  public static coalesce(values: any[]): string { return text('coalesce', rest(values)); }

  /** The first of the lists that is not empty. */
  public static coalescelist(lists: any[]): string[] { return list('coalescelist', rest(lists)); }

  /** A list of texts without the empty ones. */
  public static compact(values: any): string[] { return list('compact', values); }

  /** The lists joined to one. */
  public static concat(lists: any[]): string[] { return list('concat', rest(lists)); }

  /** Whether `value` is in a list. */
  public static contains(values: any, value: any): IResolvable { return any('contains', values, value); }

  /** A list without repetitions. */
  public static distinct(values: any): string[] { return list('distinct', values); }

  /**
   * One element of a list.
   *
   * @param values - a list
   * @param index - from 0; goes round at the end
   */
  public static element(values: any, index: number): string { return text('element', values, index); }

  /** A list with the elements of the lists in it in their place, however deep they are. */
  public static flatten(values: any): string[] { return list('flatten', values); }

  /** The place of a value in a list, from 0. Packer fails when it is not in it. */
  public static index(values: any, value: any): number { return number('index', values, value); }

  /** The keys of a map, sorted. */
  public static keys(map: any): string[] { return list('keys', map); }

  /** The number of elements, or of characters as a reader counts them. */
  public static length(value: any): number { return number('length', value); }

  /** The value of a key in a map, or `defaultValue`. */
  public static lookup(map: any, key: string, defaultValue: any): string { return text('lookup', map, key, defaultValue); }

  /** The maps in one; later ones win. */
  public static merge(maps: any[]): IResolvable { return any('merge', rest(maps)); }

  /**
   * The numbers from `start` on that are before `end`. With one argument they go from 0 to before it.
   *
   * @param step - the distance between them; 1 by default, -1 where `end` is less than `start`
   */
  public static range(start: number, end?: number, step?: number): string[] {
    return list('range', ...[start, end, step].filter((value) => value !== undefined));
  }

  /** The elements of a list in reverse order. */
  public static reverse(values: any): string[] { return list('reverse', values); }

  /** What is in all of the lists, without order and repetitions. */
  public static setintersection(sets: any[]): string[] { return list('setintersection', rest(sets)); }

  /** A list of all combinations of one element from each of the lists, of which there must be two at least. */
  public static setproduct(sets: any[]): IResolvable { return any('setproduct', rest(sets)); }

  /** What is in any of the lists, without order and repetitions. */
  public static setunion(sets: any[]): string[] { return list('setunion', rest(sets)); }

  /**
   * A part of a list.
   *
   * @param start - the first element, from 0
   * @param end - the element after the last
   */
  public static slice(values: any, start: number, end: number): string[] { return list('slice', values, start, end); }

  /** The texts of a list in the order of their code points. */
  public static sort(values: any): string[] { return list('sort', values); }

  /** The sum of a list of numbers, which must not be empty. Needs Packer 1.13. */
  public static sum(values: any): number { return number('sum', values); }

  /** The values of a map in the order of their keys. */
  public static values(map: any): string[] { return list('values', map); }

  /** A map of these keys and values, which are lists of one length. */
  public static zipmap(keys: any, values: any): IResolvable { return any('zipmap', keys, values); }

  // Encodings

  /** The text that `value` is the base64 of. */
  public static base64decode(value: string): string { return text('base64decode', value); }

  /** The text in base64. */
  public static base64encode(value: string): string { return text('base64encode', value); }

  /** The text compressed with gzip, in base64. Needs Packer 1.12. */
  public static base64gzip(value: string): string { return text('base64gzip', value); }

  /** A list with a map for each line of a table. The first line names the columns. */
  public static csvdecode(value: string): IResolvable { return any('csvdecode', value); }

  /** The value that `value` is the JSON of. */
  public static jsondecode(value: string): IResolvable { return any('jsondecode', value); }

  /** The value as JSON. */
  public static jsonencode(value: any): string { return text('jsonencode', value); }

  /**
   * The text that `value` is the base64 of, in another encoding than UTF-8. Needs Packer 1.11.
   *
   * @param encoding - a name that IANA knows, for example `UTF-16LE`
   */
  public static textdecodebase64(value: string, encoding: string): string { return text('textdecodebase64', value, encoding); }

  /**
   * The text in another encoding than UTF-8, in base64. Needs Packer 1.11.
   *
   * @param encoding - a name that IANA knows, for example `UTF-16LE`
   */
  public static textencodebase64(value: string, encoding: string): string { return text('textencodebase64', value, encoding); }

  /** The text as it may stand in the query of a URL. */
  public static urlencode(value: string): string { return text('urlencode', value); }

  /** The value that `value` is the YAML of. */
  public static yamldecode(value: string): IResolvable { return any('yamldecode', value); }

  /** The value as YAML. */
  public static yamlencode(value: any): string { return text('yamlencode', value); }

  // Files

  /** A path from the root on. A relative one begins where Packer was started, not at the template. */
  public static abspath(path: string): string { return text('abspath', path); }

  /** The last part of a path. */
  public static basename(path: string): string { return text('basename', path); }

  /** A path without its last part. */
  public static dirname(path: string): string { return text('dirname', path); }

  /**
   * The text of a file, which must be UTF-8.
   *
   * @param path - an asset's `path` or `file(…)`
   */
  public static file(path: string): string { return text('file', path); }

  /**
   * The bytes of a file in base64. Needs Packer 1.13.
   *
   * @param path - an asset's `path` or `file(…)`; a relative path begins where Packer was started, not at the template
   */
  public static filebase64(path: string): string { return text('filebase64', path); }

  /**
   * Whether there is a file. Packer fails where a folder is.
   *
   * @param path - below an asset's `path`, or a path that appears on the machine that builds
   */
  public static fileexists(path: string): IResolvable { return any('fileexists', path); }

  /**
   * The names of the files below a folder that match a pattern, relative to the folder.
   *
   * @param path - an asset's `path`; in the names of its folders `*`, `?`, `[` and `{` would be part of the pattern
   * @param pattern - `*` stands for any characters but `/`, `**` for any folders
   */
  public static fileset(path: string, pattern: string): string[] { return list('fileset', path, pattern); }

  /** A path with a leading `~` replaced by the home directory. */
  public static pathexpand(path: string): string { return text('pathexpand', path); }

  /**
   * The text of a file with values put in.
   *
   * @param path - an asset's `path` or `file(…)`
   * @param variables - what the file's `${…}` may refer to
   */
  public static templatefile(path: string, variables: { [name: string]: any }): string { return text('templatefile', path, variables); }

  // Times

  /**
   * A time in another format. `time` is as `timestamp` gives it.
   *
   * @param format - with `YYYY`, `MM`, `DD`, `hh`, `mm`, `ss`; other letters between single quotes
   */
  public static formatdate(format: string, time: string): string { return text('formatdate', format, time); }

  /**
   * The time when Packer was started, in UTC.
   *
   * @param format - the reference time of Go in that format, for example `2006-01-02`; RFC 3339 by default
   */
  public static legacyIsotime(format?: string): string { return text('legacy_isotime', ...given(format)); }

  /**
   * The time when Packer was started, in UTC.
   *
   * @param format - with `%Y`, `%m` and so on; RFC 3339 by default
   */
  public static legacyStrftime(format?: string): string { return text('legacy_strftime', ...given(format)); }

  /** A map of the parts of a time: `year`, `month`, `day`, `hour`, `weekday_name`, `unix` and others; see `lookup`. Needs Packer 1.16. */
  public static rfc3339Parse(time: string): IResolvable { return any('rfc3339_parse', time); }

  /**
   * A time that is later, or earlier.
   *
   * @param duration - for example `1h30m` or `-10m`
   */
  public static timeadd(time: string, duration: string): string { return text('timeadd', time, duration); }

  /** The time now, in RFC 3339. Evaluated anew at each use: put it in a `Local` to have one. */
  public static timestamp(): string { return text('timestamp'); }

  /** A map of the parts of a time in seconds since 1970, as `rfc3339Parse` gives it, with `rfc3339` in place of `unix`. Needs Packer 1.16. */
  public static unixTimestampParse(seconds: number): IResolvable { return any('unix_timestamp_parse', seconds); }

  // Hashes and secrets

  /**
   * The bcrypt hash of a text, another one at each use.
   *
   * @param cost - up to 31; 10 by default
   */
  public static bcrypt(value: string, cost?: number): string { return text('bcrypt', value, ...given(cost)); }

  /** The MD5 of the text, in hexadecimal. */
  public static md5(value: string): string { return text('md5', value); }

  /**
   * The text that was encrypted for an RSA key.
   *
   * @param ciphertext - in base64
   * @param privateKey - in PEM, without a password
   */
  public static rsadecrypt(ciphertext: string, privateKey: string): string { return text('rsadecrypt', ciphertext, privateKey); }

  /** The SHA-1 of the text, in hexadecimal. */
  public static sha1(value: string): string { return text('sha1', value); }

  /** The SHA-256 of the text, in hexadecimal. */
  public static sha256(value: string): string { return text('sha256', value); }

  /** The SHA-512 of the text, in hexadecimal. */
  public static sha512(value: string): string { return text('sha512', value); }

  /** A new random UUID at each use. */
  public static uuidv4(): string { return text('uuidv4'); }

  /**
   * The UUID of a name.
   *
   * @param namespace - `dns`, `url`, `oid`, `x500` or a UUID
   */
  public static uuidv5(namespace: string, name: string): string { return text('uuidv5', namespace, name); }

  // Networks

  /**
   * The address of a host in a network.
   *
   * @param prefix - for example `10.0.0.0/16`
   * @param host - its number; below 0 it counts from the end
   */
  public static cidrhost(prefix: string, host: number): string { return text('cidrhost', prefix, host); }

  /**
   * The network mask of an IPv4 network.
   *
   * @param prefix - for example `10.0.0.0/16`
   */
  public static cidrnetmask(prefix: string): string { return text('cidrnetmask', prefix); }

  /**
   * A network inside of a network.
   *
   * @param prefix - for example `10.0.0.0/16`
   * @param newBits - by how many bits its prefix is longer
   * @param subnet - its number
   */
  public static cidrsubnet(prefix: string, newBits: number, subnet: number): string { return text('cidrsubnet', prefix, newBits, subnet); }

  /**
   * Networks that follow each other inside of a network.
   *
   * @param prefix - for example `10.0.0.0/16`
   * @param newBits - for each, by how many bits its prefix is longer
   */
  public static cidrsubnets(prefix: string, newBits: any[]): string[] { return list('cidrsubnets', prefix, rest(newBits)); }

  // Types and errors

  /** Whether an expression can be evaluated without an error. */
  public static can(expression: any): IResolvable { return any('can', expression); }

  /**
   * A value as another type.
   *
   * @param type - as HCL writes it: `number`, `list(string)`, `object({ port = number })`
   * @throws when `type` is no type
   */
  public static convert(value: any, type: string): IResolvable {
    return any('convert', value, new ExpressionType(type));
  }

  /** The value of the first expression that can be evaluated without an error. */
  public static try(expressions: any[]): IResolvable { return any('try', rest(expressions)); }

  // Values from elsewhere

  /**
   * A secret of AWS Secrets Manager, read when Packer starts.
   *
   * @param key - which value of a secret with several; the only one by default
   */
  public static awsSecretsmanager(name: string, key?: string): string { return text('aws_secretsmanager', name, key); }

  /** A secret of AWS Secrets Manager as it is stored. Needs Packer 1.12. */
  public static awsSecretsmanagerRaw(name: string): string { return text('aws_secretsmanager_raw', name); }

  /** A value of Consul, whose address `CONSUL_HTTP_ADDR` gives. */
  public static consulKey(key: string): string { return text('consul_key', key); }

  /**
   * A variable of the environment that Packer runs in; an empty text when there is none. Packer knows it only in the `default` of a
   * `Variable`; everywhere else it is an error at synth.
   */
  public static env(name: string): string { return text('env', name); }

  /** A secret of Vault, whose address and token `VAULT_ADDR` and `VAULT_TOKEN` give. */
  public static vault(path: string, key: string): string { return text('vault', path, key); }

  private constructor() {}
}

function given(value: any): any[] {
  return value === undefined ? [] : [value];
}
