import { problemsOf, problemsWith, smallTemplate, written } from './support';
import { GoTemplate, ManifestPostProcessor, PackerFn, ShellLocalPostProcessor, ShellLocalProvisioner, ShellProvisioner, Variable } from '../../src';
import { renderedTemplate } from '../../src/language/template';

const INSPECT = 'docker inspect --format "{{.Id}}" web';

function stepOf(template: ReturnType<typeof smallTemplate>['template']): any {
  return template.toJson().build[0].provisioner[0]['shell-local'];
}

function scriptOf(template: ReturnType<typeof smallTemplate>['template']): string | undefined {
  return renderedTemplate(template).staged[0].asset.content;
}

test('an inline script with a literal {{ becomes a script file with the same shebang', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'inspect', { inline: [INSPECT, 'true'], inlineShebang: '/bin/bash -eu' });

  expect(stepOf(template)).toEqual({ script: '${path.root}/assets/build-inspect/inline/inline.sh' });
  expect(scriptOf(template)).toBe(`#!/bin/bash -eu\n${INSPECT}\ntrue\n`);
});

test('without a shebang it is that of Packer', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'inspect', { inline: [INSPECT] });

  expect(scriptOf(template)).toBe(`#!/bin/sh -e\n${INSPECT}\n`);
});

test('an empty shebang makes a script without one', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'inspect', { inline: [INSPECT], inlineShebang: '' });

  expect(scriptOf(template)).toBe(`${INSPECT}\n`);
});

test('the script of a shell provisioner keeps a shebang of its own, as Packer does', () => {
  const { template, build, source } = smallTemplate();
  source.addOverride('communicator', 'ssh');

  new ShellProvisioner(build, 'inspect', { inline: ['#!/usr/bin/python3', 'print("{{}}")'] });

  expect(scriptOf(template)).toBe('#!/usr/bin/python3\nprint("{{}}")\n');
});

test('post-processors move their scripts too', () => {
  const { template, build } = smallTemplate();

  new ShellLocalPostProcessor(build, 'inspect', { inline: [INSPECT] });

  expect(template.toJson().build[0]['post-processors'][0]['post-processor'][0]).toEqual({
    'shell-local': { script: '${path.root}/assets/build-inspect/inline/inline.sh' },
  });
});

test.each<[string, (x: Variable) => string]>([
  ['string', (x) => `echo ${x.stringValue}`],
  ['number', (x) => `echo ${x.numberValue}`],
  ['function', (x) => PackerFn.upper(x.stringValue)],
])('a literal {{ beside a %s reference is an error', (_, line) => {
  const { template, build } = smallTemplate();
  const x = new Variable(template, 'x');

  new ShellLocalProvisioner(build, 'inspect', { inline: [INSPECT, line(x)] });

  expect(problemsOf(template)).toContainEqual(expect.stringMatching(
    /^\[web\/build\/inspect\] inline: it contains a literal `\{\{` beside references\. .*Pass the references through `environmentVars`/,
  ));
});

test('when the script for one source must be a file, those for the others are files too', () => {
  const { template, build, source } = smallTemplate();

  const step = new ShellLocalProvisioner(build, 'inspect', { inline: ['true'] });
  step.overrideFor(source, { inline: [INSPECT] });

  expect(stepOf(template)).toEqual({
    script: '${path.root}/assets/build-inspect/inline/inline.sh',
    override: { local: { script: '${path.root}/assets/build-inspect/inline.2/inline.sh' } },
  });
});

test.each<[string, any]>([
  ['environmentVars', { environmentVars: ['A=b', 'FORMAT={{.Id}}'], inline: ['true'] }],
  ['command', { command: INSPECT }],
])('a literal {{ in %s is an error, since no escape survives there', (_, props) => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', props);

  expect(problemsOf(template)).toEqual([expect.stringMatching(
    /^\[web\/build\/step\] (environment_vars\.1|command): it contains a literal `\{\{`, but Packer renders this option .* until nothing changes.*Put the text in a file/,
  )]);
});

test('a literal {{ in the custom data of a manifest is an error', () => {
  const { template, build } = smallTemplate();

  new ManifestPostProcessor(build, 'manifest', { customData: { id: '{{x}}' } });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/manifest\] custom_data\.id: it contains a literal/)]);
});

test('a literal {{ that a function gives cannot be escaped there either', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: [PackerFn.format(INSPECT, [])] });

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/build\/step\] inline\.0: it contains a literal `\{\{`/)]);
});

test('GoTemplate stands for a Go template in every option', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', {
    inline: [`echo ${GoTemplate.BUILD_NAME}`],
    environmentVars: [`AT=${GoTemplate.of('{{isotime "2006-01-02"}}')}`],
    executeCommand: ['/bin/bash', '-c', `${GoTemplate.VARS} ${GoTemplate.SCRIPT}`],
  });

  expect(stepOf(template)).toEqual({
    environment_vars: ['AT={{isotime "2006-01-02"}}'],
    execute_command: ['/bin/bash', '-c', '{{.Vars}} {{.Script}}'],
    inline: ['echo {{build_name}}'],
  });
});

test('GoTemplate and literal braces may stand in one text where it is rendered once', () => {
  expect(written(() => `{{a}} ${GoTemplate.of('{{upper "b"}}')}`)).toBe('{{`{{`}}a}} {{upper "b"}}');
});

test('a brace before a GoTemplate that is rendered until nothing changes is an error', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: [`{${GoTemplate.BUILD_NAME}`] });

  expect(problemsOf(template)).toHaveLength(1);
});

test('GoTemplate can be the argument of a function', () => {
  expect(written(() => PackerFn.upper(GoTemplate.BUILD_NAME))).toBe('${upper("{{build_name}}")}');
});

test('options that are Go templates by purpose pass through', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['true'], executeCommand: ['sh', '-c', '{{.Vars}} {{.Script}} ${HOME}'] });

  expect(stepOf(template).execute_command).toEqual(['sh', '-c', '{{.Vars}} {{.Script}} $${HOME}']);
});

test('a text that a function makes is escaped as a whole, since the function needs the real text', () => {
  expect(written(() => PackerFn.base64encode('{{a'))).toBe('${base64encode("{{a")}');
  expect(written(() => PackerFn.upper('{{a'))).toBe('${replace(upper("{{a"), "{", "{{`{`}}")}');
  expect(written(() => PackerFn.concat([['{{a'], ['b']]))).toBe('${concat(["{{`{{`}}a"], ["b"])}');
  expect(problemsWith(() => PackerFn.upper('{{a'))).toEqual([]);
});

test('a reference in the text of a Go template is an error', () => {
  const { template } = smallTemplate();
  const release = new Variable(template, 'release');

  expect(() => GoTemplate.of(`{{timestamp}}-${release.stringValue}`)).toThrow('Put the reference beside it');
});
