import { App, Aspects, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { FileSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testApp, Written } from './synthesis';
import { Image } from '../src';

interface Stacks {
  readonly app: App;
  readonly first: TerraformStack;
  readonly second: TerraformStack;
}

/** Two stacks in one app, in this order. */
function twoStacks(): Stacks {
  const app = testApp();
  return { app, first: new TerraformStack(app, 'first'), second: new TerraformStack(app, 'second') };
}

const FROM_FIRST = 'data.terraform_remote_state.cross-stack-reference-input-first.outputs';

function text(image: Image): FileSource {
  return image.node.findChild('text') as FileSource;
}

test('an image uses a resource of another stack through one output and its remote state', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const zone = new Data(first, 'zone');
  fileImage(second, 'web', `a ${zone.id} ${zone.id}`);
  // WHEN
  const [origin, user] = [Written.by(first), Written.by(second)];
  // THEN
  expect(origin.terraform.output).toEqual({
    'cross-stack-output-terraform_datazoneid': { value: '${terraform_data.zone.id}', sensitive: true },
  });
  expect(Object.keys(user.terraform.data.terraform_remote_state)).toEqual(['cross-stack-reference-input-first']);
  expect(user.terraform.locals.web_text_content).toBe(`\${${FROM_FIRST}.cross-stack-output-terraform_datazoneid}`);
  expect(user.terraform.output).toBeUndefined();
  expect(origin.terraform.data).toBeUndefined();
  expect(user.manifest.stacks.second.dependencies).toEqual(['first']);
});

test('resources of the same name in two stacks are two values', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const [there, here] = [new Data(first, 'zone'), new Data(second, 'zone')];
  fileImage(second, 'web', `${there.id} ${here.id}`);
  // WHEN
  const user = Written.by(second);
  // THEN
  expect(user.terraform.locals).toMatchObject({
    web_text_content: `\${${FROM_FIRST}.cross-stack-output-terraform_datazoneid}`,
    web_text_content_2: '${terraform_data.zone.id}',
  });
  expect(Object.keys(user.template('web').variable)).toEqual(['text_content', 'text_content_2', 'work_dir']);
});

test('an image of a stack that stands before the stack it uses is right as well', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const zone = new Data(second, 'zone');
  fileImage(first, 'web', zone.id);
  // WHEN
  const user = Written.by(first);
  // THEN
  expect(user.terraform.locals.web_text_content)
    .toBe('${data.terraform_remote_state.cross-stack-reference-input-second.outputs.cross-stack-output-terraform_datazoneid}');
  expect(user.manifest.stacks.first.dependencies).toEqual(['second']);
});

test('the id of an artifact is used in another stack', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const base = fileImage(first, 'base');
  new Data(second, 'server', { image: base.imageId, upper: Fn.upper(base.imageId) });
  new TerraformOutput(second, 'id', { value: base.imageId });
  // WHEN
  const [origin, user] = [Written.by(first), Written.by(second)];
  // THEN
  const id = `${FROM_FIRST}.cross-stack-output-terraform_database_text_artifactoutput.id`;
  expect(origin.terraform.output).toEqual({
    'cross-stack-output-terraform_database_text_artifactoutput': { value: '${terraform_data.base_text_artifact.output}', sensitive: true },
  });
  expect(user.resource('server').input).toEqual({ image: `\${${id}}`, upper: `\${upper(${id})}` });
  expect(user.terraform.output.id.value).toBe(`\${${id}}`);
});

test('the file of an artifact is found by another stack in the folder of the stack that built it', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const base = fileImage(first, 'base');
  new Data(second, 'server', base.artifactOf(text(base)).file('*.txt'));
  // WHEN
  const [origin, user] = [Written.by(first), Written.by(second)];
  // THEN
  expect(origin.terraform.locals).toEqual({ 'base_text-directory': '${abspath(terraform_data.base_text_artifact.output.directory)}' });
  expect(origin.terraform.output['cross-stack-output-localbase_text-directory'].value).toBe('${local.base_text-directory}');
  expect(user.resource('server').input).toContain(`join("/", [${FROM_FIRST}.cross-stack-output-localbase_text-directory, `);
  expect(user.resource('server').input).not.toContain('abspath');
});

test('an image uses the artifact of an image of another stack, whose run is a trigger', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const base = fileImage(first, 'base');
  fileImage(second, 'web', `from ${base.artifactOf(text(base)).file('*.txt')}`);
  // WHEN
  const user = Written.by(second);
  // THEN
  const run = `${FROM_FIRST}.cross-stack-output-terraform_database_text_artifactoutput.run`;
  expect(user.triggers('web_text_build')).toMatchObject({ parents: { 1: `\${${run}}` } });
  expect(user.resource('web_text_build').input).toContain(`sha256(jsonencode([${run}]))`);
  expect(user.json('images.json').images[0].targets[0].parents).toEqual(['first/base:file.text']);
  expect(user.manifest.stacks.second.dependencies).toEqual(['first']);
});

