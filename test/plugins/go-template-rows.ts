import * as fs from 'fs';
import * as path from 'path';
import { Configuration } from './rule-rows';
import { ComponentKind, GoTemplateKind } from '../../src/language/component-schema';

/** Escaped once. */
export const PROBE = '{{`{{`}} .Foo }}';

/** What becomes of it. */
export const ARRIVES: { readonly [kind in Exclude<GoTemplateKind, 'purpose'>]: string } = {
  none: PROBE,
  once: '{{ .Foo }}',
  fixpoint: '<no value>',
};

/** What a build left: its folder, and what it said. */
export interface Built {
  readonly folder: string;
  readonly output: string;
}

/** A component with the probe in one of its options. */
export interface GoTemplateRow {
  readonly component: ComponentKind;
  readonly type: string;
  readonly option: string;
  readonly configuration: Configuration;
  /** Steps after it in its chain. */
  readonly then?: readonly object[];
  /** What arrived of the probe. */
  readonly arrived: (built: Built) => string;
}

/** Files by these names exist, each with what the probe became in its name as content. */
export const NAMES = ['named', 'listed'];

export function named(name: string, text = PROBE): string {
  return `${name} ${text}`;
}

/** The content of a file. */
export function content(file: string): (built: Built) => string {
  return ({ folder }) => fs.readFileSync(path.join(folder, file), 'utf8').trim();
}

/** The rest of the name of the file, or of a path in one, that begins in this way. */
export function nameAfter(start: string): (built: Built) => string {
  return ({ folder }) => fs.readdirSync(folder).filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)).join();
}

/** What is said between two texts on one line, or between one and the end of the line. */
export function said(before: string, after = ''): (built: Built) => string {
  return ({ output }) => output.split('\n').find((line) => line.includes(before) && line.includes(after))!.split(before)[1].split(after || '\n')[0];
}

/** A value in a JSON file. */
export function value(file: string, ...keys: Array<string | number>): (built: Built) => string {
  return (built) => keys.reduce((at, key) => at[key], JSON.parse(content(file)(built)));
}
