import { Fn, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ChecksumPostProcessor, FileSource, PostProcessor, PostProcessorChain, ShellLocalPostProcessor, ShellLocalProvisioner, Source } from 'cdk-packer';
import { Data, fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

let stack: TerraformStack;
let web: Image;

beforeEach(() => {
  stack = testStack();
  web = new Image(stack, 'web');
});

function amazon(configuration: { [option: string]: any }, type = 'amazon-ebs'): Source {
  return new Source(web, 'ami', { type, configuration });
}

function docker(configuration: { [option: string]: any } = { commit: true }): Source {
  return new Source(web, 'container', { type: 'docker', configuration: { image: 'debian', ...configuration } });
}

/** What Terraform is given for values. */
function written(values: { [output: string]: any }): { [output: string]: any } {
  for (const [name, value] of Object.entries(values)) { new TerraformOutput(stack, name, { value }); }
  const { output } = Written.by(stack).terraform;
  return Object.fromEntries(Object.keys(values).map((name) => [name, output[name].value]));
}

/** What finds a part of the artifact at the end of a chain. */
function found(expression: string, chain: number): string {
  return `\${one(compact(regex("${expression}", terraform_data.web_container_artifact.output.chains["${chain}"].id)))}`;
}

function tagOf(chain: number): string {
  return found('(?::([^/:]+))?$', chain).replace('${', '${coalesce(').replace(/\}$/, ', "latest")}');
}

const BUILT = 'jsondecode(file(terraform_data.web_ami_build.output)).builds[0]';
const PAIRS = `for pair in split(",", ${BUILT}.artifact_id) : split(":", pair)[0] => split(":", pair)[1]`;

test('the id in a region is found among the recorded ones', () => {
  // GIVEN
  const artifact = web.artifactOf(amazon({ region: 'eu-west-1', ami_regions: ['us-east-1'] }));

  // THEN
  expect(written({ id: artifact.idIn('us-east-1'), ids: artifact.idsByRegion })).toEqual({
    id: '${terraform_data.web_ami_artifact.output.ids["us-east-1"]}',
    ids: {
      'eu-west-1': '${terraform_data.web_ami_artifact.output.ids["eu-west-1"]}',
      'us-east-1': '${terraform_data.web_ami_artifact.output.ids["us-east-1"]}',
    },
  });
  expect(Written.by(stack).resource('web_ami_artifact').input).toContain(`ids = { ${PAIRS} }`);
});

test('the single id of an artifact is the only one that is recorded', () => {
  // GIVEN
  amazon({ region: 'eu-west-1' });

  // THEN
  expect(written({ id: web.imageId })).toEqual({ id: '${one(values(terraform_data.web_ami_artifact.output.ids))}' });
});

test('the region, and the one that is asked for, may be values of Terraform', () => {
  // GIVEN
  const region = new TerraformVariable(stack, 'region', {}).stringValue;
  const artifact = web.artifactOf(amazon({ region }));

  // THEN
  expect(written({ id: artifact.id, there: artifact.idIn(region), ids: artifact.idsByRegion, one: Fn.lookup(artifact.idsByRegion, 'eu-west-1') }))
    .toEqual({
      id: '${one(values(terraform_data.web_ami_artifact.output.ids))}',
      there: '${terraform_data.web_ami_artifact.output.ids[var.region]}',
      ids: '${terraform_data.web_ami_artifact.output.ids}',
      one: '${terraform_data.web_ami_artifact.output.ids["eu-west-1"]}',
    });
});

test('volumes and snapshots are lists, recorded for each region', () => {
  // GIVEN
  const artifact = web.artifactOf(amazon({ region: 'eu-west-1' }, 'amazon-ebsvolume'));

  // THEN
  expect(written({ volumes: artifact.volumesIn('eu-west-1'), first: Fn.element(artifact.snapshotsIn('eu-west-1'), 0) })).toEqual({
    volumes: '${terraform_data.web_ami_artifact.output.volumes["eu-west-1"]}',
    first: '${element(terraform_data.web_ami_artifact.output.snapshots["eu-west-1"], 0)}',
  });
  const { input } = Written.by(stack).resource('web_ami_artifact');
  expect(input).toContain(`volumes = { ${PAIRS}... if startswith(split(":", pair)[1], "vol-") }`);
  expect(input).toContain(`snapshots = { ${PAIRS}... if startswith(split(":", pair)[1], "snap-") }`);
});

