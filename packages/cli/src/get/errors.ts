import { Failure, UsageError } from '../failure';

export function notInstalled(plugin: string, command: string, directory: string, installed: readonly string[]): Failure {
  const others = installed.length > 0 ? `; installed are ${installed.join(', ')}` : '';
  return new Failure(`${plugin} is not installed in ${directory}${others}. Install it, or let this command do it with --install:\n\n  ${command}`);
}

export function packerMissing(command: string): Failure {
  return new Failure(`packer is not on PATH, so \`${command}\` cannot run. Install it from https://developer.hashicorp.com/packer/install`);
}

export function installFailed(command: string): Failure {
  return new Failure(`\`${command}\` failed: see what Packer says above.`);
}

export function whosePlugin(file: string): UsageError {
  return new UsageError(`${file} does not lie in a folder of installed plugins, so its address is not known. Give it too: `
    + `cdk-packer get github.com/OWNER/NAME --binary ${file}`);
}

export function onePlugin(option: string): UsageError {
  return new UsageError(`${option} belongs to one plugin. Name one, as in cdk-packer get github.com/OWNER/NAME ${option} …`);
}

export function nothingToGet(file: string): UsageError {
  return new UsageError(`There is nothing to get: ${file} lists no plugins. Name one, as in cdk-packer get github.com/hashicorp/docker@1.1.2`);
}

export function otherVersion(plugin: string, wanted: string, found: string): Failure {
  return new Failure(`${plugin}: version ${wanted} was asked for, but the program is version ${found}. Ask for ${found}, or name another program.`);
}

export function sameName(name: string, sources: readonly string[]): UsageError {
  return new UsageError(`${sources.join(' and ')} are both called ${name}, so their classes would be in the same folder. `
    + 'Take one of them out of the list, and get it with --output into another folder.');
}

export function notGenerated(folder: string, file: string): Failure {
  return new Failure(`${folder} is not replaced, because ${file} in it was not written by cdk-packer get. Move the file away, or choose another folder `
    + 'with --output.');
}

export function nothingRead(plugin: string): Failure {
  return new Failure(`${plugin}: no component could be read, so nothing was written.`);
}
