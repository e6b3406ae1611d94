import { grammarOf } from 'cdk-packer/lib/image/grammar';
import { escapeTerraform } from './terraform-expression';

/**
 * The resource that remembers the artifact of a target. It keeps what it recorded even when the manifest is gone, and is replaced only
 * when the build is. A record without an id fails at creation, so that the next apply makes it anew; a condition would fail every later
 * plan too.
 */
export function artifactRecord(build: string, targetAddress: string, sourceType: string): any {
  const manifest = `${build}.output`;
  return {
    triggers_replace: [`\${${build}.id}`],
    input: `\${try({ ${recorded(manifest, sourceType)} }, { id = "", run = "", files = [], directory = "" })}`,
    lifecycle: { ignore_changes: ['input'] },
    provisioner: [{
      'local-exec': {
        command: 'test -n "$ID" || { printf \'%s\\n\' "$MESSAGE" >&2; exit 1; }',
        environment: {
          ID: '${self.output.id}',
          MESSAGE: `image ${escapeTerraform(targetAddress)}: its id is unknown, since \${${manifest}} is not there. Either the build was killed before `
            + 'its end, or the work folder was deleted. Build it again, with terraform or tofu: '
            + `cd '\${abspath(path.module)}' && terraform apply -replace=${build}`,
        },
      },
    }],
  };
}

/** What is read from the manifest. Files are relative to their folder, which differs between machines. */
function recorded(manifest: string, sourceType: string): string {
  const { form } = grammarOf(sourceType);
  const built = `jsondecode(file(${manifest})).builds[0]`;
  const id = form === 'run' ? `${built}.packer_run_uuid` : `${built}.artifact_id`;
  return [
    `id = ${id}`,
    `run = ${built}.packer_run_uuid`,
    `files = [for f in coalesce(${built}.files, []) : trimprefix(f.name, "\${abspath(dirname(${manifest}))}/")]`,
    `directory = dirname(${manifest})`,
    ...(form === 'regions' ? [`ids = { for pair in split(",", ${id}) : split(":", pair)[0] => split(":", pair)[1] }`] : []),
  ].join(', ');
}
