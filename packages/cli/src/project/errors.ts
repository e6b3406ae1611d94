import { Failure, UsageError } from '../failure';

export function badAddress(text: string): UsageError {
  const hint = text.includes('packer-plugin-') ? ' The name is that of the repository without `packer-plugin-`.' : '';
  return new UsageError(`${JSON.stringify(text)} is no address of a plugin. Give it as in required_plugins, with the version after an @ if it matters: `
    + `github.com/hashicorp/docker@1.1.2.${hint}`);
}

export function badVersion(text: string, version: string): UsageError {
  return new UsageError(`${text}: ${JSON.stringify(version)} is no version. Give one exactly, as in ${text.split('@')[0]}@1.1.2, or none to take the newest `
    + 'that is installed.');
}

export function badSettings(file: string, reason: string): Failure {
  return new Failure(`${file}: ${reason}. It looks like this: {"plugins": ["github.com/hashicorp/docker@1.1.2"]}`);
}
