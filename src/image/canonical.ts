import { byCodePoint } from '../references/code-point';

/** Printable ASCII but quotes and backslashes: stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * JSON with sorted keys and no spaces: the same value gives the same text in every program.
 *
 * @param known - texts of parts that are known already
 */
export function canonicalJson(value: unknown, known?: ReadonlyMap<unknown, string>): string {
  if (typeof value === 'string') { return quoted(value); }
  if (typeof value !== 'object' || value === null) { return JSON.stringify(value) ?? 'null'; }
  const text = known?.get(value);
  if (text !== undefined) { return text; }
  if (Array.isArray(value)) {
    return value.every(hasNoKeys) ? JSON.stringify(value) : `[${value.map((item) => canonicalJson(item, known)).join(',')}]`;
  }
  const map = value as { [key: string]: unknown };
  let items = '';
  for (const key of Object.keys(map).sort(byCodePoint)) {
    if (map[key] === undefined) { continue; }
    items += `${items === '' ? '' : ','}${quoted(key)}:${canonicalJson(map[key], known)}`;
  }
  return `{${items}}`;
}

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function hasNoKeys(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Array.isArray(value) && value.every(hasNoKeys));
}
