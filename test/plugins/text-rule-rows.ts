import { VALID } from './amazon-rules/rule-row';
import { Configuration, Configured } from './rule-rows';

/** What a program says of a text in an option. */
export interface TextRow extends Configured {
  readonly text: string;
  /** What synthesis says; absent where the text is accepted. */
  readonly problem?: string;
  /** A part of what Packer says, where it looks at the text before it builds. */
  readonly says?: string;
}

type Texts = ReadonlyArray<readonly [text: string, problem?: string, says?: string]>;

function rows(component: Configured['component'], type: string, configured: (text: string) => Configuration, texts: Texts): TextRow[] {
  return texts.map(([text, problem, says]) => ({ component, type, text, problem, says, configuration: configured(text) }));
}

const command = (text: string) => ({ inline: ['true'], execute_command: ['/bin/sh', '-c', text] });
const ebs = (changes: Configuration) => ({ ...VALID['amazon-ebs'], ...changes });
const NOT_DEFINED = (name: string) => [`calls the function '${name}', which is not known there`, `function "${name}" not defined`] as const;
const REFUSED = (name: string) => `calls the function '${name}', which Packer refuses`;
const NO_FIELD = (name: string) => `uses \`.${name}\`, which is not there`;

export const CORE_GO_TEMPLATES: readonly TextRow[] = [
  ...rows('provisioner', 'shell-local', command, [
    ['{{.Vars}} {{.Script}}'],
    ['{{ .Vars | printf "%s" }}{{- /* why */ -}} {{if .Vars}}{{.Script}}{{else if .Command}}{{`{{`}}{{else}}{{"}}"}}{{end}}'],
    ['{{range $i, $each := .Vars}}{{$i}}{{else}}{{with $x := (index .Vars 0)}}{{$x.Y}}{{end}}{{end}}'],
    ['{{define "a"}}{{.}}{{end}}{{template "a" .Script}}{{block "b" .}}{{.Script}}{{end}}'],
    ['{{upper (replace "a" "b" -1 .Script)}} {{printf "%q %d %c" "}}" 0x1f \'x\'}} {{isotime "2006"}} {{timestamp}} {{uuid}} {{pwd}} {{split "a-b" "-" 0}}'],
    ['} }} { {'],
    ['{{script}}', ...NOT_DEFINED('script')],
    ['{{if .Vars}}{{templatefile "x"}}{{end}}', ...NOT_DEFINED('templatefile')],
    ['{{clean_resource_name .Script}}', ...NOT_DEFINED('clean_resource_name')],
    ['{{.Script', 'an action is not closed', 'unclosed action'],
    ['{{.Script}', 'an action is not closed', 'bad character'],
    ['{{/* {{.Script}}', 'a comment is not closed', 'unclosed comment'],
    ['{{if .Vars}}{{.Script}}', '`{{if …}}` has no `{{end}}`', 'unexpected EOF'],
    ['{{.Script}}{{end}}', '`{{end}}` stands where no block is open', 'unexpected {{end}}'],
    ['{{}}', 'a value is missing', 'missing value for command'],
    ['{{ (print .Script }}', 'a parenthesis is not closed', 'unclosed left paren'],
    ['{{$x}}', 'the variable `$x` is not declared', 'undefined variable'],
    ['{{build-name}}', '`-` has no meaning in an action', 'bad character'],
    ['{{print "a}}', 'the quotes at', 'unterminated quoted string'],
    ['{{break}}', '`{{break}}` stands outside of `range`', '{{break}} outside {{range}}'],
  ]),
  ...rows('post-processor', 'compress', (output) => ({ output }), [
    ['out/{{.BuildName}}-{{.BuilderType}}-{{.ID}}.tar.gz'],
    ['{{.BuildName}}{{else}}', '`{{else}}` stands where no block is open', 'unexpected {{else}}'],
  ]),
  ...rows('provisioner', 'windows-shell', (text) => ({ inline: ['dir'], execute_command: text }), [
    ['{{.Vars}} "{{.Path}}"'],
    // Packer looks at fields when it builds.
    ['{{.Path}} {{.EnvVarFile}}', NO_FIELD('EnvVarFile')],
  ]),
];

export const DOCKER_GO_TEMPLATES: readonly TextRow[] = rows('source', 'docker', (text) => ({ image: 'i', commit: true, run_command: ['-d', text] }), [
  ['{{.Image}}'],
  ['{{image}}', ...NOT_DEFINED('image')],
  ['{{.image}}', NO_FIELD('image')],
]);

