import { ComponentKind } from '../../src/language/component-schema';

/** Options by their exact names in HCL. */
export type Configuration = { readonly [option: string]: any };

/** A configuration of a component. Files that it names lie in the folder of `rule-files.ts`. */
export interface Configured {
  readonly component: ComponentKind;
  readonly type: string;
  readonly configuration: Configuration;
}

/** A rule of the overlay, with what breaks it and what is near and does not. */
export interface RuleRow {
  readonly component: ComponentKind;
  readonly type: string;
  /** As `rulesOf` spells it. */
  readonly rule: string;
  readonly rejected: Configuration;
  /** A part of what Packer says. */
  readonly says: string;
  readonly accepted: readonly Configuration[];
}

/** What looks like the breach of a rule and is none. */
export interface NearRow extends Configured {
  readonly why: string;
}

/** The rows of one component: the rule, what breaks it, what Packer says, and what does not break it. */
export type Rules = ReadonlyArray<readonly [rule: string, rejected: Configuration, says: string, ...accepted: Configuration[]]>;

export function ruleRows(component: ComponentKind, type: string, rules: Rules): RuleRow[] {
  return rules.map(([rule, rejected, says, ...accepted]) => ({ component, type, rule, rejected, says, accepted }));
}

/** What breaks no rule: an option that Go cannot tell from one that was not given, say. */
export function nearRows(component: ComponentKind, type: string, rows: { readonly [why: string]: Configuration }): NearRow[] {
  return Object.entries(rows).map(([why, configuration]) => ({ component, type, configuration, why }));
}
