import { TerraformOutput, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Asset, FileSource, NullSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

/** Digests belong to other tests: here it matters where they stand. */
function withoutDigests(text: string): string {
  return text.replace(/[0-9a-f]{64}/g, '<64 digits>').replace(/[0-9a-f]{32}/g, '<32 digits>').replace(/[0-9a-f]{16}(?=[-/])/g, '<16 digits>');
}

test('the whole configuration of an image and of what it uses', () => {
  // GIVEN
  const stack = testStack();
  const zone = new Data(stack, 'zone', { domain: 'shop.example.com' });
  const web = fileImage(stack, 'web', `domain ${zone.id}`);
  new ShellLocalProvisioner(web, 'pack', { script: Asset.of(`${__dirname}/fixtures/pack.sh`).path });
  new TerraformOutput(stack, 'id', { value: web.imageId });
  // WHEN
  const text = Testing.synth(stack, true);
  // THEN
  expect(withoutDigests(text)).toMatchSnapshot();
});

test('a source becomes a build and an artifact, named after image and source', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const { resource } = Written.by(stack).terraform;
  // THEN
  expect(Object.keys(resource.terraform_data)).toEqual(['web_text_artifact', 'web_text_build']);
});

test('two sources become two builds and two artifacts', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new NullSource(web, 'here', { communicator: 'none' });
  // WHEN
  const { resource } = Written.by(stack).terraform;
  // THEN
  expect(Object.keys(resource.terraform_data)).toEqual(['web_here_artifact', 'web_here_build', 'web_text_artifact', 'web_text_build']);
});

test('each build of an image builds its own source only', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new NullSource(web, 'here', { communicator: 'none' });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.environment('web_text_build')).toMatchObject({ CDK_PACKER_TARGET: 'file.text', CDK_PACKER_SOURCE: 'text' });
  expect(written.environment('web_here_build')).toMatchObject({ CDK_PACKER_TARGET: 'null.here', CDK_PACKER_SOURCE: 'here' });
});

test('a change of one source does not rebuild the other', () => {
  // GIVEN
  const triggers = (content: string) => {
    const stack = testStack();
    const web = fileImage(stack, 'web', content);
    new NullSource(web, 'here', { communicator: 'none' });
    const written = Written.by(stack);
    return { text: written.triggers('web_text_build'), here: written.triggers('web_here_build') };
  };
  // WHEN
  const [before, after] = [triggers('one'), triggers('two')];
  // THEN
  expect(after.text).not.toEqual(before.text);
  expect(after.here).toEqual(before.here);
});

test('an image below a construct has a hashed name and works', () => {
  // GIVEN
  const stack = testStack();
  const group = new Construct(stack, 'group');
  const web = fileImage(group, 'web');
  new TerraformOutput(stack, 'id', { value: web.imageId });
  // WHEN
  const written = Written.by(stack);
  // THEN
  const name = stack.getLogicalId(web.node as any);
  expect(name).toMatch(/^group_web_[0-9A-F]{8}$/);
  expect(Object.keys(written.terraform.resource.terraform_data)).toEqual([`${name}_text_artifact`, `${name}_text_build`]);
  expect(written.terraform.output.id.value).toBe(`\${terraform_data.${name}_text_artifact.output.id}`);
  expect(written.resource(`${name}_text_build`).provisioner[0]['local-exec'].working_dir).toBe(`\${path.module}/images/${name}`);
  expect(written.files()).toContain(`images/${name}/template.pkr.json`);
});

test('the build runs the supervisor in the directory of the image', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const [provisioner] = Written.by(stack).resource('web_text_build').provisioner;
  // THEN
  expect(provisioner['local-exec']).toMatchObject({ working_dir: '${path.module}/images/web', command: './build.sh; exit $?' });
});

test('the build hands over the digest of the list of files', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.environment('web_text_build').CDK_PACKER_DIGEST).toBe(written.digest('images/web/SHA256SUMS'));
});

test('an artifact is replaced when its build is, and keeps what it recorded', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const artifact = Written.by(stack).resource('web_text_artifact');
  // THEN
  expect(artifact.triggers_replace).toEqual(['${terraform_data.web_text_build.id}']);
  expect(artifact.lifecycle).toEqual({ ignore_changes: ['input'] });
});

test('a stack with images needs Terraform 1.4', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const { terraform } = Written.by(stack);
  // THEN
  expect(terraform.terraform.required_version).toBe('>= 1.4');
});

test('an override of the stack changes the resources of an image like any other', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  stack.addOverride('resource.terraform_data.web_text_build.lifecycle.prevent_destroy', true);
  stack.addOverride('terraform.required_version', '>= 1.9');
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.resource('web_text_build').lifecycle).toMatchObject({ prevent_destroy: true });
  expect(written.resource('web_text_build').triggers_replace.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(written.terraform.terraform.required_version).toBe('>= 1.9');
});

test('an image without lifted values has only the precondition that it is not built on Windows, and no values among its triggers', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.lifecycle.precondition).toEqual([{
    condition: '${!can(regex("^[A-Za-z]:", abspath(path.module)))}',
    error_message: 'Images cannot be built by Terraform on Windows. Deploy from Linux or macOS (the Windows Subsystem for Linux will do).',
  }]);
  expect(Object.keys(build)).toEqual(['input', 'lifecycle', 'provisioner', 'triggers_replace']);
  expect(Object.keys(build.triggers_replace)).toEqual(['fingerprint', 'source']);
});

test('the id of the construct of a file source does not matter for the name of an image with another name', () => {
  // GIVEN
  const stack = testStack();
  const web = new Image(stack, 'web');
  new FileSource(web, 'an id', { name: 'text', content: 'x', target: 'x' });
  // WHEN
  const { resource } = Written.by(stack).terraform;
  // THEN
  expect(Object.keys(resource.terraform_data)).toEqual(['web_text_artifact', 'web_text_build']);
});
