import { Failure } from '../failure';

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
