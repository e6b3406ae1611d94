import { Component } from '../language/element';
import { withOverrides } from '../language/override';
import { Source } from '../language/source';
import { looksForeign } from '../references/foreign-values';
import { hasMark } from '../references/mark';

/** Stands for a value that a reference is a part of, which is known only later. */
export const LATE = Symbol('late');

/** The value of an option as far as the program knows it: `undefined` when it is not given, `LATE` when it refers to something. */
export function knownOption(component: Component, name: string): unknown {
  const value = configurationOf(component)[name] ?? undefined;
  const base = (component as Partial<Source>)._base;
  if (value === undefined && base) { return knownOption(base, name); }
  return isLiteral(value) ? value : LATE;
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
    default: return Array.isArray(value) && value.every(isLiteral);
  }
}
