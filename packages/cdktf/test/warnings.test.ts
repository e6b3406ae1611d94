import { App, TerraformStack, Testing } from 'cdktf';
import { FileSource, ShellLocalProvisioner } from 'cdk-packer';
import { fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

const WARNING = expect.stringMatching(/^content: the text contains '\$\{var\.[^']*', which arrives literally, since strings are literals here\./);

/** An image that is written with a warning. */
function doubtfulImage(stack: TerraformStack): Image {
  return fileImage(stack, 'web', 'a ${var.name}');
}

test('a warning becomes an annotation of its construct', () => {
  // GIVEN
  const stack = testStack();
  doubtfulImage(stack);
  // WHEN
  const { annotations } = Written.by(stack).manifest.stacks.shop;
  // THEN
  expect(annotations).toEqual([{ constructPath: 'shop/web/text', level: '@cdktf/warn', message: WARNING }]);
});

test('a warning becomes an annotation once, however often the stack is synthesized', () => {
  // GIVEN
  const stack = testStack();
  doubtfulImage(stack);
  // WHEN
  App.of(stack).synth();
  Testing.synth(stack, true);
  const { annotations } = Written.by(stack).manifest.stacks.shop;
  // THEN
  expect(annotations).toHaveLength(1);
});

test('the same warning at two constructs is two annotations', () => {
  // GIVEN
  const stack = testStack();
  const image = doubtfulImage(stack);
  new FileSource(image, 'other', { content: 'a ${var.name}', target: 'x' });
  // WHEN
  const { annotations } = Written.by(stack).manifest.stacks.shop;
  // THEN
  expect(annotations.map(({ constructPath }: any) => constructPath).sort()).toEqual(['shop/web/other', 'shop/web/text']);
});

test('warnings stand in the index too', () => {
  // GIVEN
  const stack = testStack();
  doubtfulImage(stack);
  // WHEN
  const { images } = Written.by(stack).json('images.json');
  // THEN
  expect(images[0].warnings).toEqual([{ path: 'shop/web/text', message: WARNING }]);
});

test('an image without doubts has no annotations', () => {
  // GIVEN
  const stack = testStack();
  new ShellLocalProvisioner(fileImage(stack, 'web'), 'run', { inline: ['echo "$HOME"'] });
  // WHEN
  const { annotations } = Written.by(stack).manifest.stacks.shop;
  // THEN
  expect(annotations).toEqual([]);
});
