import { Fn, TerraformStack } from 'cdktf';
import { FileSource, Local, NullSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testStack, Written } from './synthesis';
import { Image } from '../src';

/** The triggers of the one build of the image `web` that `build` makes. */
function triggersOf(build: (stack: TerraformStack) => void): any {
  const stack = testStack();
  build(stack);
  const written = Written.by(stack);
  const [name] = Object.keys(written.terraform.resource.terraform_data).filter((key) => /^web_.*_build$/.test(key));
  return written.triggers(name);
}

test('steps stand among the triggers by position and type, with their options', () => {
  // GIVEN
  const triggers = triggersOf((stack) => {
    const web = fileImage(stack, 'web');
    new ShellLocalProvisioner(web, 'first', { inline: ['true'] });
    new ShellLocalProvisioner(web, 'second', { inline: ['false'] });
  });
  // THEN
  const digest = expect.stringMatching(/^[0-9a-f]{32}$/);
  expect(triggers.steps).toEqual({ '1 shell-local': { inline: digest }, '2 shell-local': { inline: digest } });
});

test('a changed step changes its own trigger and the fingerprint only', () => {
  // GIVEN
  const triggers = (second: string) => triggersOf((stack) => {
    const web = fileImage(stack, 'web');
    new ShellLocalProvisioner(web, 'first', { inline: ['true'] });
    new ShellLocalProvisioner(web, 'second', { inline: [second] });
  });
  // WHEN
  const [before, after] = [triggers('one'), triggers('two')];
  // THEN
  expect(after).toEqual({
    ...before,
    fingerprint: after.fingerprint,
    steps: { ...before.steps, '2 shell-local': after.steps['2 shell-local'] },
  });
  expect(after.fingerprint).not.toBe(before.fingerprint);
  expect(after.steps['2 shell-local'].inline).not.toBe(before.steps['2 shell-local'].inline);
});

test('renaming a construct changes no trigger but the names of values', () => {
  // GIVEN
  const triggers = (id: string) => triggersOf((stack) => {
    const zone = new Data(stack, 'zone');
    const web = fileImage(stack, 'web');
    new ShellLocalProvisioner(web, id, { inline: [`echo ${zone.id}`], environmentVars: [`A=${zone.output.text}`] });
    new Local(web, `${id}_local`, { expression: zone.output.list });
  });
  // WHEN
  const [before, after] = [triggers('one'), triggers('two')];
  // THEN
  expect(JSON.parse(JSON.stringify(after).replace(/web_two/g, 'web_one'))).toEqual(before);
});

test('a value in a content position is a trigger, by the place where it is used', () => {
  // GIVEN
  const triggers = triggersOf((stack) => {
    const zone = new Data(stack, 'zone');
    const web = fileImage(stack, 'web', zone.id);
    new ShellLocalProvisioner(web, 'run', { environmentVars: ['A=b', `ZONE=${zone.output.text}`], inline: ['true'] });
    new Local(web, 'all', { expression: zone.output.list });
  });
  // THEN
  expect(triggers.values).toEqual({
    'source content': '${local.web_text_content}',
    '1 shell-local environment_vars.1': '${local.web_run_environment_vars_1}',
    'local expression': '${local.web_all_expression}',
  });
});

test.each<[string, (base: Image, source: FileSource) => string]>([
  ['another file of an artifact', (base, source) => base.artifactOf(source).file('b.tar')],
  ['a function around its path', (base, source) => Fn.dirname(base.artifactOf(source).file('a.tar'))],
])('%s is a trigger, though a path is none', (_what, changed) => {
  // GIVEN
  const triggers = (content: (base: Image, source: FileSource) => string) => triggersOf((stack) => {
    const base = fileImage(stack, 'base');
    fileImage(stack, 'web', content(base, base.node.findChild('text') as FileSource));
  });
  // WHEN
  const [before, after] = [triggers((base, source) => base.artifactOf(source).file('a.tar')), triggers(changed)];
  // THEN
  expect(after.values).toBeUndefined();
  expect(after.source).not.toEqual(before.source);
});

test('two values in one text are two triggers', () => {
  // GIVEN
  const triggers = triggersOf((stack) => {
    const zone = new Data(stack, 'zone');
    fileImage(stack, 'web', `${zone.id} and ${zone.output.text}`);
  });
  // THEN
  expect(triggers.values).toEqual({
    'source content': '${local.web_text_content}',
    'source content (2)': '${local.web_text_content_2}',
  });
});

