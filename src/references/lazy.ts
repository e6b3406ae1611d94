import { encodeNumber, intern } from './interned';
import { encodeMark } from './mark';
import { IResolvable, markResolvable } from './resolvable';

/** Produces a string when the tree is rendered. */
export interface IStringProducer {
  /** The string, or nothing to leave the option out. May itself contain references. */
  produce(): string | undefined;
}

/** Produces a number when the tree is rendered. */
export interface INumberProducer {
  /** The number, or nothing to leave the option out. */
  produce(): number | undefined;
}

/** Produces a list of strings when the tree is rendered. */
export interface IListProducer {
  /** The list, or nothing to leave the option out. */
  produce(): string[] | undefined;
}

/** Produces any value when the tree is rendered. */
export interface IAnyProducer {
  /** The value, or nothing to leave the option out. */
  produce(): any;
}

/**
 * Values that are computed when the tree is rendered, after the whole tree was built.
 *
 * A producer is asked once for every rendering (`toJson`, validation, synthesis): it must be a pure function of the tree.
 *
 * @example
 * class Install implements IStringProducer {
 *   public readonly packages: string[] = [];
 *   public produce() {
 *     return `apt-get -y install ${this.packages.join(' ')}`;
 *   }
 * }
 * declare const web: Image;
 * const install = new Install();
 * new ShellProvisioner(web, 'packages', { inline: [Lazy.stringValue(install)] });
 * install.packages.push('nginx');
 */
export class Lazy {
  /** A string known later; usable inside longer strings too. */
  public static stringValue(producer: IStringProducer): string {
    return encodeMark({ node: { kind: 'late', id: intern(new LateValue(producer)) } });
  }

  /** A number known later. */
  public static numberValue(producer: INumberProducer): number {
    return encodeNumber({ kind: 'late', id: intern(new LateValue(producer)) });
  }

  /** A list of strings known later. Nothing can be added to it. */
  public static listValue(producer: IListProducer): string[] {
    return [encodeMark({ node: { kind: 'late', id: intern(new LateValue(producer)) }, list: true })];
  }

  /** Any value known later: a boolean, a map, a list of objects. */
  public static anyValue(producer: IAnyProducer): IResolvable {
    return new LateValue(producer);
  }

  private constructor() {}
}

class LateValue implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly producer: { produce(): any }) {
    markResolvable(this);
  }

  public resolve(): any {
    return this.producer.produce();
  }

  public toString(): string {
    return encodeMark({ node: { kind: 'late', id: intern(this) } });
  }
}