test('a list of snapshots and a map of ids are lifted into a child as JSON', () => {
  // GIVEN
  const region = new TerraformVariable(stack, 'region', {}).stringValue;
  const volumes = web.artifactOf(amazon({ region }, 'amazon-ebsvolume'));
  const other = new Source(web, 'other', { type: 'amazon-ebs', configuration: { region } });
  const child = new Image(stack, 'child');
  new Source(child, 'here', {
    type: 'acme-cloud', configuration: { snapshots: volumes.snapshotsIn('eu-west-1'), images: web.artifactOf(other).idsByRegion },
  });

  // WHEN
  const synthesized = Written.by(stack);

  // THEN
  expect(synthesized.template('child').source['acme-cloud'].here).toEqual({
    images: '${jsondecode(var.here_images)}', snapshots: '${jsondecode(var.here_snapshots)}',
  });
  expect(synthesized.triggers('child_here_build').parents).toEqual({
    1: '${terraform_data.web_other_artifact.output.run}', 2: '${terraform_data.web_ami_artifact.output.run}',
  });
});

test('a tagged image is recorded at the end of its chain, with repository and tag', () => {
  // GIVEN
  docker();
  const artifact = web.artifactOf(new PostProcessor(web, 'tag', { type: 'docker-tag', configuration: { repository: 'shop/web' } }));

  // THEN
  expect(written({ id: artifact.id, reference: artifact.reference, repository: artifact.repository, tag: artifact.tag })).toEqual({
    id: '${terraform_data.web_container_artifact.output.chains["1"].id}',
    reference: '${terraform_data.web_container_artifact.output.chains["1"].id}',
    repository: found('^(.*?)(?::[^/:]+)?$', 1),
    tag: tagOf(1),
  });
  const end = 'jsondecode(file("${dirname(terraform_data.web_container_build.output)}/manifest.1.json")).builds[0]';
  const { input } = Written.by(stack).resource('web_container_artifact');
  expect(input).toContain(`chains = { "1" = { id = ${end}.artifact_id, files = [for f in coalesce(${end}.files, []) : `);
});

test('all chains of a source are recorded, whether their artifacts are used or not', () => {
  // GIVEN
  const source = docker();
  const other = new FileSource(web, 'file', { target: 'x' });
  new PostProcessor(web, 'first', { type: 'docker-tag', configuration: { repository: 'first' }, only: [source] });
  new ShellLocalPostProcessor(web, 'second', { inline: ['true'], only: [other] });
  new PostProcessor(web, 'third', { type: 'docker-tag', configuration: { repository: 'third' }, only: [source] });

  // WHEN
  const chains = (name: string) => [...Written.by(stack).resource(name).input.matchAll(/manifest\.(\d+)\.json/g)].map(([, number]) => number);

  // THEN
  expect([...new Set(chains('web_container_artifact'))]).toEqual(['1', '3']);
  expect([...new Set(chains('web_file_artifact'))]).toEqual(['2']);
});

test('a file that a post-processor made is found among those of its chain', () => {
  // GIVEN
  new FileSource(web, 'file', { target: 'x' });
  const chain = new PostProcessorChain(web, 'publish');
  const sums = new ChecksumPostProcessor(chain, 'sums', { checksumTypes: ['sha256'], output: 'SHA256SUMS' });

  // THEN
  expect(written({ sums: web.artifactOf(sums).file('SHA*') })).toEqual({
    sums: '${join("/", [local.web_file-directory, '
      + 'one(regexall("(?m)^SHA[^/\\\\n]*$", join("\\n", terraform_data.web_file_artifact.output.chains["1"].files)))])}',
  });
});

test('a post-processor that makes files of an image gives it a folder', () => {
  // GIVEN
  docker();
  const saved = new PostProcessor(web, 'artifice', { type: 'artifice', configuration: { files: ['web.tar'] } });

  // THEN
  expect(written({ file: web.artifactOf(saved).file('*') }).file).toContain('local.web_container-directory');
  expect(Object.keys(Written.by(stack).terraform.locals)).toEqual(['web_container-directory']);
});

