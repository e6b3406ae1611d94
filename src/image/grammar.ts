import { possibleCases } from './artifact-case';
import { ArtifactCase, ArtifactForm, ArtifactParts } from '../language/artifact-schema';
import { Component } from '../language/element';
import { kindOf } from '../language/element-kind';
import { ARTIFACT_FACTS } from '../plugins/artifact-facts';

/** How to read the artifacts of one builder or post-processor. The one source for the CLI and for the expressions given to Terraform. */
export interface ArtifactGrammar {
  /** Packer's id of the builder, which it writes into its output; empty when it is not known. */
  readonly builderId: string;
  readonly form: ArtifactForm;
  /** The artifact exists only on the machine that built it. */
  readonly local: boolean;
  /** The artifact has files. */
  readonly files: boolean;
  /** The options that name the regions of the artifact. */
  readonly regions: readonly string[];
  /** Regular expressions that find parts in Packer's artifact id. */
  readonly parts: ArtifactParts;
  /** The option with which nothing is left of the build. */
  readonly because?: string;
}

/** A component that nobody described: its artifact id is taken as it is. */
const UNKNOWN: ArtifactGrammar = { builderId: '', form: 'id', local: false, files: true, regions: [], parts: {} };

/** How to read the artifacts of a source. */
export function grammarOf(source: Component): ArtifactGrammar {
  return grammarAfter(source) ?? UNKNOWN;
}

/** How to read what a post-processor leaves; `undefined` when that is what it was given. */
export function grammarAfter(component: Component): ArtifactGrammar | undefined {
  const cases = possibleCases(component, factsOn(component));
  if (cases.length === 0) { return UNKNOWN; }
  const grammars = cases.filter(({ same }) => !same).map(grammarOfCase);
  // Who asks for an artifact expects one, and one of its own.
  const left = grammars.filter(({ form }) => form !== 'none');
  const nothing = cases.length > grammars.length ? undefined : grammars[0];
  return left.length > 0 ? left.reduce(either) : nothing;
}

function factsOn(component: Component): readonly ArtifactCase[] {
  const key = `${kindOf(component)} ${component._componentType}`;
  return Object.hasOwn(ARTIFACT_FACTS, key) ? ARTIFACT_FACTS[key] : [];
}

function grammarOfCase(one: ArtifactCase): ArtifactGrammar {
  const { builderId = '', form = 'id', local = false, files = false, regions = [], parts = {}, when } = one;
  return { builderId, form, local, files, regions, parts, ...(form === 'none' && when ? { because: when.option } : {}) };
}

/** What can be said, and asked for, when it is known only later which of two grammars counts. */
function either(one: ArtifactGrammar, other: ArtifactGrammar): ArtifactGrammar {
  const names = Object.keys({ ...one.parts, ...other.parts }) as Array<keyof ArtifactParts>;
  return {
    builderId: one.builderId === other.builderId ? one.builderId : '',
    form: one.form === other.form ? one.form : 'id',
    local: one.local || other.local,
    files: one.files || other.files,
    regions: [...new Set([...one.regions, ...other.regions])],
    parts: Object.fromEntries(names
      .filter((name) => name !== 'id' || (one.parts.id !== undefined && other.parts.id !== undefined))
      .map((name) => [name, eitherExpression(one.parts[name], other.parts[name])])),
  };
}

function eitherExpression(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined || one === other ? one ?? other : `(?:${one})|(?:${other})`;
}
