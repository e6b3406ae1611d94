import * as fs from 'fs';
import * as path from 'path';
import { Construct } from 'constructs';
import { assemblyIn, list, nullSource, temporaryFolder, write } from './kit';
import {
  Build, FileProvisioner, FileSource, Image, NullSource, PackerApp, PackerTemplate, ShellLocalProvisioner, ShellProvisioner,
} from '../../src';

function app(): PackerApp {
  return new PackerApp({ outdir: path.join(temporaryFolder(), 'out') });
}

function messageOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

test('the folder is packer.out when none is given', () => {
  expect(new PackerApp().outdir).toBe('packer.out');
});

test('an app without images writes an index without images', () => {
  // GIVEN
  const empty = app();

  // WHEN
  empty.synth();

  // THEN
  expect(list(empty.outdir)).toEqual(['images.json']);
  expect(assemblyIn(empty.outdir)).toEqual({ version: 1, images: [] });
});

test('the template is written as toJson gives it', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  nullSource(web, 'local');

  // WHEN
  root.synth();

  // THEN
  const text = fs.readFileSync(path.join(root.outdir, 'images/web/template.pkr.json'), 'utf8');
  expect(text).toBe(`${JSON.stringify(web.toJson(), null, 2)}\n`);
});

test('images and templates at any depth are written, in the order of the tree', () => {
  // GIVEN
  const root = app();
  const team = new Construct(root, 'team');
  nullSource(new Image(team, 'web'), 'local');
  const template = new PackerTemplate(new Construct(team, 'smoke tests'), 'all');
  nullSource(template, 'local');
  new Build(template, 'build');

  // WHEN
  root.synth();

  // THEN
  expect(assemblyIn(root.outdir).images.map(({ path: name, directory, targets }) => [name, directory, targets.length])).toEqual([
    ['team/web', 'images/team-web', 1],
    ['team/smoke tests/all', 'images/team-smoke-tests-all', 0],
  ]);
});

test('all problems are reported together, each once, and nothing is written', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  new NullSource(web, 'local', { communicator: 'none' });
  new ShellProvisioner(web, 'remote', { inline: ['echo'] });
  new ShellLocalProvisioner(web, 'missing', { script: './does-not-exist.sh' });
  new Image(root, 'empty');
  const custom = new Construct(root, 'custom');
  custom.node.addValidation({ validate: () => ['it is too big'] });

  // WHEN
  const message = messageOf(() => root.synth());

  // THEN
  const lines = message.split('\n');
  expect(lines[0]).toBe('the images cannot be synthesized (nothing was written):');
  expect(lines.slice(1).map((line) => line.replace(/\] (.{40}).*/, '] $1'))).toEqual([
    '  [web/remote] a shell step runs on the machine being b',
    "  [web/missing] script: the file or folder './does-not-e",
    '  [empty] the build has no source, so there is not',
    '  [custom] it is too big',
  ]);
  expect(fs.existsSync(root.outdir)).toBe(false);
});

test('a missing file is an error that names construct and option, and nothing is written', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  new NullSource(web, 'machine', { sshHost: '127.0.0.1' });
  nullSource(new Image(root, 'other'), 'local');

  // WHEN
  new FileProvisioner(web, 'site', { source: '/does/not/exist', destination: '/srv' });

  // THEN
  expect(() => root.synth()).toThrow(
    "  [web/site] source: the file or folder '/does/not/exist' does not exist. Relative paths start at the nearest folder upwards that has a ");
  expect(fs.existsSync(root.outdir)).toBe(false);
});

test('what was written before stays when the next synthesis fails', () => {
  // GIVEN
  const outdir = temporaryFolder();
  const synth = (content: string, id?: string) => {
    const root = new PackerApp({ outdir });
    new FileSource(new Image(root, 'web'), 'file', { content, target: 'x' });
    if (id) { new Image(root, id); }
    root.synth();
  };
  synth('1');
  const before = list(outdir).map((file) => fs.readFileSync(path.join(outdir, file), 'utf8'));

  // THEN
  expect(() => synth('2', 'empty')).toThrow('[empty] the build has no source');
  expect(list(outdir).map((file) => fs.readFileSync(path.join(outdir, file), 'utf8'))).toEqual(before);
});

test('an override whose path leads nowhere is reported beside other problems', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  const source = new NullSource(web, 'local', { communicator: 'none' });
  new Image(root, 'empty');

  // WHEN
  source.addOverride('communicator.deeper', 1);

  // THEN
  const message = messageOf(() => root.synth());
  expect(message).toContain('  [web/local] addOverride("communicator.deeper", …): nothing that could be changed stands at "communicator". ');
  expect(message).toContain('  [empty] the build has no source');
});

test('two images with one directory are refused', () => {
  // GIVEN
  const root = app();
  nullSource(new Image(root, 'a-b'), 'local');
  nullSource(new Image(new Construct(root, 'a'), 'b'), 'local');

  // THEN
  expect(() => root.synth()).toThrow(
    "  [a/b] this image and a-b would both be written to 'images/a-b'. Give one of them another construct id.");
});

test('directories that differ only in case are refused, since some file systems do not tell them apart', () => {
  // GIVEN
  const root = app();
  nullSource(new Image(root, 'web'), 'local');
  nullSource(new Image(root, 'Web'), 'local');

  // THEN
  expect(() => root.synth()).toThrow("[Web] this image and web would both be written to 'images/Web'. ");
});

test('warnings are in the index and on the standard error', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  nullSource(web, 'local');
  new ShellLocalProvisioner(web, 'step', { inline: ['echo ${var.release}'] });
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  // WHEN
  root.synth();

  // THEN
  const [{ path: where, message }] = assemblyIn(root.outdir).images[0].warnings;
  expect(where).toBe('web/step');
  expect(written.mock.calls).toEqual([[`[WARNING] [web/step] ${message}\n`]]);
  written.mockRestore();
});

test('the same program gives the same bytes', () => {
  // GIVEN
  const synth = () => {
    const root = app();
    const web = new Image(root, 'web');
    nullSource(web, 'local');
    new ShellLocalProvisioner(web, 'step', { inline: ['echo'], environmentVars: ['A=1'] });
    root.synth();
    return list(root.outdir).map((file) => fs.readFileSync(path.join(root.outdir, file), 'utf8'));
  };

  // THEN
  expect(synth()).toEqual(synth());
});

test('synth can be called again after a change', () => {
  // GIVEN
  const root = app();
  const web = new Image(root, 'web');
  nullSource(web, 'local');
  root.synth();

  // WHEN
  new ShellLocalProvisioner(web, 'step', { script: write(path.join(temporaryFolder(), 'a.sh'), 'echo') });
  root.synth();

  // THEN
  expect(list(root.outdir)).toEqual(['images.json', 'images/web/assets/step/script/a.sh', 'images/web/template.pkr.json']);
});

test('isPackerApp knows apps of any copy of this library, and nothing else', () => {
  expect([app(), { [Symbol.for('cdk-packer.PackerApp')]: true }, new Image(app(), 'web'), null].map((value) => PackerApp.isPackerApp(value)))
    .toEqual([true, true, false, false]);
});
