import { byCodePoint } from '../references/code-point';

/**
 * JSON with sorted keys and no spaces: the same value gives the same text in every program.
 *
 * @param known - texts of parts that are known already
 */
export function canonicalJson(value: unknown, known?: ReadonlyMap<unknown, string>): string {
  if (typeof value !== 'object' || value === null) { return JSON.stringify(value) ?? 'null'; }
  const text = known?.get(value);
  if (text !== undefined) { return text; }
  if (Array.isArray(value)) { return `[${value.map((item) => canonicalJson(item, known)).join(',')}]`; }
  const map = value as { [key: string]: unknown };
  let items = '';
  for (const key of Object.keys(map).sort(byCodePoint)) {
    if (map[key] === undefined) { continue; }
    items += `${items === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(map[key], known)}`;
  }
  return `{${items}}`;
}
