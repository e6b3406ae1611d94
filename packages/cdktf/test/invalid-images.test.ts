import * as fs from 'fs';
import * as path from 'path';
import { Annotations, App, Fn, Lazy, TerraformCount, TerraformIterator, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { FileSource, Image as CoreImage, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, temporaryFolder, testApp, testStack } from './synthesis';
import { Image } from '../src';

/** The message of the failed synthesis; nothing of the stack was written. */
function failure(stack: TerraformStack): string {
  const app = App.of(stack);
  let message = '';
  try {
    app.synth();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(filesIn(app.outdir)).toEqual([]);
  return message;
}

function filesIn(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('an image outside of a stack is refused where it is made', () => {
  expect(() => new Image(testApp(), 'web')).toThrow(new Error(
    'web: an Image must stand below a TerraformStack, since the stack builds it when it is deployed. '
    + 'Give a stack, or a construct below one, as its scope. For images without Terraform, use PackerApp and Image from \'cdk-packer\'.',
  ));
});

test('an image below a construct outside of a stack is refused with its whole path', () => {
  const group = new Construct(testApp(), 'group');
  expect(() => new Image(group, 'web')).toThrow(/^group\/web: an Image must stand below a TerraformStack/);
});

test('an image of the core in a stack is told the right import', () => {
  // GIVEN
  const stack = testStack();
  new FileSource(new CoreImage(stack, 'web'), 'text', { content: 'x', target: 'x' });
  // WHEN
  const message = failure(stack);
  // THEN
  expect(message).toContain('[shop/web] this image would never be written, since nothing above it does so. '
    + 'In a CDKTF stack import Image from \'@cdk-packer/cdktf\'');
});

test('the artifact of an image of the core is refused with the right import', () => {
  // GIVEN
  const stack = testStack();
  const base = new CoreImage(stack, 'base');
  const source = new FileSource(base, 'text', { content: 'x', target: 'x' });
  fileImage(stack, 'web', base.artifactOf(source).id);
  // WHEN
  const message = failure(stack);
  // THEN
  expect(message).toContain('[shop] shop/web: it uses the artifact of shop/base:file.text, which no Terraform stack builds. '
    + 'Import Image from \'@cdk-packer/cdktf\' for that image too.');
  expect(message).toContain('[shop/base] this image would never be written');
});

test('an image without a source is refused', () => {
  // GIVEN
  const stack = testStack();
  new Image(stack, 'web');
  // THEN
  expect(failure(stack)).toContain('[shop/web] the build has no source, so there is nothing to build. Create a source below it or give `sources`.');
});

test('a local file that does not exist is refused, once and with the path of the step', () => {
  // GIVEN
  const stack = testStack();
  new ShellLocalProvisioner(fileImage(stack, 'web'), 'run', { script: './nowhere.sh' });
  // WHEN
  const message = failure(stack);
  // THEN
  expect(message).toContain('[shop/web] shop/web/run: script: the file or folder \'./nowhere.sh\' does not exist.');
  expect(message.match(/\.\/nowhere/g)).toHaveLength(1);
});

test('all problems of all images of a stack are reported together', () => {
  // GIVEN
  const stack = testStack();
  new Image(stack, 'base');
  const web = fileImage(stack, 'web');
  new ShellLocalProvisioner(web, 'one', { script: './nowhere.sh' });
  new ShellLocalProvisioner(web, 'two', { inline: ['echo {{', web.workDirectory] });
  // WHEN
  const message = failure(stack);
  // THEN
  expect(message).toContain('[shop/base] the build has no source');
  expect(message).toContain('[shop/web] shop/web/one: script:');
  expect(message).toContain('[shop/web] shop/web/two: inline');
});

test('images of a stack that use each other are refused with the circle, once', () => {
  // GIVEN
  const stack = testStack();
  const other: { image?: Image } = {};
  const first = fileImage(stack, 'first', Lazy.stringValue({ produce: () => other.image!.imageId }));
  other.image = fileImage(stack, 'second', first.imageId);
  // WHEN
  const message = failure(stack);
  // THEN
  expect(message).toContain('[shop] these images use each other\'s artifacts in a circle, so none can be built first: '
    + 'shop/first:file.text → shop/second:file.text → shop/first:file.text. Remove one of the uses; '
    + 'to say only what is built first, use `node.addDependency`.');
  expect(message.match(/circle/g)).toHaveLength(1);
});

test('images of two stacks that use each other are refused with the circle', () => {
  // GIVEN
  const app = testApp();
  const [one, two] = [new TerraformStack(app, 'one'), new TerraformStack(app, 'two')];
  const other: { image?: Image } = {};
  const first = fileImage(one, 'first', Lazy.stringValue({ produce: () => other.image!.imageId }));
  other.image = fileImage(two, 'second', first.imageId);
  // WHEN
  const message = failure(one);
  // THEN
  expect(message).toContain('[one] these images use each other\'s artifacts in a circle, so none can be built first: '
    + 'one/first:file.text → two/second:file.text → one/first:file.text.');
});

test('an image that uses its own artifact is refused', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new ShellLocalProvisioner(web, 'run', { inline: [`echo ${web.imageId}`] });
  // THEN
  expect(failure(stack)).toContain('in a circle, so none can be built first: shop/web:file.text → shop/web:file.text.');
});

test('the short id of an image with two sources is refused with the choices', () => {
  // GIVEN
  const web = fileImage(testStack(), 'web');
  new FileSource(web, 'other', { content: 'x', target: 'x' });
  // THEN
  expect(() => web.imageId).toThrow('shop/web: `imageId` is the id of the one source of an image, but this image has 2 sources '
    + '(file.text, file.other). Use `artifactOf(source).id` with the source that is meant.');
});

test.each<[string, (stack: TerraformStack) => any]>([
  ['${each.value}', () => TerraformIterator.fromList(['a', 'b']).value],
  ['${each.key}', () => TerraformIterator.fromMap({ a: 'b' }).key],
  ['${count.index}', () => `x${TerraformCount.of(3).index}`],
  ['${upper(each.value)}', () => Fn.upper(TerraformIterator.fromList(['a', 'b']).value)],
])('%s in an image is refused with a way out', (expression, value) => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web', value(stack));
  // THEN
  expect(failure(stack)).toContain(`[shop/web] shop/web/text: content: it contains a value of a Terraform iterator or count (${expression}), `
    + 'which exists only inside the resource that iterates, not in an image. Make one image for each element in your program instead.');
});

test('a late map with a key that only Terraform knows is refused', () => {
  // GIVEN
  const stack = testStack();
  const { id } = new Data(stack, 'zone');
  new ShellLocalProvisioner(fileImage(stack, 'web'), 'run', { inline: ['true'], env: Lazy.anyValue({ produce: () => ({ [id]: 'x' }) }) as any });
  // THEN
  expect(failure(stack)).toContain('[shop/web] shop/web/run: env: it contains a late map with a key that only Terraform knows (${terraform_data.zone.id})');
});

test('two images whose resources would have one name are refused', () => {
  // GIVEN
  const stack = testStack();
  new FileSource(new Image(stack, 'a'), 'b_c', { content: 'x', target: 'x' });
  new FileSource(new Image(stack, 'a_b'), 'c', { content: 'x', target: 'x' });
  // THEN
  expect(failure(stack)).toContain('[shop] shop/a_b/c and shop/a/b_c would both be \'terraform_data.a_b_c_build\' in Terraform');
});

test('two images whose values would have one name are refused', () => {
  // GIVEN
  const stack = testStack();
  const { id } = new Data(stack, 'zone');
  new FileSource(new Image(stack, 'a'), 'b_c', { content: id, target: 'x' });
  new FileSource(new Image(stack, 'a_b'), 'c', { content: id, target: 'x' });
  // THEN
  expect(failure(stack)).toContain('[shop] shop/a_b (variable c_content) and shop/a (variable b_c_content) would both be \'local.a_b_c_content\' in Terraform');
});

test('a resource of the user with the name of one of an image is refused', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  new Data(stack, 'web_text_build');
  // THEN
  expect(failure(stack)).toContain('[shop] shop/web/text and shop/web_text_build would both be \'terraform_data.web_text_build\' in Terraform');
});

