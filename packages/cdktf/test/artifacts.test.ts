import { Fn, TerraformOutput, Token } from 'cdktf';
import { FileSource, NullSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

function source(image: Image): FileSource {
  return image.node.findChild('text') as FileSource;
}

test('the id of an artifact is an attribute of the resource that recorded it', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new Data(stack, 'server', { image: web.imageId, same: web.artifactOf(source(web)).id });
  // WHEN
  const { input } = Written.by(stack).resource('server');
  // THEN
  expect(input).toEqual({ image: '${terraform_data.web_text_artifact.output.id}', same: '${terraform_data.web_text_artifact.output.id}' });
});

test('the id of an artifact stands inside texts, keys and functions', () => {
  // GIVEN
  const stack = testStack();
  const { imageId } = fileImage(stack, 'web');
  new Data(stack, 'server', { text: `a ${imageId} b`, key: { [imageId]: 1 }, call: Fn.upper(imageId), nested: Fn.join(',', ['x', Fn.lower(imageId)]) });
  // WHEN
  const { input } = Written.by(stack).resource('server');
  // THEN
  expect(input).toEqual({
    text: 'a ${terraform_data.web_text_artifact.output.id} b',
    key: { '${terraform_data.web_text_artifact.output.id}': 1 },
    call: '${upper(terraform_data.web_text_artifact.output.id)}',
    nested: '${join(",", ["x", lower(terraform_data.web_text_artifact.output.id)])}',
  });
});

test('an artifact asked for twice is the same token', () => {
  // GIVEN
  const web = fileImage(testStack(), 'web');
  // THEN
  expect(web.artifactOf(source(web)).id).toBe(web.imageId);
  expect(Token.isUnresolved(web.imageId)).toBe(true);
});

test('the file of an artifact is the one whose name matches, below the recorded folder', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new TerraformOutput(stack, 'file', { value: web.artifactOf(source(web)).file('*.txt') });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.terraform.output.file.value).toBe('${join("/", [local.web_text-directory, '
    + 'one(regexall("(?m)^[^/\\\\n]*\\\\x2etxt$", join("\\n", terraform_data.web_text_artifact.output.files)))])}');
  expect(written.terraform.locals['web_text-directory']).toBe('${abspath(terraform_data.web_text_artifact.output.directory)}');
});

test('the artifact of an image is used in another one', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  const web = fileImage(stack, 'web');
  new ShellLocalProvisioner(web, 'unpack', { inline: [`tar -xf ${base.artifactOf(source(base)).file('*.tar')}`, `echo ${base.imageId}`] });
  // WHEN
  const written = Written.by(stack);
  // THEN
  const [{ 'shell-local': step }] = written.template('web').build[0].provisioner;
  expect(step.inline).toEqual(['tar -xf ${var.unpack_inline_0}', 'echo ${var.unpack_inline_1}']);
  expect(written.triggers('web_text_build').parents).toEqual({ 1: '${terraform_data.base_text_artifact.output.run}' });
  expect(written.json('images.json').images[1].targets[0].parents).toEqual(['shop/base:file.text']);
});

test('an artifact inside a function is seen as the artifact of a parent', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  fileImage(stack, 'web', Fn.upper(Fn.join('-', ['a', base.imageId])));
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_text_build').parents).toEqual({ 1: '${terraform_data.base_text_artifact.output.run}' });
});

test('artifacts of two sources of one parent are two parents', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  const here = new NullSource(base, 'here', { communicator: 'none' });
  fileImage(stack, 'web', `${base.artifactOf(here).id} ${base.artifactOf(source(base)).id}`);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_text_build').parents).toEqual({
    1: '${terraform_data.base_here_artifact.output.run}',
    2: '${terraform_data.base_text_artifact.output.run}',
  });
});

test('a change of the parent changes the fingerprint of the child', () => {
  // GIVEN
  const fingerprint = (content: string) => {
    const stack = testStack();
    fileImage(stack, 'web', fileImage(stack, 'base', content).imageId);
    return Written.by(stack).triggers('web_text_build').fingerprint;
  };
  // THEN
  expect(fingerprint('one')).not.toBe(fingerprint('two'));
});
