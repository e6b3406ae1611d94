import * as errors from './errors';
import { isPlainObject } from './expression-nodes';

/** A value set by `addOverride`. */
export interface Override {
  readonly path: string;
  readonly value: any;
}

/** The names in an override's path; `\.` is a dot in a name. */
export function pathSegments(path: string): string[] {
  return path.split(/(?<!\\)\./).map((segment) => segment.replace(/\\\./g, '.'));
}

/**
 * A copy of `options` with the overrides applied in order.
 *
 * @throws when a path leads nowhere
 */
export function withOverrides(options: { [name: string]: any }, overrides: readonly Override[]): { [name: string]: any } {
  const result = { ...options };
  for (const { path, value } of overrides) {
    const segments = pathSegments(path);
    if (segments.some((segment) => segment === '' || segment === '__proto__')) { throw errors.overridePath(path, path); }
    apply(result, segments, value, path);
  }
  return result;
}

function apply(target: any, segments: string[], value: any, path: string): void {
  const [segment, ...rest] = segments;
  const key = Array.isArray(target) ? listIndex(target, segment, path) : segment;
  if (rest.length === 0) {
    if (value !== undefined) {
      target[key] = value;
    } else if (Array.isArray(target)) {
      target.splice(key as number, 1);
    } else {
      delete target[key];
    }
    return;
  }
  const next = target[key];
  if (Array.isArray(next)) {
    target[key] = [...next];
  } else if (typeof next === 'object' && next !== null && isPlainObject(next)) {
    target[key] = { ...next };
  } else {
    throw errors.overridePath(path, segment);
  }
  apply(target[key], rest, value, path);
}

function listIndex(list: any[], segment: string, path: string): number {
  const index = Number(segment);
  if (!/^\d+$/.test(segment) || index >= list.length) { throw errors.overridePath(path, segment); }
  return index;
}