test('an image has the same fingerprint whether its parent is in the same stack or in another', () => {
  // GIVEN
  const fingerprint = (same: boolean) => {
    const { first, second } = twoStacks();
    const base = fileImage(same ? second : first, 'base');
    fileImage(second, 'web', base.imageId);
    return Written.by(second).triggers('web_text_build').fingerprint;
  };
  // THEN
  expect(fingerprint(true)).toBe(fingerprint(false));
});

test('an image that uses a stack which uses the image is refused by the framework, with the names of both stacks', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const web = fileImage(first, 'web', new Data(second, 'zone').id);
  new Data(second, 'server', web.imageId);
  // WHEN
  const synth = () => Written.by(first);
  // THEN
  expect(synth).toThrow('Cannot add dependency first to second, because it would cause a circular dependency.');
});

test('a stack that uses an image which uses the stack is refused by the framework, with the names of both stacks', () => {
  // GIVEN
  const { first, second } = twoStacks();
  const zone = new Data(first, 'zone');
  const web = fileImage(second, 'web', zone.id);
  new Data(first, 'server', web.imageId);
  // WHEN
  const synth = () => Written.by(first);
  // THEN
  expect(synth).toThrow('Cannot add dependency first to second, because it would cause a circular dependency.');
});

test('a value of another stack that an aspect adds, which the framework would write wrongly, is refused', () => {
  // GIVEN
  const { app, first, second } = twoStacks();
  const zone = new Data(first, 'zone');
  const web = fileImage(second, 'web');
  Aspects.of(second).add({
    visit: (construct) => {
      if (construct === web) { new ShellLocalProvisioner(web, 'added', { command: `echo ${zone.id}` }); }
    },
  });
  // WHEN
  const synth = () => app.synth();
  // THEN
  expect(synth).toThrow('[second] second/web/added: command: it contains a value of the stack first (terraform_data.zone.id) that an aspect added. '
    + 'CDKTF connects stacks before aspects run, so it would be written as a value of this stack. Add it in your program, before the app is synthesized.');
});

test('a value of its own stack that an aspect adds is lifted', () => {
  // GIVEN
  const { second } = twoStacks();
  const zone = new Data(second, 'zone');
  const web = fileImage(second, 'web');
  Aspects.of(second).add({
    visit: (construct) => {
      if (construct === web && !web.node.tryFindChild('added')) { new ShellLocalProvisioner(web, 'added', { command: `echo ${zone.id}` }); }
    },
  });
  // WHEN
  const written = Written.by(second);
  // THEN
  expect(written.terraform.locals).toMatchObject({ web_added_command: '${terraform_data.zone.id}' });
});

test('stacks can be synthesized again after a value of another stack was added', () => {
  // GIVEN
  const { app, first, second } = twoStacks();
  const zone = new Data(first, 'zone');
  const web = fileImage(second, 'web');
  app.synth();
  // WHEN
  new ShellLocalProvisioner(web, 'added', { command: `echo ${zone.id}` });
  const written = Written.by(second);
  // THEN
  expect(written.terraform.locals).toMatchObject({ web_added_command: `\${${FROM_FIRST}.cross-stack-output-terraform_datazoneid}` });
});

test('each stack has its own images and its own index', () => {
  // GIVEN
  const { first, second } = twoStacks();
  fileImage(first, 'base');
  fileImage(second, 'web');
  // WHEN
  const [one, other] = [Written.by(first), Written.by(second)];
  // THEN
  expect(one.json('images.json').images.map(({ path }: any) => path)).toEqual(['first/base']);
  expect(other.json('images.json').images.map(({ path }: any) => path)).toEqual(['second/web']);
  expect(one.files().filter((file) => file.startsWith('images/') && !file.includes('.'))).toEqual(['images/base', 'images/base/SHA256SUMS']);
});

test('a stack inside of a stack keeps its images to itself', () => {
  // GIVEN
  const outer = new TerraformStack(testApp(), 'outer');
  const inner = new TerraformStack(outer, 'inner');
  fileImage(outer, 'web', 'a ${var.a}');
  fileImage(inner, 'web', 'a ${var.a}');
  // WHEN
  const [one, other] = [Written.by(outer), Written.by(inner)];
  // THEN
  expect(one.json('images.json').images.map(({ path }: any) => path)).toEqual(['outer/web']);
  expect(other.json('images.json').images.map(({ path }: any) => path)).toEqual(['outer/inner/web']);
  const inTheManifest: any = Object.values(other.manifest.stacks).find(({ constructPath }: any) => constructPath === 'outer/inner');
  expect(inTheManifest.annotations.map(({ constructPath }: any) => constructPath)).toEqual(['outer/inner/web/text']);
});
