import * as fs from 'fs';
import * as path from 'path';
import { ec2DuringTests } from './ec2';
import { PACKER_1_16_0 } from './packers';
import { AMAZON_PLUGIN } from './plugins';
import { DataSource, Image, PackerApp, Source } from '../../src';
import { temporaryFolder } from '../language/support';

const ec2 = ec2DuringTests();

test('a machine image is made of one that a data source finds, and copied to another region', async () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const image = new Image(app, 'web');
  image.requirePlugin('amazon', AMAZON_PLUGIN);
  const ubuntu = new DataSource(image, 'ubuntu', {
    type: 'amazon-ami',
    configuration: { ...ec2.access(), owners: ['099720109477'], most_recent: true, filters: { name: '*ubuntu*' } },
  });
  new Source(image, 'aws', {
    type: 'amazon-ebs',
    configuration: {
      ...ec2.sourceOptions(),
      source_ami: ubuntu.stringAttribute('id'),
      ami_name: 'web',
      ami_regions: ['eu-west-1'],
      tags: { Note: 'costs ${5}', Base: ubuntu.stringAttribute('name') },
    },
  });
  app.synth();
  const folder = path.join(app.outdir, 'images', 'web');

  // WHEN
  PACKER_1_16_0.success(['build', '.'], { cwd: folder, env: ec2.environment });

  // THEN
  const id: string = JSON.parse(fs.readFileSync(path.join(folder, 'aws.manifest.json'), 'utf8')).builds[0].artifact_id;
  expect(id).toMatch(/^eu-west-1:ami-[0-9a-f]+,us-east-1:ami-[0-9a-f]+$/);
  for (const [region, ami] of id.split(',').map((part) => part.split(':'))) {
    const described = await ec2.ask(region, 'DescribeImages', { 'ImageId.1': ami });
    expect(described).toContain(`<imageId>${ami}</imageId>`);
    expect(described).toContain('<key>Note</key><value>costs ${5}</value>');
    expect(described).toMatch(/<key>Base<\/key><value>[^<]*ubuntu/);
  }
});
