import { knownOption } from './known-option';
import { Component } from '../language/element';

/**
 * How to read an artifact.
 *
 * - `id`: Packer's artifact id is the id of the image
 * - `regions`: Packer's artifact id is a list `region:id,region:id`, with one id for each region
 * - `volumes`: Packer's artifact id is such a list of volumes (`vol-…`) and snapshots (`snap-…`), any number for each region
 * - `reference`: Packer's artifact id is `repository:tag`
 * - `run`: Packer's artifact id is a constant, so the id of the run that built it stands for it
 * - `none`: nothing is left of the build
 */
export type ArtifactForm = 'id' | 'regions' | 'volumes' | 'reference' | 'run' | 'none';

/** How to read the artifacts of one builder or post-processor. */
export interface ArtifactGrammar {
  /** Packer's id of the builder, which it writes into its output. */
  readonly builderId: string;
  readonly form: ArtifactForm;
  /** The artifact exists only on the machine that built it. */
  readonly local: boolean;
  /** The artifact has files. */
  readonly files: boolean;
}

/** A row of the table. What some components leave depends on their options. */
type Row = ArtifactGrammar | ((component: Component) => ArtifactGrammar);

/** Images of Amazon. */
function regions(builderId: string): ArtifactGrammar {
  return { builderId, form: 'regions', local: false, files: false };
}

/** Files, to which Packer gives the same id (`File`, `VM`, nothing) in every build. */
function files(builderId: string): ArtifactGrammar {
  return { builderId, form: 'run', local: true, files: true };
}

function none(builderId: string): ArtifactGrammar {
  return { builderId, form: 'none', local: true, files: false };
}

/** An image in the storage of the engine: by its digest, or by what it was tagged with. */
function dockerImage(form: 'id' | 'reference', builderId: string, local = true): ArtifactGrammar {
  return { builderId, form, local, files: false };
}

/** A component that no row knows: its artifact id is taken as it is. */
const UNKNOWN: ArtifactGrammar = { builderId: '', form: 'id', local: false, files: true };

/** By type of source. The one source for the CLI and for the expressions given to Terraform. */
const SOURCES: { readonly [type: string]: Row } = {
  'null': { builderId: 'fnoeding.null', form: 'run', local: true, files: false },
  'file': files('packer.file'),
  'amazon-chroot': regions('mitchellh.amazon.chroot'),
  'amazon-ebs': (source) => (knownOption(source, 'skip_create_ami') === true ? none : regions)('mitchellh.amazonebs'),
  'amazon-ebssurrogate': regions('mitchellh.amazon.ebssurrogate'),
  'amazon-ebsvolume': { builderId: 'mitchellh.amazon.ebsvolume', form: 'volumes', local: false, files: false },
  'amazon-instance': regions('mitchellh.amazon.instance'),
  'docker': (source) => {
    if (knownOption(source, 'discard') === true) { return none('packer.docker'); }
    if (knownOption(source, 'commit') === true) { return dockerImage('id', 'packer.post-processor.docker-import'); }
    return knownOption(source, 'export_path') === undefined ? { ...UNKNOWN, local: true } : files('packer.docker');
  },
  'hyperv-iso': files('MSOpenTech.hyperv'),
  'hyperv-vmcx': files('MSOpenTech.hyperv'),
  'lxc': files('ustream.lxc'),
  'parallels-iso': files('packer.parallels'),
  'parallels-pvm': files('packer.parallels'),
  'qemu': files('transcend.qemu'),
  'virtualbox-iso': files('mitchellh.virtualbox'),
  'virtualbox-ovf': files('mitchellh.virtualbox'),
  'virtualbox-vm': files('mitchellh.virtualbox'),
};

/** By type of post-processor. Those with `same` give the artifact on that they were given. */
const POST_PROCESSORS: { readonly [type: string]: Row | 'same' } = {
  'artifice': files('packer.post-processor.artifice'),
  'checksum': files('packer.post-processor.checksum'),
  'compress': files('packer.post-processor.compress'),
  'manifest': 'same',
  'provenance': 'same',
  'shell-local': 'same',
  'amazon-import': regions('packer.post-processor.amazon-import'),
  'docker-import': dockerImage('reference', 'packer.post-processor.docker-import'),
  'docker-push': dockerImage('reference', 'packer.post-processor.docker-import', false),
  'docker-save': 'same',
  'docker-tag': dockerImage('reference', 'packer.post-processor.docker-tag'),
};

/** How to read the artifacts of a source. */
export function grammarOf(source: Component): ArtifactGrammar {
  return read(row(SOURCES, source._componentType), source);
}

/** How to read what a post-processor leaves; `undefined` when that is what it was given. */
export function grammarAfter(postProcessor: Component): ArtifactGrammar | undefined {
  const found = row(POST_PROCESSORS, postProcessor._componentType);
  return found === 'same' ? undefined : read(found, postProcessor);
}

function row<T>(table: { readonly [type: string]: T }, type: string): T | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

function read(found: Row | undefined, component: Component): ArtifactGrammar {
  return typeof found === 'function' ? found(component) : found ?? UNKNOWN;
}
