import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';
import { ec2DuringTests } from '../../../test/programs/ec2';
import { AMAZON_PLUGIN } from '../../../test/programs/plugins';

const ec2 = ec2DuringTests();

test('the ids of a machine image in two regions reach outputs', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    const web = new Image(stack, 'web');
    web.requirePlugin('amazon', ${JSON.stringify(AMAZON_PLUGIN)});
    const ubuntu = new DataSource(web, 'ubuntu', { type: 'amazon-ami', configuration: {
      ...${JSON.stringify(ec2.access())}, owners: ['099720109477'], most_recent: true, filters: { name: '*ubuntu*' },
    } });
    const aws = new Source(web, 'aws', { type: 'amazon-ebs', configuration: {
      ...${JSON.stringify(ec2.sourceOptions())}, source_ami: ubuntu.stringAttribute('id'), ami_name: 'web', ami_regions: ['eu-west-1'],
    } });
    new TerraformOutput(stack, 'us', { value: web.artifactOf(aws).idIn('us-east-1') });
    new TerraformOutput(stack, 'eu', { value: web.artifactOf(aws).idIn('eu-west-1') });
  `);
  Object.assign(shop.environment, ec2.environment);
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply());

  // THEN
  const { us, eu } = stack.outputs;
  expect(await ec2.ask('us-east-1', 'DescribeImages', { 'ImageId.1': us })).toContain('<name>web</name>');
  expect(await ec2.ask('eu-west-1', 'DescribeImages', { 'ImageId.1': eu })).toContain('<name>web</name>');
  expect(await success(stack.apply())).toContain('Resources: 0 added, 0 changed, 0 destroyed.');
});
