import * as fs from 'fs';
import * as path from 'path';
import * as machines from './machines';
import { pythonOrNone } from './python';
import { synthesize } from './web';
import { list, temporaryFolder } from '../image/kit';

function contents(folder: string): { [file: string]: string } {
  return Object.fromEntries(list(folder).map((file) => [file, file.endsWith('/') ? '' : fs.readFileSync(path.join(folder, file), 'utf8')]));
}

/** Relative paths start at the working directory. */
function here(work: () => void): void {
  const before = process.cwd();
  process.chdir(__dirname);
  try {
    work();
  } finally {
    process.chdir(before);
  }
}

test('a program in Python writes the same bytes as the same program in TypeScript', () => {
  // GIVEN
  const python = pythonOrNone();
  if (!python) { return; }
  const folder = temporaryFolder();

  // WHEN
  here(() => synthesize(path.join(folder, 'typescript')));
  python.run(__dirname, ['web.py', path.join(folder, 'python')]);

  // THEN
  const written = contents(path.join(folder, 'typescript'));
  expect(Object.keys(written)).toEqual([
    'images.json',
    'images/base/template.pkr.json',
    'images/web/assets/remote-containers/inline/inline.sh',
    'images/web/assets/remote-install/script/install.sh',
    'images/web/assets/remote-site/source/site/css/site.css',
    'images/web/assets/remote-site/source/site/index.html',
    'images/web/assets/unpack/inline.2/site/css/',
    'images/web/assets/unpack/inline.2/site/index.html',
    'images/web/template.pkr.json',
  ]);
  expect(contents(path.join(folder, 'python'))).toEqual(written);
});

test('typed classes of plugins, their blocks and their outputs are the same in Python', () => {
  // GIVEN
  const python = pythonOrNone();
  if (!python) { return; }
  const folder = temporaryFolder();

  // WHEN
  here(() => machines.synthesize(path.join(folder, 'typescript')));
  python.run(__dirname, ['machines.py', path.join(folder, 'python')]);

  // THEN
  const written = contents(path.join(folder, 'typescript'));
  expect(Object.keys(written)).toEqual(['images.json', 'images/base/template.pkr.json', 'images/web/template.pkr.json']);
  expect(JSON.parse(written['images/web/template.pkr.json']).source['amazon-ebs'].machine.source_ami).toContain('var.');
  expect(contents(path.join(folder, 'python'))).toEqual(written);
});

test('an error of the library reaches a program in Python with its whole text', () => {
  // GIVEN
  const python = pythonOrNone();
  if (!python) { return; }
  const program = [
    'from cdk_packer import *',
    'app = PackerApp(outdir="never-written")',
    'image = Image(app, "web")',
    'source = NullSource(image, "local", communicator="none")',
    'ShellLocalProvisioner(image, "step", inline=[SourceContext.NAME.upper()])',
    'try:',
    '    app.synth()',
    'except Exception as error:',
    '    print(error)',
  ].join('\n');

  // WHEN
  const printed = python.run(__dirname, ['-c', program]);

  // THEN
  expect(printed).toContain('a reference was damaged in ');
  expect(fs.existsSync(path.join(__dirname, 'never-written'))).toBe(false);
});
