import { Component } from '../language/element';
import { isPlainObject } from '../language/expression-nodes';
import { withOverrides } from '../language/override';
import { Source } from '../language/source';
import { isForeignNumber, looksForeign } from '../references/foreign-values';
import { decodeNumber } from '../references/interned';
import { hasMark } from '../references/mark';

/** Stands for a value that a reference is a part of, which is known only later. */
export const LATE = Symbol('late');

/** The value of an option as far as the program knows it: `undefined` when it is not given, `LATE` when it refers to something. */
export function knownOption(component: Component, name: string): unknown {
  const value = optionOf(component, name);
  return isLiteral(value) ? value : LATE;
}

/** Whether an option has a value that is not empty, as plugins see it; `undefined` when that is known only later. */
export function isGiven(component: Component, name: string): boolean | undefined {
  const value = optionOf(component, name);
  if (Array.isArray(value)) { return value.length > 0; }
  if (typeof value === 'object' && value !== null && isPlainObject(value)) { return Object.keys(value).length > 0; }
  return isLiteral(value) ? Boolean(value) : undefined;
}

/** The value of an option, overrides and the source that is extended included. */
function optionOf(component: Component, name: string): unknown {
  const value = configurationOf(component)[name] ?? undefined;
  const base = (component as Partial<Source>)._base;
  return value === undefined && base ? optionOf(base, name) : value;
}

function configurationOf(component: Component): { readonly [name: string]: unknown } {
  try {
    return withOverrides(component._configuration, component._overrides ?? []);
  } catch {
    // The bad path is a problem of the template, which reports it.
    return component._configuration;
  }
}

function isLiteral(value: unknown): boolean {
  switch (typeof value) {
    case 'undefined':
    case 'boolean': return true;
    case 'string': return !hasMark(value) && !looksForeign(value);
    case 'number': return decodeNumber(value) === undefined && !isForeignNumber(value);
    default: return Array.isArray(value) && value.every(isLiteral);
  }
}