test('the same part of two chains are two values', () => {
  // GIVEN
  docker();
  const [one, two] = ['one', 'two'].map((repository) =>
    web.artifactOf(new PostProcessor(web, repository, { type: 'docker-tag', configuration: { repository } })));

  // THEN
  expect(written({ one: one.tag, two: two.tag })).toEqual({
    one: tagOf(1),
    two: tagOf(2),
  });
});

test('a chain that comes before, after the artifact was asked for, counts', () => {
  // GIVEN
  docker();
  const install = new PostProcessorChain(web, 'first');
  const tag = web.artifactOf(new PostProcessor(web, 'tag', { type: 'docker-tag', configuration: { repository: 'web' } })).tag;

  // WHEN
  new ShellLocalPostProcessor(install, 'note', { inline: ['true'] });

  // THEN
  expect(written({ tag })).toEqual({ tag: tagOf(2) });
});

test('a build that leaves no artifact is built and not recorded', () => {
  // GIVEN
  docker({ discard: true });
  amazon({ region: 'eu-west-1', skip_create_ami: true });
  fileImage(stack, 'other');

  // WHEN
  const { resource } = Written.by(stack).terraform;

  // THEN
  expect(Object.keys(resource.terraform_data)).toEqual(['other_text_artifact', 'other_text_build', 'web_ami_build', 'web_container_build']);
  expect(Written.by(stack).environment('web_container_build').CDK_PACKER_NO_ARTIFACT).toBe('1');
  expect(Written.by(stack).environment('other_text_build').CDK_PACKER_NO_ARTIFACT).toBeUndefined();
});

test('an image of Docker is made from the image of a parent', () => {
  // GIVEN
  const source = docker();
  const tag = new PostProcessor(web, 'tag', { type: 'docker-tag', configuration: { repository: 'web' } });
  const child = new Image(stack, 'child');
  new Source(child, 'byId', { type: 'docker', configuration: { image: web.artifactOf(source).id, commit: true } });
  new Source(child, 'byTag', { type: 'docker', configuration: { image: web.artifactOf(tag).reference, commit: true } });

  // WHEN
  const synthesized = Written.by(stack);

  // THEN
  expect(synthesized.terraform.locals).toMatchObject({
    child_byid_image: '${terraform_data.web_container_artifact.output.id}',
    child_bytag_image: '${terraform_data.web_container_artifact.output.chains["1"].id}',
  });
  for (const name of ['child_byId_build', 'child_byTag_build']) {
    expect(synthesized.triggers(name).parents).toEqual({ 1: '${terraform_data.web_container_artifact.output.run}' });
  }
});

test('which chain of a parent is used is content', () => {
  // GIVEN
  docker();
  const tags = ['one', 'two'].map((repository) => new PostProcessor(web, repository, { type: 'docker-tag', configuration: { repository } }));
  for (const [index, tag] of tags.entries()) {
    const child = fileImage(stack, `child${index}`);
    new ShellLocalProvisioner(child, 'use', { inline: [`echo ${web.artifactOf(tag).reference}`] });
  }

  // WHEN
  const synthesized = Written.by(stack);

  // THEN
  expect(synthesized.triggers('child0_text_build').fingerprint).not.toBe(synthesized.triggers('child1_text_build').fingerprint);
});

test('an artifact of another stack is read there', () => {
  // GIVEN
  const app = stack.node.root;
  const servers = new TerraformStack(app as any, 'servers');
  docker();
  const tag = new PostProcessor(web, 'tag', { type: 'docker-tag', configuration: { repository: 'web' } });

  // WHEN
  new Data(servers, 'server', { image: web.artifactOf(tag).reference });

  // THEN
  const { input } = Written.by(servers).resource('server');
  expect(input.image).toBe('${data.terraform_remote_state.cross-stack-reference-input-shop.outputs.'
    + 'cross-stack-output-terraform_dataweb_container_artifactoutput.chains["1"].id}');
  expect(Written.by(stack).terraform.output).toEqual({
    'cross-stack-output-terraform_dataweb_container_artifactoutput': { value: '${terraform_data.web_container_artifact.output}', sensitive: true },
  });
});
