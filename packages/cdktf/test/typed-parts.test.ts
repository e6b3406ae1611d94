import { TerraformOutput, TerraformStack } from 'cdktf';
import { ShellLocalProvisioner, Source } from 'cdk-packer';
import { fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

jest.mock('cdk-packer/lib/plugins/artifact-facts', () => ({
  ARTIFACT_FACTS: {
    'source acme-cloud': [{ builderId: 'acme.cloud', parts: { id: ':(\\d+)$', name: '/images/([^/]+)$', resourceGroup: '/resourceGroups/([^/]+)/' } }],
  },
}));

let stack: TerraformStack;
let web: Image;

beforeEach(() => {
  stack = testStack();
  web = new Image(stack, 'web');
});

function cloud(): Source {
  return new Source(web, 'cloud', { type: 'acme-cloud' });
}

/** What Terraform is given for values. */
function written(values: { [output: string]: any }): { [output: string]: any } {
  for (const [name, value] of Object.entries(values)) { new TerraformOutput(stack, name, { value }); }
  const { output } = Written.by(stack).terraform;
  return Object.fromEntries(Object.keys(values).map((name) => [name, output[name].value]));
}

test('parts are found in the recorded id of Packer', () => {
  // GIVEN
  const artifact = web.artifactOf(cloud());

  // THEN
  expect(written({ name: artifact.name, group: artifact.resourceGroup })).toEqual({
    name: '${one(compact(regex("/images/([^/]+)$", terraform_data.web_cloud_artifact.output.id)))}',
    group: '${one(compact(regex("/resourceGroups/([^/]+)/", terraform_data.web_cloud_artifact.output.id)))}',
  });
});

test('an id that is a part of what Packer says is found there, with backslashes as Terraform reads them', () => {
  // GIVEN
  const { id } = web.artifactOf(cloud());

  // THEN
  expect(written({ id })).toEqual({ id: '${one(compact(regex(":(\\\\d+)$", terraform_data.web_cloud_artifact.output.id)))}' });
});

test('which part of a parent is used is content of the child', () => {
  // GIVEN
  const artifact = web.artifactOf(cloud());
  for (const [id, part] of Object.entries({ named: artifact.name, grouped: artifact.resourceGroup })) {
    new ShellLocalProvisioner(fileImage(stack, id), 'use', { inline: [`echo ${part}`] });
  }

  // WHEN
  const synthesized = Written.by(stack);

  // THEN
  expect(synthesized.terraform.locals.named_use_inline_0).toBe('${one(compact(regex("/images/([^/]+)$", terraform_data.web_cloud_artifact.output.id)))}');
  expect(synthesized.triggers('named_text_build').fingerprint).not.toBe(synthesized.triggers('grouped_text_build').fingerprint);
});
