import * as fs from 'fs';
import * as path from 'path';
import { Document, DOCUMENTS } from './documents';
import { smallTemplate, temporaryFolder, writeTemplate } from './support';
import { ShellLocalProvisioner, Variable } from '../../src';
import { isOlder } from '../../src/language/packer-version';
import { Packer, PACKER_1_16_0, PACKERS } from '../programs/packers';
import { pluginEnvironment } from '../programs/plugins';

type Form = 'json' | 'hcl';
const FORMS: readonly Form[] = ['json', 'hcl'];

function folderOf({ template }: Document, form: Form): string {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, `template.pkr.${form}`), form === 'json' ? JSON.stringify(template.toJson()) : template.toHcl());
  return folder;
}

type Files = { readonly [name: string]: string };
const NEWEST = new Map<Document, Files>();

/** The files that a build from JSON leaves with the newest Packer, which is run once. */
function expectedFiles(document: Document): Files {
  if (!NEWEST.has(document)) { NEWEST.set(document, built(document, 'json', PACKER_1_16_0)); }
  return NEWEST.get(document)!;
}

/** The files that a build leaves, by their names. */
function built(document: Document, form: Form, packer: Packer): Files {
  const folder = folderOf(document, form);
  packer.success(['build', '.'], { cwd: folder, env: { HOME: '/home/x', PACKER_CONFIG_DIR: folder } });
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('template.')).map(({ name }) => name);
  return Object.fromEntries(names.sort().map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

const CASES = DOCUMENTS.flatMap((document) => PACKERS.filter(({ version }) => !isOlder(version, document.since))
  .map((packer) => [document.title, packer, document] as const));

test.each(CASES)('the document %s is valid for %s, and means the same in JSON and in HCL', (_, packer, document) => {
  const env = document.plugins ? pluginEnvironment() : {};

  const inspected = FORMS.map((form) => {
    const cwd = folderOf(document, form);
    expect(packer.success(['validate', '.'], { cwd, env })).toContain('The configuration is valid.');
    return packer.success(['inspect', '.'], { cwd, env });
  });

  expect(inspected[0]).toContain('> builds:\n\n  > ');
  expect(inspected[1]).toBe(inspected[0]);
});

test.each(DOCUMENTS.map((document) => [document.title, document] as const))('packer fmt leaves the document %s as it is', (_, { template }) => {
  const folder = temporaryFolder();
  const hcl = template.toHcl();
  fs.writeFileSync(path.join(folder, 'template.pkr.hcl'), hcl);

  PACKER_1_16_0.success(['fmt', '.'], { cwd: folder });

  expect(fs.readFileSync(path.join(folder, 'template.pkr.hcl'), 'utf8')).toBe(hcl);
});

test('what the documents leave', () => {
  expect(DOCUMENTS.filter(({ validated }) => !validated).map((document) => [document.title, expectedFiles(document)])).toEqual([
    ['values', {
      'values.json': JSON.stringify([
        'a "b" ${c} %{d} {e}\n', 1.5, true, [[1, 2], []], ['a', 'b'], { 'a b': true, 'null': false }, ['a', 1, ['b']],
        { name: 'n', parts: [{ size: 1 }, { size: 2 }] }, null, '/home/x', [{ a: 1, b: [true, null] }, 'x'], 'S3CRET', null, 'in ${put}',
      ]),
    }],
    ['builds', {
      'de.txt': 'welcome ${x}\n',
      'en.txt': 'welcome ${x}\n',
      'german.log': 'before override\nrepeated de Willkommen\nrepeated fr Bienvenue\nonly ${x}\nafter ${x}\nend\n',
      'local.log': 'before ${x}\nafter ${x}\n',
      'md5-md5.txt': expect.stringMatching(/^[0-9a-f]{32}\tde\.txt\n$/),
      'sha1-sha1.txt': expect.stringMatching(/^[0-9a-f]{40}\t/),
      'text.log': 'before ${x}\nrepeated de Willkommen\nrepeated fr Bienvenue\nafter ${x}\nend\n',
      'told.log': 'told\n',
    }],
    ['newest', {
      'note.txt': 'after\n',
      'values.json': JSON.stringify([{ a: [1] }, [{ a: 'x', b: 1, c: null }]]),
    }],
  ]);
});

test.each(CASES.filter(([, , { validated }]) => !validated))('the document %s leaves the same files with %s, from JSON and from HCL', (_, packer, document) => {
  const forms = packer === PACKER_1_16_0 ? ['hcl'] as const : FORMS;

  const found = forms.map((form) => built(document, form, packer));

  expect(found).toEqual(forms.map(() => expectedFiles(document)));
});

test('the step that cleans up runs when another one failed, and only then', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const fail = new Variable(template, 'fail', { type: 'bool' });
  new ShellLocalProvisioner(build, 'undo', { errorCleanup: true, inline: ['echo undo >>log.txt'] });
  new ShellLocalProvisioner(build, 'do', { inline: ['echo do >>log.txt', `if ${fail.stringValue}; then exit 1; fi`] });
  new ShellLocalProvisioner(build, 'more', { inline: ['echo more >>log.txt'] });

  // WHEN
  const results = PACKERS.flatMap((packer) => [true, false].map((fails) => {
    const folder = writeTemplate(template);
    const { code } = packer.run(['build', '-var', `fail=${fails}`, '.'], { cwd: folder });
    return [code, fs.readFileSync(path.join(folder, 'log.txt'), 'utf8')];
  }));

  // THEN
  expect(results).toEqual(PACKERS.flatMap(() => [[1, 'do\nundo\n'], [0, 'do\nmore\n']]));
});
