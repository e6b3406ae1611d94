import { Failure, UsageError } from '../failure';

/** The plugin protocol broke down; `how` is how the process ended, if it did, and `stderr` the end of what it said. */
export function componentFailed(cause: Error, how: string | undefined, stderr: string): Error {
  const said = stderr === '' ? '' : `\n${stderr.split('\n').slice(-10).map((line) => `  ${line}`).join('\n')}`;
  return new Error(`${cause.message}${how ? `; the process ${how}` : ''}${said}`, { cause });
}

export function noChecksum(file: string): Failure {
  return new Failure(`${file}: beside it there is no ${file}_SHA256SUM, so Packer does not use it either. `
    + 'Install it with `packer plugins install`, which puts the checksum there.');
}

export function wrongChecksum(file: string): Failure {
  return new Failure(`${file}: its checksum is not the one in ${file}_SHA256SUM, so it was changed after it was installed, and was not started. `
    + 'Install it anew with `packer plugins install --force`.');
}

export function noFile(file: string): Failure {
  return new Failure(`${file}: there is no such file. Name the plugin's program.`);
}

export function noPlugin(file: string, reason: string): Failure {
  return new Failure(`${file}: it is no plugin of Packer: \`describe\` ${reason}. Name the program of a plugin, which is called packer-plugin-….`);
}

export function noPacker(file: string, reason: string): Failure {
  return new Failure(`${file}: it is not Packer: \`version\` ${reason}.`);
}

export function noGoModule(folder: string): Failure {
  return new Failure(`${folder}: there is no go.mod with a module, so these are no sources of a plugin. Name the folder that the plugin's repository is in.`);
}

export function noVersion(plugin: string, folder: string): UsageError {
  return new UsageError(`${folder}: sources do not say which version they are. Give it with the address: …/${plugin}@1.0.0`);
}

export function noRegistrations(file: string): Failure {
  return new Failure(`${file}: no component is registered in it. Name the folder of a plugin's repository.`);
}

/** @param place the line, counted from zero */
export function unknownLine(file: string, place: number, line: string, what: string): Failure {
  return new Failure(`${file}:${place + 1}: ${what} is written in a form that is not known: ${line.trim()}\nRead the plugin from its program instead, with --binary.`);
}

export function noConfigType(file: string, place: number | undefined, method: string): Failure {
  return new Failure(`${file}${place === undefined ? '' : `:${place + 1}`}: ${method} tells the options in a form that is not known. `
    + 'Read the plugin from its program instead, with --binary.');
}

export function noPackage(path: string): Failure {
  return new Failure(`the sources of ${path} are not in this folder. Put them there with \`go mod vendor\`, or read the plugin from its program, with --binary.`);
}

export function noSpec(path: string, struct: string): Failure {
  return new Failure(`${struct} of ${path} is in no *.hcl2spec.go of this folder. Put it there with \`go mod vendor\`, or read the plugin from its program, `
    + 'with --binary.');
}