export const AMAZON_GO_TEMPLATES: readonly TextRow[] = [
  ...rows('source', 'amazon-ebs', (name) => ebs({ ami_name: name }), [
    ['web {{isotime `2006` | upper}} {{build_name}} {{build_type}} {{packer_version}} {{lower "A"}}'],
    ['web {{isotme}}', ...NOT_DEFINED('isotme')],
    ['web {{isotime | clean_resource_name}}', ...NOT_DEFINED('clean_resource_name')],
    ['web {{.SourceAMI}}', NO_FIELD('SourceAMI'), 'AMIName should only contain'],
    ['web {{user `x`}}', REFUSED('user'), 'error calling user'],
    ['web {{env `HOME`}}', REFUSED('env'), 'env vars are not allowed here'],
    ['web {{template_dir}}', REFUSED('template_dir'), 'template path not available'],
    ['web {{consul_key `x`}}', REFUSED('consul_key'), 'consul_key is not allowed here'],
    ['web {{vault `x` `y`}}', REFUSED('vault'), 'Vault vars are only allowed'],
    ['web {{aws_secretsmanager `x`}}', REFUSED('aws_secretsmanager'), 'AWS Secrets Manager is only allowed'],
    ['web {{aws_secretsmanager_raw `x`}}', REFUSED('aws_secretsmanager_raw'), 'AWS Secrets Manager is only allowed'],
    ['web {{sed `x` `y`}}', REFUSED('sed'), '`sed` is deprecated'],
    ['web{{if false}}{{user `x`}}{{end}}'],
  ]),
  ...rows('source', 'amazon-ebs', (value) => ebs({ tags: { x: value } }), [
    ['{{.SourceAMI}} {{.SourceAMITags.Name}} {{index .SourceAMITags "a b"}} {{.BuildRegion}}'],
    ['{{.sourceAMI}}', NO_FIELD('sourceAMI')],
    ['{{ source_ami }}', ...NOT_DEFINED('source_ami')],
  ]),
  ...rows('source', 'amazon-ebs', (key) => ebs({ run_volume_tag: [{ name: key, value: 'x' }] }), [
    ['{{.SourceAMI}}'],
    ['{{.Source}}', NO_FIELD('Source')],
  ]),
  // The plugin prepares data for them, and loses it when it decodes HCL: what arrives is '<no value>'.
  ...rows('source', 'amazon-ebsvolume', (value) => ({ ...VALID['amazon-ebsvolume'], ebs_volumes: [{ device_name: '/dev/xvdf', tags: { x: value } }] }), [
    ['{{isotime}}'],
    ['{{.SourceAMI}}', NO_FIELD('SourceAMI')],
  ]),
];

const WRONG = (text: string) => `${JSON.stringify(text)} is no duration of Go`;

/** Texts that Go takes for durations, and such that it does not. */
const DURATIONS: Texts = [
  ['1h30m'], ['-5s'], ['1.5h'], ['300ms'], ['0'], ['+0'], ['.5s'], ['5.m'], ['1h1h'], ['1us1µs1μs1ns'], ['2562047h47m16.854775807s'], ['-9223372036854775808ns'],
  ...['5 minutes', '5', '5min', '5M', '1d', '00', '1h 30m', 'h', '.s', '-', '1,5h', '--5s', '9223372036854775808ns', '2562048h'].map(
    (text) => [text, WRONG(text), 'duration "'] as const,
  ),
];

const few = (all: Texts) => all.filter(([text]) => ['1h30m', '0', '5 minutes', '5'].includes(text));

/** Each option that is read as a duration, and all texts in one of them. */
export const CORE_DURATIONS: readonly TextRow[] = [
  ...rows('provisioner', 'shell', (text) => ({ inline: ['true'], pause_after: text }), DURATIONS),
  ...rows('provisioner', 'shell', (text) => ({ inline: ['true'], start_retry_timeout: text }), few(DURATIONS)),
  ...rows('provisioner', 'powershell', (text) => ({ inline: ['dir'], pause_after: text }), few(DURATIONS)),
  ...rows('provisioner', 'powershell', (text) => ({ inline: ['dir'], start_retry_timeout: text }), few(DURATIONS)),
  ...rows('provisioner', 'windows-shell', (text) => ({ inline: ['dir'], start_retry_timeout: text }), few(DURATIONS)),
  ...rows('provisioner', 'windows-restart', (text) => ({ restart_timeout: text }), few(DURATIONS)),
  ...['pause_before_connecting', 'ssh_timeout', 'ssh_wait_timeout', 'ssh_keep_alive_interval', 'ssh_read_write_timeout', 'winrm_timeout'].flatMap(
    (option) => rows('source', 'null', (text) => ({ communicator: 'none', [option]: text }), few(DURATIONS)),
  ),
];

/** Packer reads them itself, before it looks at anything else. */
export const META_DURATIONS: readonly TextRow[] = [
  ...rows('provisioner', 'shell-local', (text) => ({ inline: ['true'], pause_before: text }), few(DURATIONS)),
  ...rows('provisioner', 'shell-local', (text) => ({ inline: ['true'], timeout: text }), few(DURATIONS)),
];

export const DOCKER_DURATIONS: readonly TextRow[] = rows('source', 'docker', (text) => ({ image: 'i', commit: true, ssh_timeout: text }), few(DURATIONS));

export const AMAZON_DURATIONS: readonly TextRow[] = ['pause_before_ssm', 'windows_password_timeout', 'ssh_timeout'].flatMap(
  (option) => rows('source', 'amazon-ebs', (text) => ebs({ [option]: text }), few(DURATIONS)),
);
