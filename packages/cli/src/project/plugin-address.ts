import { valid } from 'semver';
import { badAddress, badVersion } from './errors';

/** A plugin, as a project names it: `github.com/hashicorp/docker@1.1.2`. */
export interface PluginAddress {
  /** Its address, as in `required_plugins`. */
  readonly source: string;
  /** Its own name: the last part of the address. */
  readonly name: string;
  readonly owner: string;
  readonly version?: string;
}

const PART = /^[A-Za-z0-9][\w.-]*$/;

export function pluginAddress(text: string): PluginAddress {
  const [source, version, ...more] = text.split('@');
  const [host, owner, name, ...rest] = source.split('/');
  if (more.length > 0 || rest.length > 0 || !host?.includes('.') || ![host, owner, name].every((part) => part && PART.test(part))) { throw badAddress(text); }
  if (name.startsWith('packer-')) { throw badAddress(text); }
  if (version !== undefined && !valid(version)) { throw badVersion(text, version); }
  return { source, name, owner, ...version !== undefined && { version: valid(version)! } };
}

export function written({ source, version }: PluginAddress): string {
  return version === undefined ? source : `${source}@${version}`;
}
