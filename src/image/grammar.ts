/**
 * How to read the artifact of a kind of source.
 *
 * - `id`: Packer's artifact id is the id of the image
 * - `regions`: Packer's artifact id is a list `region:id,region:id`
 * - `run`: Packer's artifact id is a constant, so the id of the run that built it stands for it
 */
export type ArtifactForm = 'id' | 'regions' | 'run';

/** One row of the table: the artifacts of one builder. */
export interface ArtifactGrammar {
  /** Packer's id of the builder, which it writes into manifests and output. */
  readonly builderId: string;
  readonly form: ArtifactForm;
  /** The artifact exists only on the machine that built it. */
  readonly local: boolean;
  /** The artifact has files. */
  readonly files: boolean;
}

/** Images of Amazon. */
function regions(builderId: string): ArtifactGrammar {
  return { builderId, form: 'regions', local: false, files: false };
}

/** Files, to which Packer gives the same id (`File`, `VM`) in every build. */
function files(builderId: string): ArtifactGrammar {
  return { builderId, form: 'run', local: true, files: true };
}

/** By type of source. The one source for the CLI and for the expressions given to Terraform. */
const GRAMMARS: { readonly [sourceType: string]: ArtifactGrammar } = {
  'null': { builderId: 'fnoeding.null', form: 'run', local: true, files: false },
  'file': files('packer.file'),
  'amazon-chroot': regions('mitchellh.amazon.chroot'),
  'amazon-ebs': regions('mitchellh.amazonebs'),
  'amazon-ebssurrogate': regions('mitchellh.amazon.ebssurrogate'),
  'amazon-instance': regions('mitchellh.amazon.instance'),
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

/** A builder that no row knows: its artifact id is taken as it is. */
const UNKNOWN: ArtifactGrammar = { builderId: '', form: 'id', local: false, files: true };

/** How to read the artifacts of a type of source. */
export function grammarOf(sourceType: string): ArtifactGrammar {
  return Object.hasOwn(GRAMMARS, sourceType) ? GRAMMARS[sourceType] : UNKNOWN;
}
