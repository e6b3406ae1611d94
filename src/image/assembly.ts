import { Fingerprint } from './fingerprint';
import { ArtifactForm, ArtifactParts } from '../language/artifact-schema';
import { ArtifactPart } from '../references/foreign-values';

/** The number of the format of `images.json`. */
export const ASSEMBLY_VERSION = 1;

/** The name of the file, one in each output directory. */
export const ASSEMBLY_FILE = 'images.json';

/**
 * What a directory of images contains: the contract between this library and programs that build. Its JSON Schema is
 * `schema/images.schema.json`. The files of its images are the index of what synthesis owns.
 */
export interface Assembly {
  readonly version: number;
  readonly images: readonly AssemblyImage[];
}

/** One image. */
export interface AssemblyImage {
  /** The path of the construct. */
  readonly path: string;
  /** The directory of the template, relative to the assembly. */
  readonly directory: string;
  readonly packerVersion: string;
  readonly plugins: { readonly [name: string]: { readonly source: string; readonly version: string } };
  readonly variables: readonly AssemblyVariable[];
  readonly targets: readonly AssemblyTarget[];
  readonly files: readonly AssemblyFile[];
  readonly warnings: ReadonlyArray<{ readonly path: string; readonly message: string }>;
}

/** A variable that needs a value. Values are never in the assembly. */
export interface AssemblyVariable {
  readonly name: string;
  readonly sensitive: boolean;
  /** `lifted` from the framework's own values, an artifact of a `parent`, or given by the `user`. */
  readonly from: 'lifted' | 'parent' | 'user';
  /** The address of the parent's target and the part of its artifact, when it is from a parent. */
  readonly parent?: { readonly address: string; readonly part: ArtifactPart };
  /** No target of the image uses it. Packer still wants a value, and any will do: an empty text. */
  readonly unused?: true;
}

/** One source of one image. */
export interface AssemblyTarget {
  readonly address: string;
  /** `<type>.<name>`, after the name of a named build and a dot, as `packer build -only` takes it. */
  readonly source: string;
  readonly fingerprint: Fingerprint;
  readonly grammar: AssemblyGrammar;
  /** Regions that the artifact is in, where it is one of regions and they are known. */
  readonly regions: readonly string[];
  readonly local: boolean;
  /** The artifacts at the ends of the chains of post-processors that it goes through. */
  readonly chains: readonly AssemblyChain[];
  /** The manifest that Packer writes, relative to the work folder. */
  readonly manifest: string;
  /** Addresses of the targets whose artifacts it uses. */
  readonly parents: readonly string[];
  /** Inputs that the fingerprint cannot see. */
  readonly notCovered: readonly string[];
}

/** How to read an artifact. */
export interface AssemblyGrammar {
  readonly builderId: string;
  readonly form: ArtifactForm;
  /** Regular expressions that find parts in Packer's artifact id; absent when it has none. */
  readonly parts?: ArtifactParts;
}

/** The artifact at the end of a chain of post-processors. */
export interface AssemblyChain {
  /** Counts the chains of the build from 1. */
  readonly number: number;
  readonly grammar: AssemblyGrammar;
  readonly regions: readonly string[];
  readonly local: boolean;
  readonly manifest: string;
}

/** One file that synthesis wrote. */
export interface AssemblyFile {
  /** Relative to the assembly, with forward slashes. */
  readonly path: string;
  /** Of the bytes, or of the target of a link; of nothing for a folder. */
  readonly sha256: string;
  readonly executable: boolean;
  /** It is a link. */
  readonly link?: true;
  /** It is an empty folder. Other folders are there because of what lies in them. */
  readonly folder?: true;
}
