import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { temporaryFolder } from './support';
import { GO_BUILTINS, REFUSED_FUNCTIONS, SDK_FUNCTIONS } from '../../src/language/go-template-functions';
import { readGoTemplate } from '../../src/language/go-template-parser';
import { PACKER_1_16_0 } from '../programs/packers';

const RUNS: fc.Parameters<unknown> = { numRuns: 1, endOnFailure: true, seed: 20260101 };
const COUNT = 25;

/** Templates that Go can read. */
const valid = fc.letrec<{ value: string; command: string; pipeline: string; template: string; piece: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('.', '.Script', '.A.B', '$', '$.Vars', '"}}"', '`{{`', '\'x\'', '1', '-1.5e3', '0x1f', 'true', 'nil', 'timestamp'),
    tie('pipeline').map((inner) => `(${inner})`),
    tie('pipeline').map((inner) => `(${inner} ).A.B`),
  ),
  command: fc.oneof(
    tie('value').filter((value) => value !== 'nil'),
    fc.tuple(fc.constantFrom('upper', 'print', 'or', 'printf "%s"', 'replace "a" "b" 1'), tie('value')).map(([head, value]) => `${head}  ${value}`),
  ),
  pipeline: fc.tuple(tie('command'), fc.constantFrom('', ' | upper', '|printf "%v" | lower')).map((both) => both.join('')),
  template: fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('text ', '{ }} "', '{{/* {{ */}}', '{{- /* why */ -}}', '\n'),
    tie('pipeline').map((inner) => `{{${inner}}}`),
    tie('pipeline').map((inner) => `{{- $x := ${inner} -}}{{$x}}{{$x = 1}}`),
    fc.tuple(tie('pipeline'), tie('template'), tie('template'))
      .map(([value, then, other]) => `{{if ${value}}}${then}{{else if .A}}${other}{{else}}text{{end}}`),
    fc.tuple(tie('pipeline'), tie('template'))
      .map(([value, each]) => `{{range $i, $e := ${value}}}${each}{{$i}}{{break}}{{continue}}{{else}}text{{end}}`),
    fc.tuple(tie('pipeline'), tie('template')).map(([value, inner]) => `{{with $w := ${value}}}${inner}{{$w.A}}{{end}}`),
    fc.tuple(fc.nat(), tie('pipeline'), tie('template'))
      .map(([n, value, inner]) => `{{block "b${n}" ${value}}}${inner}{{end}}{{template "b${n}" ${value}}}`),
  ),
})).template;

const BITS = ['{{', '}}', '{{-', '-}}', ' ', '.', '$y', ':=', '|', '(', ')', '"', '`', '\'', '{{end}}', '{{else}}', '{{/*', '{{if .A}}', 'foo', '#', '-', '{{foo}}', 'end'];

/** Templates that a few changes have damaged, mostly. */
const damaged = fc.tuple(valid, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...BITS), fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([template, changes]) =>
    changes.reduce((text, [place, bit, replaces]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + bit + text.slice(replaces ? at + 1 : at);
    }, template));

/** The templates that Packer cannot read. */
function refused(templates: readonly string[]): string[] {
  const folder = temporaryFolder();
  const provisioner = templates.map((template) => (
    { 'shell-local': { inline: ['true'], execute_command: [template.replace(/[$%](?=\{)/g, '$&$&')] } }));
  fs.writeFileSync(path.join(folder, 'local.pkr.json'), JSON.stringify({ source: { null: { local: { communicator: 'none' } } } }));
  provisioner.forEach((step, index) => fs.writeFileSync(
    path.join(folder, `n${index}.pkr.json`), JSON.stringify({ build: { sources: ['null.local'], provisioner: step } }),
  ));
  const { output } = PACKER_1_16_0.run(['validate', '.'], { cwd: folder });
  return templates.filter((_, index) => output.includes(` on n${index}.pkr.json line `));
}

function isJudgedWrong(template: string): boolean {
  const { error, functions } = readGoTemplate(template);
  const known = [...SDK_FUNCTIONS, ...GO_BUILTINS, ...Object.keys(REFUSED_FUNCTIONS)];
  return error !== undefined || [...functions].some((name) => !known.includes(name));
}

test('no template that Packer reads is judged wrong', () => {
  fc.assert(fc.property(fc.array(valid, { minLength: COUNT, maxLength: COUNT }), (templates) => {
    expect(refused(templates)).toEqual([]);
    expect(templates.filter(isJudgedWrong)).toEqual([]);
  }), RUNS);
});

test('what is judged wrong of a damaged template, Packer cannot read', () => {
  fc.assert(fc.property(fc.array(damaged, { minLength: COUNT, maxLength: COUNT }), (templates) => {
    const wrong = templates.filter(isJudgedWrong);
    const unread = refused(templates);

    expect(wrong.length).toBeGreaterThan(COUNT / 4);
    expect(wrong.filter((template) => !unread.includes(template))).toEqual([]);
  }), RUNS);
});
