import { Condition } from './component-schema';
import { ArtifactPartName } from '../references/foreign-values';

/**
 * How to read an artifact.
 *
 * - `id`: Packer's artifact id is the id of the image, or the part `id` finds it there
 * - `regions`: Packer's artifact id is a list `region:id,region:id`, with one id for each region
 * - `volumes`: Packer's artifact id is such a list of volumes (`vol-…`) and snapshots (`snap-…`), any number for each region
 * - `reference`: Packer's artifact id is `repository:tag`; the tag `latest` may be left out
 * - `run`: Packer's artifact id is a constant, so the id of the run that built it stands for it
 * - `none`: nothing is left of the build
 */
export type ArtifactForm = 'id' | 'regions' | 'volumes' | 'reference' | 'run' | 'none';

/**
 * Regular expressions that find parts in Packer's artifact id: in what RE2 and JavaScript have in common, with one group. `id` is there
 * where the id that is meant is not all of it.
 */
export type ArtifactParts = { readonly [part in ArtifactPartName | 'id']?: string };

/** What a component leaves, under a condition. */
export interface ArtifactCase {
  /** When it counts; absent: always. */
  readonly when?: Condition;
  /** The artifact that the component was given. */
  readonly same?: true;
  /** Packer's id of the builder, which it writes into its output. Absent when it is not known. */
  readonly builderId?: string;
  /** `id` when it is absent. */
  readonly form?: ArtifactForm;
  /** The artifact exists only on the machine that built it. */
  readonly local?: boolean;
  /** The artifact has files. */
  readonly files?: boolean;
  /** The options that name the regions of the artifact: first that of the build, which the environment may give too, then those of copies. */
  readonly regions?: readonly string[];
  readonly parts?: ArtifactParts;
}

/** What components leave, by kind and type (`source docker`): of the cases the first one that holds. */
export interface ArtifactFacts {
  readonly [component: string]: readonly ArtifactCase[];
}
