import { verifyChecksum } from './checksum';
import { KIND_NAMES, KINDS } from './component-kinds';
import { noPlugin } from './errors';
import { ReadFacts } from './facts';
import { AskedComponent, Encoding, readComponents } from './read-components';
import { Deadlines } from './rpc/deadlines';
import { printedBy } from './rpc/printed';

/** The name under which a component is registered that is called like its plugin. */
const DEFAULT_NAME = '-packer-default-plugin-name-';

/** How a plugin's program is read. */
export interface PluginBinaryOptions {
  /** There must be a checksum beside the program. */
  readonly checksumNeeded?: boolean;
  /** Which encoding to ask for, where the plugin knows both. */
  readonly encoding?: Encoding;
  readonly deadlines?: Deadlines;
}

/** The options of all components of a plugin, as its program tells them. */
export async function readPluginBinary(
  plugin: string, file: string, { checksumNeeded = false, encoding, deadlines }: PluginBinaryOptions = {},
): Promise<ReadFacts> {
  await verifyChecksum(file, { needed: checksumNeeded });
  const described = await describe(file);
  const known: Encoding = described.protocol_version === 'v2' ? encoding ?? 'protobuf' : 'gob';
  const components = KIND_NAMES.flatMap((kind) => namesIn(described[KINDS[kind].described]).map((name): AskedComponent => ({
    kind,
    type: name === DEFAULT_NAME ? plugin : `${plugin}-${name}`,
    command: { file, args: ['start', KINDS[kind].command, ...known === 'protobuf' ? ['--protobuf'] : [], name] },
    encoding: known,
  })));
  return { version: String(described.version), ...await readComponents(components, deadlines) };
}

async function describe(file: string): Promise<{ readonly [key: string]: unknown }> {
  const { failure, stdout } = await printedBy(file, ['describe']);
  if (failure) { throw noPlugin(file, `failed (${failure})`); }
  try {
    const described = JSON.parse(stdout);
    if (typeof described?.version === 'string') { return described; }
  } catch {
    // Said below.
  }
  throw noPlugin(file, 'does not print what it contains');
}

function namesIn(described: unknown): string[] {
  return Array.isArray(described) ? described.filter((name): name is string => typeof name === 'string') : [];
}
