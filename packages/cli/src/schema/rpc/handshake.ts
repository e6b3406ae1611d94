import { isIP } from 'node:net';

/** Where a component listens. */
export type Address = { readonly path: string } | { readonly host: string; readonly port: number };

/** What Packer's plugin protocol is called in the handshake; any minor version of it has these calls. */
const MAJOR = '5';

/** Reads the line `5|0|unix|<socket>` or `5|0|tcp|127.0.0.1:<port>` with which a component says where it listens. */
export function addressIn(line: string): Address {
  const [major, minor, network, ...rest] = line.split('|');
  const address = rest.join('|');
  if (rest.length === 0 || !/^\d+$/.test(major) || !/^\d+$/.test(minor)) {
    throw new Error(`it did not say where it listens, but ${JSON.stringify(line.slice(0, 200))}`);
  }
  if (major !== MAJOR) { throw new Error(`it speaks version ${major} of the plugin protocol, and this reads version ${MAJOR}`); }
  if (network === 'unix' && address !== '') { return { path: address }; }
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  // It is a child of this process: whatever listens elsewhere is something else.
  if (network === 'tcp' && isIP(host) === 4 && host.startsWith('127.') && Number(port) < 65_536) { return { host, port: Number(port) }; }
  throw new Error(`it listens where nothing can connect to: ${JSON.stringify(`${network}|${address}`.slice(0, 200))}`);
}