test('values of two locals are two triggers', () => {
  // GIVEN
  const triggers = triggersOf((stack) => {
    const zone = new Data(stack, 'zone');
    const web = fileImage(stack, 'web');
    new Local(web, 'one', { expression: zone.id });
    new Local(web, 'two', { expression: zone.output.text });
  });
  // THEN
  expect(triggers.values).toEqual({
    'local expression': '${local.web_one_expression}',
    'local expression (2)': '${local.web_two_expression}',
  });
});

test('a value in an environment position is handed over and is no trigger', () => {
  // GIVEN
  const stack = testStack();
  const host = new Data(stack, 'host');
  const web = new Image(stack, 'web');
  new NullSource(web, 'host', { sshHost: host.id, sshUsername: 'admin', sshPassword: 'x' });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_host_build').values).toBeUndefined();
  expect(written.environment('web_host_build').PKR_VAR_host_ssh_host).toBe('${local.web_host_ssh_host}');
  expect(written.resource('web_host_build').input).toMatch(/^\$\{path\.module\}\/work\/web\/host\/[0-9a-f]{16}\/manifest\.json$/);
});

test('a value in an environment and in a content position is a trigger for the content', () => {
  // GIVEN
  const triggers = triggersOf((stack) => {
    const host = new Data(stack, 'host');
    const web = new Image(stack, 'web');
    new NullSource(web, 'host', { sshHost: host.id, sshUsername: 'admin', sshPassword: 'x' });
    new ShellLocalProvisioner(web, 'run', { inline: [`ping ${host.id}`] });
  });
  // THEN
  expect(triggers.values).toEqual({ '1 shell-local inline.0': '${local.web_host_ssh_host}' });
});

test('a value that only another source uses is no trigger, and is handed over as an empty text', () => {
  // GIVEN
  const stack = testStack();
  const zone = new Data(stack, 'zone');
  const web = fileImage(stack, 'web', zone.id);
  new FileSource(web, 'other', { content: 'x', target: 'x' });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_other_build').values).toBeUndefined();
  expect(written.environment('web_other_build').PKR_VAR_text_content).toBe('');
  expect(JSON.stringify(written.resource('web_other_build').lifecycle)).not.toContain('text_content');
});

test('the work folder is named by the fingerprint and by the values that make content', () => {
  // GIVEN
  const stack = testStack();
  const zone = new Data(stack, 'zone');
  fileImage(stack, 'web', zone.id);
  // WHEN
  const { input, triggers_replace: triggers } = Written.by(stack).resource('web_text_build');
  // THEN
  expect(input).toBe(`\${path.module}/work/web/text/${triggers.fingerprint.slice(0, 16)}`
    + '-${substr(sha256(jsonencode([local.web_text_content])), 0, 16)}/manifest.json');
});

test('the run of a parent is a trigger and the path of its file is not', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  const file = base.artifactOf(base.node.findChild('text') as FileSource).file('*.txt');
  fileImage(stack, 'web', `from ${file}`);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_text_build')).toMatchObject({ parents: { 1: '${terraform_data.base_text_artifact.output.run}' } });
  expect(written.triggers('web_text_build').values).toBeUndefined();
  expect(written.resource('web_text_build').input).toContain('-${substr(sha256(jsonencode([terraform_data.base_text_artifact.output.run])), 0, 16)}');
  expect(written.environment('web_text_build').PKR_VAR_text_content).toBe('${local.web_text_content}');
});

test('a parent that only another source uses is no trigger', () => {
  // GIVEN
  const stack = testStack();
  const base = fileImage(stack, 'base');
  const web = fileImage(stack, 'web', base.imageId);
  new FileSource(web, 'other', { content: 'x', target: 'x' });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_text_build').parents).toEqual({ 1: '${terraform_data.base_text_artifact.output.run}' });
  expect(written.triggers('web_other_build').parents).toBeUndefined();
});

test('a value in the timeout of a step is handed over and is no trigger', () => {
  // GIVEN
  const stack = testStack();
  const limit = new Data(stack, 'limit');
  const web = new Image(stack, 'web');
  new NullSource(web, 'host', { communicator: 'none' });
  new ShellLocalProvisioner(web, 'run', { inline: ['true'], timeout: limit.id });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.triggers('web_host_build').values).toBeUndefined();
  expect(written.environment('web_host_build').PKR_VAR_run_timeout).toBe('${local.web_run_timeout}');
});
