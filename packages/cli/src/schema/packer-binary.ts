import { readFile } from 'node:fs/promises';
import { KIND_NAMES, KINDS } from './component-kinds';
import { noPacker } from './errors';
import { ReadFacts } from './facts';
import { AskedComponent, Encoding, readComponents } from './read-components';
import { printedBy } from './rpc/printed';

/** The options of the components that Packer brings along, as its program tells them. */
export async function readPackerBinary(file: string, { encoding }: { readonly encoding?: Encoding } = {}): Promise<ReadFacts> {
  const version = await versionOf(file);
  const help = await printedBy(file, ['execute', '--help']);
  const text = help.stdout + help.stderr;
  const knowsProtobuf = text.includes('--protobuf');
  // Before Packer 1.11 the command had another name.
  const command = text.includes('packer execute') ? 'execute' : 'plugin';
  const used: Encoding = knowsProtobuf ? encoding ?? 'protobuf' : 'gob';
  const components = (await componentsIn(file)).map(({ kind, type }): AskedComponent => ({
    kind,
    type,
    command: { file, args: [command, ...used === 'protobuf' ? ['--protobuf'] : [], `packer-${KINDS[kind].command}-${type}`] },
    encoding: used,
  }));
  return { version, ...await readComponents(components) };
}

async function versionOf(file: string): Promise<string> {
  const { failure, stdout } = await printedBy(file, ['version']);
  const [, version] = /^Packer v(\S+)/.exec(stdout) ?? [];
  if (failure || !version) { throw noPacker(file, failure ? `failed (${failure})` : 'prints no version'); }
  return version;
}

const ROOT = 'github.com/hashicorp/packer/';
const METHOD = /^(builder|provisioner|post-processor|datasource)\/([\w/-]+)\.\(\*\w+\)\.ConfigSpec/;
/** Longer than any name of a method. */
const LONGEST = 200;

/** The components whose methods the program contains: a Go program keeps their names, and Packer does not tell them otherwise. */
async function componentsIn(file: string): Promise<Array<Pick<AskedComponent, 'kind' | 'type'>>> {
  const program = await readFile(file);
  const found = new Map<string, Pick<AskedComponent, 'kind' | 'type'>>();
  for (let place = program.indexOf(ROOT); place >= 0; place = program.indexOf(ROOT, place + ROOT.length)) {
    const text = program.toString('latin1', place + ROOT.length, place + LONGEST);
    const [, command, path] = METHOD.exec(text) ?? [];
    if (!command) { continue; }
    const kind = KIND_NAMES.find((name) => KINDS[name].command === command)!;
    const type = path.slice(path.lastIndexOf('/') + 1);
    found.set(`${kind} ${type}`, { kind, type });
  }
  return [...found.values()];
}
