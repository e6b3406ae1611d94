import { chainsOf, productionAfter } from 'cdk-packer/lib/image/artifact-place';
import { ArtifactGrammar } from 'cdk-packer/lib/image/grammar';
import { Target, targetAddress } from 'cdk-packer/lib/image/target';
import { escapeTerraform } from './terraform-expression';

/**
 * The resource that remembers the artifact of a target. It keeps what it recorded even when the manifest is gone, and is replaced only
 * when the build is. A record without an id fails at creation, so that the next apply makes it anew; a condition would fail every later
 * plan too.
 */
export function artifactRecord(build: string, target: Target): any {
  const manifest = `${build}.output`;
  return {
    triggers_replace: [`\${${build}.id}`],
    input: `\${try({ ${recorded(manifest, target)} }, { id = "", run = "", files = [], directory = "" })}`,
    lifecycle: { ignore_changes: ['input'] },
    provisioner: [{
      'local-exec': {
        command: 'test -n "$ID" || { printf \'%s\\n\' "$MESSAGE" >&2; exit 1; }',
        environment: {
          ID: '${self.output.id}',
          MESSAGE: `image ${escapeTerraform(targetAddress(target))}: its id is unknown, since \${${manifest}} is not there. Either the build was killed before `
            + 'its end, or the work folder was deleted. Build it again, with terraform or tofu: '
            + `cd '\${abspath(path.module)}' && terraform apply -replace=${build}`,
        },
      },
    }],
  };
}

/**
 * What is read from the manifests. Files are relative to their folder, which differs between machines. The artifacts of all chains are
 * recorded, whether they are used or not, since a use of one is no reason to build again.
 */
function recorded(manifest: string, { image, source }: Target): string {
  const built = builtIn(`file(${manifest})`);
  const chains = chainsOf(image, source).map(({ number, steps }) => {
    const ofChain = builtIn(`file("\${dirname(${manifest})}/manifest.${number}.json")`);
    return `"${number}" = { ${artifact(ofChain, manifest, productionAfter(source, steps).grammar).join(', ')} }`;
  });
  const [id, files, ...more] = artifact(built, manifest, productionAfter(source, []).grammar);
  return [
    id,
    `run = ${built}.packer_run_uuid`,
    files,
    `directory = dirname(${manifest})`,
    ...more,
    ...(chains.length === 0 ? [] : [`chains = { ${chains.join(', ')} }`]),
  ].join(', ');
}

function builtIn(text: string): string {
  return `jsondecode(${text}).builds[0]`;
}

/** The parts of one artifact: its id, its files, and what its form has besides. */
function artifact(built: string, manifest: string, { form }: ArtifactGrammar): string[] {
  const id = form === 'run' ? `${built}.packer_run_uuid` : `${built}.artifact_id`;
  return [
    `id = ${id}`,
    `files = [for f in coalesce(${built}.files, []) : trimprefix(f.name, "\${abspath(dirname(${manifest}))}/")]`,
    ...moreParts(id, form),
  ];
}

function moreParts(id: string, form: ArtifactGrammar['form']): string[] {
  const pairs = `for pair in split(",", ${id}) : split(":", pair)[0] => split(":", pair)[1]`;
  switch (form) {
    case 'regions': return [`ids = { ${pairs} }`];
    case 'volumes': return ['volumes', 'snapshots'].map((kind) =>
      `${kind} = { ${pairs}... if startswith(split(":", pair)[1], "${kind === 'volumes' ? 'vol-' : 'snap-'}") }`);
    default: return [];
  }
}
