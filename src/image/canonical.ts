import { byCodePoint } from '../references/code-point';

/** JSON with sorted keys and no spaces: the same value gives the same text in every program. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) { return `[${value.map(canonicalJson).join(',')}]`; }
  if (typeof value === 'object' && value !== null) {
    const map = value as { [key: string]: unknown };
    const items = Object.keys(map).sort(byCodePoint)
      .filter((key) => map[key] !== undefined)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(map[key])}`);
    return `{${items.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
