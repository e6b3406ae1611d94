import { ForeignValue, ForeignValues } from '../../src/references/foreign-values';

/** Values of a framework of its own: `@{name}` in strings, and these objects. */
export class FakeToken {
  constructor(public readonly name: string, public readonly type: 'string' | 'number' | 'list') {}

  public resolve(): never {
    throw new Error('only the framework can resolve it');
  }
}

/** Recognises them. A name that begins with `secret` is sensitive, one that begins with `literal` is known. */
export class FakeValues implements ForeignValues {
  public split(text: string): Array<string | ForeignValue> | undefined {
    const parts = text.split(/@\{(\w+)\}/);
    return parts.length === 1 ? undefined : parts.map((part, index) => (index % 2 === 0 ? part : value(part, 'string'))).filter((part) => part !== '');
  }

  public recognise(candidate: unknown): ForeignValue | undefined {
    if (candidate instanceof FakeToken) { return value(candidate.name, candidate.type === 'string' ? 'string' : 'json'); }
    if (Array.isArray(candidate) && candidate.length === 1 && candidate[0] === '@{list}') { return value('list', 'json'); }
    return undefined;
  }
}

function value(name: string, type: any): ForeignValue {
  if (name.startsWith('literal')) { return { literal: '${known} {{' }; }
  return { expression: `fake.${name}`, type, sensitive: name.startsWith('secret'), artifacts: [] };
}
