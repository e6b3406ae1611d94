import { Project } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';
import { ec2DuringTests } from '../../../test/programs/ec2';
import { AMAZON_PLUGIN } from '../../../test/programs/plugins';

const ec2 = ec2DuringTests();

/** A project in which an `amazon` image has the plugin and a data source for its base image. */
function amazonProject(program: string): Project {
  const made = project(`
    const stack = new TerraformStack(app, 'app');
    const options = ${JSON.stringify(ec2.sourceOptions())};
    class AmazonImage extends Image {
      constructor(id) {
        super(stack, id);
        this.requirePlugin('amazon', ${JSON.stringify(AMAZON_PLUGIN)});
        this.ubuntu = new DataSource(this, 'ubuntu', {
          type: 'amazon-ami',
          configuration: { ...${JSON.stringify(ec2.access())}, owners: ['099720109477'], most_recent: true, filters: { name: '*ubuntu*' } },
        });
      }
      source(configuration, type = 'amazon-ebs') {
        return new Source(this, 'aws', {
          type, configuration: { ...options, ami_name: this.node.id, source_ami: this.ubuntu.stringAttribute('id'), ...configuration },
        });
      }
    }
    ${program}
  `);
  Object.assign(made.environment, ec2.environment);
  return made;
}

async function describe(region: string, ami: string): Promise<string> {
  return ec2.ask(region, 'DescribeImages', { 'ImageId.1': ami });
}

test('an image in two regions reaches outputs by region, and a child in one of them', async () => {
  // GIVEN
  const shop = amazonProject(`
    const base = new AmazonImage('base');
    const artifact = base.artifactOf(base.source({ ami_regions: ['eu-west-1'] }));
    const web = new AmazonImage('web');
    // Not as its source: this EC2 says of images made there that nothing can be launched from them.
    web.source({ tags: { Base: artifact.idIn('us-east-1') } });
    new TerraformOutput(stack, 'ids', { value: artifact.idsByRegion });
    new TerraformOutput(stack, 'ireland', { value: artifact.idIn('eu-west-1') });
    new TerraformOutput(stack, 'child', { value: web.imageId });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { ids, ireland, child } = stack.outputs;
  expect(Object.keys(ids)).toEqual(['eu-west-1', 'us-east-1']);
  expect(ireland).toBe(ids['eu-west-1']);
  for (const [region, ami] of Object.entries<string>(ids)) { expect(await describe(region, ami)).toContain(`<imageId>${ami}</imageId>`); }
  expect(await describe('us-east-1', child)).toContain(`<key>Base</key><value>${ids['us-east-1']}</value>`);
});

test('regions that only Terraform knows are in a map that only Terraform knows', async () => {
  // GIVEN
  const shop = amazonProject(`
    const regions = new DataResource(stack, 'regions', { input: { home: 'us-east-1', copies: ['eu-west-1'] } });
    const late = new AmazonImage('late');
    const home = Token.asString(regions.output.lookup('home'));
    const artifact = late.artifactOf(late.source({ region: home, ami_regions: Token.asList(regions.output.lookup('copies')) }));
    new TerraformOutput(stack, 'ids', { value: artifact.idsByRegion });
    new TerraformOutput(stack, 'home', { value: artifact.idIn(home) });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { ids, home } = stack.outputs;
  expect(ids).toEqual({ 'eu-west-1': expect.stringMatching(/^ami-[0-9a-f]+$/), 'us-east-1': home });
  expect(await describe('us-east-1', home)).toContain(`<imageId>${home}</imageId>`);
});

test('volumes and their snapshots reach outputs as lists', async () => {
  // GIVEN
  const shop = amazonProject(`
    const disks = new AmazonImage('disks');
    const volume = (device_name) => ({ device_name, volume_size: 1, volume_type: 'gp2', delete_on_termination: false });
    const artifact = disks.artifactOf(disks.source({
      ami_name: undefined, ebs_volumes: [{ ...volume('/dev/xvdf'), snapshot_volume: true }, volume('/dev/xvdg')],
    }, 'amazon-ebsvolume'));
    new TerraformOutput(stack, 'volumes', { value: artifact.volumesIn('us-east-1') });
    new TerraformOutput(stack, 'snapshots', { value: artifact.snapshotsIn('us-east-1') });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  expect(stack.outputs).toEqual({
    volumes: [expect.stringMatching(/^vol-/), expect.stringMatching(/^vol-/)],
    snapshots: [expect.stringMatching(/^snap-/)],
  });
});

test('a build that makes no image succeeds, and is not built again', async () => {
  // GIVEN
  const shop = amazonProject(`
    const check = new AmazonImage('check');
    check.source({ skip_create_ami: true });
  `);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());
  const output = await success(stack.apply());

  // THEN
  expect(output).toContain('No changes.');
});
