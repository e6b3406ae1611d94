import * as fs from 'fs';
import * as path from 'path';
import { digestOfText } from 'cdk-packer/lib/assets/content-digest';
import { PlannedFile } from 'cdk-packer/lib/image/owned-files';
import { templateFiles, textFile } from 'cdk-packer/lib/image/template-files';
import { RenderedTemplate } from 'cdk-packer/lib/language/rendering';

/** The script that runs Packer for Terraform, beside the template. */
export const SUPERVISOR = 'build.sh';
/** The list of what lies in the directory, with digests. */
const SUMS = 'SHA256SUMS';

let supervisor: string | undefined;

/** Everything that lies in the directory of an image under Terraform, and the digest that stands for all of it. */
export interface ImageDirectory {
  readonly files: readonly PlannedFile[];
  readonly digest: string;
}

/** Plans the directory of an image. Reads the local files that it uses, writes nothing. */
export function imageDirectory(rendered: RenderedTemplate, directory: string): ImageDirectory {
  const files = templateFiles(rendered, directory);
  const sums = checksums(files, directory);
  return {
    files: [...files, textFile(`${directory}/${SUMS}`, sums), textFile(`${directory}/${SUPERVISOR}`, supervisorText(), true)],
    digest: digestOfText(sums),
  };
}

function checksums(files: readonly PlannedFile[], directory: string): string {
  const lines = files.flatMap((file) => (file.type === 'copy' || file.type === 'text'
    ? [`${file.sha256}  ${file.path.slice(directory.length + 1)}\n`]
    : []));
  return lines.sort().join('');
}

function supervisorText(): string {
  return (supervisor ??= fs.readFileSync(path.join(__dirname, '..', 'supervisor', SUPERVISOR), 'utf8'));
}