test('a resource of that name in a stack inside of the stack is none of its business', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  new Data(new TerraformStack(stack, 'inner'), 'web_text_build');
  // THEN
  expect(() => App.of(stack).synth()).not.toThrow();
});

test('two images whose directories differ only in case are refused', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  fileImage(stack, 'Web');
  // THEN
  expect(failure(stack)).toContain('[shop] shop/Web and shop/web would both be \'images/web\' in Terraform');
});

test('without validation a broken image is still not written', () => {
  // GIVEN
  const app = new App({ outdir: temporaryFolder(), skipValidation: true });
  const stack = new TerraformStack(app, 'shop');
  fileImage(stack, 'good');
  new ShellLocalProvisioner(fileImage(stack, 'web'), 'run', { script: './nowhere.sh' });
  // WHEN
  const synth = () => app.synth();
  // THEN
  expect(synth).toThrow(/^the images cannot be synthesized \(no image was written\):\n {2}shop\/web\/run: script: the file or folder '.\/nowhere.sh' does not exist/);
  expect(fs.readdirSync(path.join(app.outdir, 'stacks', 'shop'))).toEqual(['cdk.tf.json']);
});

test('without validation images in a circle are still not written', () => {
  // GIVEN
  const app = new App({ outdir: temporaryFolder(), skipValidation: true });
  const stack = new TerraformStack(app, 'shop');
  const web = fileImage(stack, 'web');
  new ShellLocalProvisioner(web, 'run', { inline: [`echo ${web.imageId}`] });
  // WHEN
  const synth = () => app.synth();
  // THEN
  expect(synth).toThrow('shop/web: these images use each other\'s artifacts in a circle');
  expect(fs.readdirSync(path.join(app.outdir, 'stacks', 'shop'))).toEqual(['cdk.tf.json']);
});

test('an error annotation prevents images from being written', () => {
  // GIVEN
  const stack = testStack();
  Annotations.of(fileImage(stack, 'web')).addError('not today');
  // THEN
  expect(failure(stack)).toContain('[shop/web] not today');
});

test('a stack with images is not written as HCL', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // THEN
  expect(() => Testing.synthHcl(stack)).toThrow('shop/web: a stack with images is written as JSON only, which Terraform reads as well as HCL. '
    + 'Run `cdktf synth` without `--hcl` and unset SYNTH_HCL_OUTPUT.');
});
