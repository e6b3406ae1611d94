import { nullSource, temporaryFolder } from './kit';
import { Image, PackerApp, PackerFn, PostProcessor, PostProcessorChain, ShellLocalProvisioner, Source, Variable } from '../../src';
import { renderedTemplate } from '../../src/language/template';
import { ArtifactPart } from '../../src/references/foreign-values';

let base: Image;
let web: Image;

beforeEach(() => {
  const app = new PackerApp({ outdir: temporaryFolder() });
  base = new Image(app, 'base');
  web = new Image(app, 'web');
  nullSource(web, 'local');
});

function amazon(configuration: { [option: string]: any }, type = 'amazon-ebs'): Source {
  return new Source(base, 'aws', { type, configuration });
}

/** The parts of artifacts that a step with these lines uses. */
function partsIn(...inline: string[]): Array<ArtifactPart | undefined> {
  new ShellLocalProvisioner(web, 'use', { inline });
  return renderedTemplate(web).lifted.map(({ part }) => part);
}

test.each(['amazon-ebs', 'amazon-ebssurrogate', 'amazon-chroot', 'amazon-instance'])('an artifact of %s has an id in each region', (type) => {
  // GIVEN
  const artifact = base.artifactOf(amazon({ region: 'eu-west-1', ami_regions: ['us-east-1'] }, type));

  // THEN
  expect(partsIn(artifact.idIn('eu-west-1'), artifact.idIn('us-east-1'))).toEqual([
    { kind: 'region', region: 'eu-west-1' },
    { kind: 'region', region: 'us-east-1' },
  ]);
});

test.each([
  ['no copies', { region: 'eu-west-1' }],
  ['copies into its own region', { region: 'eu-west-1', ami_regions: ['eu-west-1'] }],
  ['a region of the environment', {}],
])('an artifact of one region has a single id: %s', (_what, configuration) => {
  expect(partsIn(base.artifactOf(amazon(configuration)).id)).toEqual([{ kind: 'id' }]);
});

test('an artifact in a region that a variable gives has a single id', () => {
  // GIVEN
  const region = new Variable(base, 'region').stringValue;

  // THEN
  expect(partsIn(base.artifactOf(amazon({ region })).id)).toEqual([{ kind: 'id' }]);
});

test.each([
  ['several regions', { region: 'eu-west-1', ami_regions: ['us-east-1'] }],
  ['a copy, and a region of the environment', { ami_regions: ['us-east-1'] }],
])('an artifact of %s has no single id, and no files', (_what, configuration) => {
  // GIVEN
  const artifact = base.artifactOf(amazon(configuration));

  // THEN
  expect(() => artifact.id).toThrow(
    'base/aws: the artifact of amazon-ebs, with these options, has no single id. It has `idIn(region)` and `idsByRegion`.');
  expect(() => artifact.file('*')).toThrow('has no files');
});

test('copies to regions that are known later are no single id', () => {
  // GIVEN
  const regions = new Variable(base, 'regions', { type: 'list(string)' }).listValue;

  // THEN
  expect(() => base.artifactOf(amazon({ region: 'eu-west-1', ami_regions: regions })).id).toThrow('has no single id');
});

test('a region that the artifact is not in is refused, with those that it is in', () => {
  // GIVEN
  const artifact = base.artifactOf(amazon({ region: 'us-east-1', ami_regions: ['eu-west-1'] }));

  // THEN
  expect(() => artifact.idIn('eu-north-1')).toThrow(
    'base/aws: there is no artifact in the region \'eu-north-1\', only in eu-west-1, us-east-1. '
    + 'Use one of them, or add the region to the option `ami_regions`.');
});

test('any region can be asked for when the regions are known only later', () => {
  // GIVEN
  const region = new Variable(base, 'region').stringValue;
  const artifact = base.artifactOf(amazon({ region, ami_regions: ['us-east-1'] }));

  // THEN
  expect(partsIn(artifact.idIn('eu-north-1'))).toEqual([{ kind: 'region', region: 'eu-north-1' }]);
});

test('a region set by an override counts', () => {
  // GIVEN
  const source = amazon({ region: 'eu-west-1' });
  source.addOverride('ami_regions', ['us-east-1']);

  // THEN
  expect(Object.keys(base.artifactOf(source).idsByRegion)).toEqual(['eu-west-1', 'us-east-1']);
});

