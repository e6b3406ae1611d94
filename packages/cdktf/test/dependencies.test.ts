import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { FileSource, NullSource } from 'cdk-packer';
import { Data, fileImage, testApp, testStack, Written } from './synthesis';
import { Image } from '../src';

test('what `dependsOn` names is deployed before the build', () => {
  // GIVEN
  const stack = testStack();
  const network = new Data(stack, 'network');
  const web = new Image(stack, 'web', { dependsOn: [network] });
  new FileSource(web, 'text', { content: 'x', target: 'x' });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.resource('web_text_build').depends_on).toEqual(['terraform_data.network']);
  expect(written.resource('web_text_artifact').depends_on).toBeUndefined();
});

test('a dependency on a resource is one of every build of the image', () => {
  // GIVEN
  const stack = testStack();
  const network = new Data(stack, 'network');
  const web = fileImage(stack, 'web');
  new NullSource(web, 'here', { communicator: 'none' });
  web.node.addDependency(network);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.resource('web_text_build').depends_on).toEqual(['terraform_data.network']);
  expect(written.resource('web_here_build').depends_on).toEqual(['terraform_data.network']);
});

test('a dependency on an image is one on the builds of all its sources', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  new NullSource(base, 'here', { communicator: 'none' });
  const web = fileImage(stack, 'web');
  web.node.addDependency(base);
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.depends_on).toEqual(['terraform_data.base_here_build', 'terraform_data.base_text_build']);
});

test('a dependency on a construct is one on everything below it', () => {
  // GIVEN
  const stack = testStack();
  const group = new Construct(stack, 'group');
  const network = new Data(group, 'network');
  const base = fileImage(group, 'base');
  const web = fileImage(stack, 'web');
  web.node.addDependency(group);
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.depends_on).toEqual([
    `terraform_data.${stack.getLogicalId(base.node as any)}_text_build`,
    `terraform_data.${network.friendlyUniqueId}`,
  ]);
});

test('a dependency of a step is one of its image', () => {
  // GIVEN
  const stack = testStack();
  const network = new Data(stack, 'network');
  const web = fileImage(stack, 'web');
  web.node.findChild('text').node.addDependency(network);
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.depends_on).toEqual(['terraform_data.network']);
});

test('a dependency between parts of an image is nothing to Terraform', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  web.node.findChild('text').node.addDependency(web.packerBuild);
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.depends_on).toBeUndefined();
});

test('a dependency given twice is written once', () => {
  // GIVEN
  const stack = testStack();
  const network = new Data(stack, 'network');
  const web = new Image(stack, 'web', { dependsOn: [network, network] });
  new FileSource(web, 'text', { content: 'x', target: 'x' });
  web.node.addDependency(network);
  // WHEN
  const build = Written.by(stack).resource('web_text_build');
  // THEN
  expect(build.depends_on).toEqual(['terraform_data.network']);
});

test.each<[string, (stack: TerraformStack) => Construct]>([
  ['resource', (stack) => new Data(stack, 'network')],
  ['image', (stack) => fileImage(stack, 'base')],
  ['stack', (stack) => stack],
])('a dependency on a %s of another stack makes the stack depend on that stack', (_what, other) => {
  // GIVEN
  const app = testApp();
  const [first, second] = [new TerraformStack(app, 'first'), new TerraformStack(app, 'second')];
  const web = fileImage(second, 'web');
  web.node.addDependency(other(first));
  // WHEN
  const written = Written.by(second);
  // THEN
  expect(written.manifest.stacks.second.dependencies).toEqual(['first']);
  expect(written.resource('web_text_build').depends_on).toBeUndefined();
  expect(written.terraform.data).toBeUndefined();
});

test('dependencies are in no fingerprint and no trigger', () => {
  // GIVEN
  const triggers = (depends: boolean) => {
    const stack = testStack();
    const base = fileImage(stack, 'base');
    const network = new Data(stack, 'network');
    const web = new Image(stack, 'web', depends ? { dependsOn: [network] } : {});
    new FileSource(web, 'text', { content: 'x', target: 'x' });
    if (depends) { web.node.addDependency(base); }
    return Written.by(stack).triggers('web_text_build');
  };
  // WHEN
  const [without, with_] = [triggers(false), triggers(true)];
  // THEN
  expect(with_).toEqual(without);
});

test('a dependency on something that is never deployed is refused', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  web.node.addDependency(new TerraformVariable(stack, 'region', {}), new Construct(stack, 'empty'));
  // WHEN
  const synth = () => Written.by(stack);
  // THEN
  expect(synth).toThrow('[shop/web] it depends on shop/region, which is neither an image nor anything that Terraform can wait for.');
  expect(synth).toThrow('[shop/web] it depends on shop/empty, which is neither');
});
