import { App, Fn, TerraformLocal, TerraformOutput, TerraformStack } from 'cdktf';
import { Expression, Image as CoreImage, PackerFn, ShellLocalProvisioner, SourceContext, Variable } from 'cdk-packer';
import { Data, fileImage, testStack } from './synthesis';

const EXPLANATION = 'a reference of Packer (to a variable, a source, a function of PackerFn) stands in a Terraform value, which would be applied as garbage. '
  + 'Terraform can use artifacts (image.artifactOf(source).id) and plain values of your program.';

/** The message of the failed synthesis of a stack with an image and what `use` adds. */
function failure(use: (stack: TerraformStack, image: CoreImage) => void): string {
  const stack = testStack();
  use(stack, fileImage(stack, 'web'));
  try {
    App.of(stack).synth();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test.each<[string, (image: CoreImage) => any]>([
  ['a variable', (image) => new Variable(image, 'release').stringValue],
  ['a number', (image) => new Variable(image, 'port', { type: 'number' }).numberValue],
  ['a number inside a text', (image) => `port ${new Variable(image, 'port', { type: 'number' }).numberValue}`],
  ['a function', () => PackerFn.timestamp()],
  ['an expression inside a text', () => `a ${Expression.asString('upper("x")')}`],
  ['a list', () => Expression.asList('var.all')],
  ['the source that is built', () => SourceContext.NAME],
  ['the work folder', (image) => image.workDirectory],
])('%s of Packer in a resource is refused with the address', (_what, reference) => {
  const message = failure((stack, image) => { new Data(stack, 'server', { deep: [1, { value: reference(image) }] }); });
  expect(message).toMatch(/\[shop\] resource\.terraform_data\.server\.input\.deep\.1\.value(?:\.0)?: /);
  expect(message).toContain(EXPLANATION);
});

test('a reference of Packer in an output is refused with the address', () => {
  const message = failure((stack, image) => { new TerraformOutput(stack, 'folder', { value: image.workDirectory }); });
  expect(message).toContain(`[shop] output.folder.value: ${EXPLANATION}`);
});

test('a reference of Packer in the key of a map is refused with the address of the map', () => {
  const message = failure((stack, image) => { new Data(stack, 'server', { map: { [`a ${image.workDirectory}`]: image.workDirectory } }); });
  expect(message).toContain(`[shop] resource.terraform_data.server.input.map.(a key): ${EXPLANATION}`);
  expect(message).not.toMatch(/[\uFDD0-\uFDEF]/);
});

test('a reference of Packer inside a function of Terraform is refused', () => {
  const message = failure((stack, image) => { new TerraformLocal(stack, 'folder', Fn.upper(image.workDirectory)); });
  expect(message).toContain(`[shop] locals.folder: ${EXPLANATION}`);
});

test('a reference of Packer inside a function of Terraform in an image is refused', () => {
  const message = failure((_stack, image) => { new ShellLocalProvisioner(image, 'run', { command: Fn.upper(image.workDirectory) }); });
  expect(message).toContain(`[shop] locals.web_run_command: ${EXPLANATION}`);
});

test('a reference of Packer in the key of a map of an image, beside a value of Terraform, is none in Terraform', () => {
  const message = failure((stack, image) => {
    const name = new Variable(image, 'name', { default: 'x' });
    new ShellLocalProvisioner(image, 'run', { inline: ['true'], env: { [`A_${name.stringValue}`]: new Data(stack, 'zone').id } });
  });
  expect(message).toBe('');
});

test('ordinary large numbers and texts with exponents are no references', () => {
  const message = failure((stack) => { new Data(stack, 'server', { number: -1.5e+300, text: 'from -1e+300 to 1e+300' }); });
  expect(message).toBe('');
});
