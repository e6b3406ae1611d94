import { PluginAddress } from '../project/plugin-address';
import { ReadFacts, readPluginBinary, readPluginSource } from '../schema';

/** Reads a plugin's options from its program or from its sources. */
export async function readFrom(
  { name, version }: PluginAddress, from: { readonly binary: string; readonly checksumNeeded: boolean } | { readonly source: string },
): Promise<ReadFacts> {
  if ('source' in from) { return readPluginSource(name, from.source, { version }); }
  return readPluginBinary(name, from.binary, { checksumNeeded: from.checksumNeeded });
}
