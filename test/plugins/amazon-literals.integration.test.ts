import * as fs from 'fs';
import * as path from 'path';
import { amazon, Image, PackerApp, Variable } from '../../src';
import { temporaryFolder } from '../language/support';
import { ec2DuringTests } from '../programs/ec2';
import { PACKER_1_16_0 } from '../programs/packers';

const ec2 = ec2DuringTests();

/** What HCL, Go templates, shells and XML would take for their own. */
const NASTY = 'costs ${5} %{if x} $${y} "a" \\n `b` <c> & é 日本';

test('texts arrive byte for byte in the name, the tags and the user data, and references as their values', async () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const image = new Image(app, 'web');
  const team = new Variable(image, 'team', { default: 'a ${team}' });
  const { region, access_key: accessKey, secret_key: secretKey, custom_endpoint_ec2: customEndpointEc2 } = ec2.access();
  new amazon.AmazonEbsSource(image, 'aws', {
    region,
    accessKey,
    secretKey,
    customEndpointEc2,
    skipCredentialValidation: true,
    skipMetadataApiCheck: true,
    awsPolling: { delaySeconds: 1, maxAttempts: 5 },
    communicator: 'none',
    instanceType: 't3.micro',
    sourceAmi: 'ami-12c6146b',
    amiName: 'web (1.0) [a]',
    tags: { 'note': NASTY, 'key ${k}': 'x', 'team': team.stringValue, 'made-from': '{{ .SourceAMI }}' },
    userData: `#!/bin/sh\necho '${NASTY}' {{ .Id }}\n`,
  });
  app.synth();
  const folder = path.join(app.outdir, 'images', 'web');

  // WHEN
  PACKER_1_16_0.success(['build', '.'], { cwd: folder, env: ec2.environment });

  // THEN
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'aws.manifest.json'), 'utf8'));
  const [, id] = manifest.builds[0].artifact_id.split(':');
  const described = await ec2.ask(region, 'DescribeImages', { 'ImageId.1': id });
  expect(textsIn(described, 'name')).toContain('web (1.0) [a]');
  expect(tagsIn(described)).toEqual({ 'note': NASTY, 'key ${k}': 'x', 'team': 'a ${team}', 'made-from': 'ami-12c6146b' });
  const [instance] = textsIn(await ec2.ask(region, 'DescribeInstances'), 'instanceId');
  const userData = await ec2.ask(region, 'DescribeInstanceAttribute', { InstanceId: instance, Attribute: 'userData' });
  expect(Buffer.from(textsIn(userData, 'value')[0], 'base64').toString()).toBe(`#!/bin/sh\necho '${NASTY}' {{ .Id }}\n`);
});

function tagsIn(xml: string): { [key: string]: string } {
  const [tags] = /<tagSet>.*?<\/tagSet>/s.exec(xml) ?? [''];
  const [keys, values] = [textsIn(tags, 'key'), textsIn(tags, 'value')];
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}

function textsIn(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text]) => unescaped(text));
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', amp: '&', apos: '\'' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(x?)([0-9a-fA-F]+)|([a-z]+));/g, (_all, hex, code, name) =>
    (name ? ENTITIES[name] : String.fromCodePoint(parseInt(code, hex ? 16 : 10))));
}
