/** A local path that an image uses does not exist. */
export function assetNotFound(file: string, absolute: string): Error {
  const place = file === absolute ? '' : `It was looked for at '${absolute}'. `;
  return new Error(
    `the file or folder '${file}' does not exist. ${place}Relative paths start at the nearest folder upwards that has a cdktf.json or `
    + 'cdk-packer.json, else at the working directory. If it appears only while the image is built, use RuntimePath.of(…).',
  );
}

/** A path that cannot be copied into the image directory. */
export function assetNotAFile(file: string, kind: string): Error {
  return new Error(
    `'${file}' is ${kind}, and only files, folders and links to them can be part of an image. `
    + 'Leave it out with Asset.of(path, { exclude: […] }) or move it elsewhere.',
  );
}

/** A path that only Packer will know. */
export function assetPathUnknown(): Error {
  return new Error(
    'the path of an asset contains a reference, whose value will be known only later, and an asset is copied and hashed before. '
    + 'Give a path on this machine, or use RuntimePath.of(…) for one that appears only while the image is built.',
  );
}

/** A file of an asset that does not lie in it. */
export function assetFileOutside(folder: string, name: string): Error {
  return new Error(
    `'${name}' does not lie in '${folder}', of which only what lies in it is copied. Make an Asset of a folder above both, or another one of the file.`,
  );
}

/** A link that points to nothing. */
export function assetBrokenLink(file: string, target: string): Error {
  return new Error(
    `'${file}' is a link to '${target}', which does not exist. Repair the link, or leave it out with Asset.of(path, { exclude: […] }).`,
  );
}

/** Links that lead back into a folder they are part of. */
export function assetLinkCycle(file: string): Error {
  return new Error(`'${file}' is a link that leads back to itself or to a folder that contains it, so the copy would never end. Remove the link or exclude it.`);
}

/** The operating system refused to read a file. */
export function assetUnreadable(file: string, reason: string): Error {
  return new Error(`'${file}' cannot be read (${reason}). Its content is part of the image: give this user permission to read it.`);
}

/** A file changed between hashing and copying. */
export function assetChanged(file: string): Error {
  return new Error(
    `'${file}' changed while it was being synthesized, so its fingerprint would not be that of the copy. Synthesize again.`,
  );
}

/** A file name that cannot be listed safely. */
export function assetNameUnusable(file: string): Error {
  return new Error(`the name of ${JSON.stringify(file)} contains a line break or a backslash, which cannot be listed safely. Rename it.`);
}