test('the ids by region are a map of the program', () => {
  // GIVEN
  const ids = base.artifactOf(amazon({ region: 'us-east-1', ami_regions: ['eu-west-1'] })).idsByRegion;

  // THEN
  expect(Object.keys(ids)).toEqual(['eu-west-1', 'us-east-1']);
  expect(partsIn(ids['us-east-1'])).toEqual([{ kind: 'region', region: 'us-east-1' }]);
});

test('the ids by region cannot be had when nobody knows the regions', () => {
  expect(() => base.artifactOf(amazon({})).idsByRegion).toThrow(
    'base/aws: the regions of the artifact are not known to the program, so there are no names for a map. '
    + 'Use `idIn(region)`, or give plain texts as its regions.');
});

test('a build that makes no image has no artifact', () => {
  expect(() => base.artifactOf(amazon({ region: 'eu-west-1', skip_create_ami: true }))).toThrow(
    'base/aws: with the option `skip_create_ami` amazon-ebs leaves no artifact, so there is nothing to ask for. '
    + 'Remove the option, or the use of the artifact.');
});

test('volumes and snapshots are lists for a region', () => {
  // GIVEN
  const artifact = base.artifactOf(amazon({ region: 'eu-west-1' }, 'amazon-ebsvolume'));

  // WHEN
  const parts = partsIn(PackerFn.join(' ', artifact.volumesIn('eu-west-1')), PackerFn.join(' ', artifact.snapshotsIn('eu-west-1')));

  // THEN
  expect(parts).toEqual([{ kind: 'volumes', region: 'eu-west-1' }, { kind: 'snapshots', region: 'eu-west-1' }]);
  expect(web.toJson().build[0].provisioner[0]['shell-local'].inline).toEqual([
    '${join(" ", jsondecode(var.use_inline_0))}', '${join(" ", jsondecode(var.use_inline_1))}',
  ]);
});

test('a list of volumes is a list where one stands', () => {
  // GIVEN
  const artifact = base.artifactOf(amazon({ region: 'eu-west-1' }, 'amazon-ebsvolume'));

  // WHEN
  new ShellLocalProvisioner(web, 'use', { inline: artifact.volumesIn('eu-west-1') });

  // THEN
  expect(web.toJson().build[0].provisioner[0]['shell-local'].inline).toBe('${jsondecode(var.use_inline)}');
});

test('volumes have no single id, and images no volumes', () => {
  // GIVEN
  const volumes = base.artifactOf(amazon({ region: 'eu-west-1' }, 'amazon-ebsvolume'));
  const image = base.artifactOf(new Source(base, 'image', { type: 'amazon-ebs', configuration: { region: 'eu-west-1' } }));

  // THEN
  expect(() => volumes.id).toThrow('base/aws: the artifact of amazon-ebsvolume, with these options, has no single id. '
    + 'It has `volumesIn(region)` and `snapshotsIn(region)`.');
  expect(() => volumes.idIn('eu-west-1')).toThrow('has no regions');
  expect(() => volumes.volumesIn('us-east-1')).toThrow('there is no artifact in the region \'us-east-1\', only in eu-west-1.');
  expect(() => image.volumesIn('eu-west-1')).toThrow('has no volumes');
  expect(() => image.snapshotsIn('eu-west-1')).toThrow('has no snapshots');
});

test('an imported disk has an id in the region of the import', () => {
  // GIVEN
  new Source(base, 'disk', { type: 'qemu' });
  const chain = new PostProcessorChain(base, 'publish');
  const imported = new PostProcessor(chain, 'import', { type: 'amazon-import', configuration: { region: 'eu-west-1', s3_bucket_name: 'disks' } });

  // WHEN
  const artifact = base.artifactOf(imported);

  // THEN
  expect(partsIn(artifact.id, artifact.idIn('eu-west-1'))).toEqual([
    { kind: 'id', chain: 1 },
    { kind: 'region', region: 'eu-west-1', chain: 1 },
  ]);
  expect(() => artifact.idIn('us-east-1')).toThrow('only in eu-west-1');
});
