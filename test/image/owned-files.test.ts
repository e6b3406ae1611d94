import * as fs from 'fs';
import * as path from 'path';
import { assemblyIn, list, temporaryFolder, write } from './kit';
import { FileProvisioner, Image, NullSource, PackerApp, ShellProvisioner } from '../../src';

/** Writes images that copy `files` of the folder `local`. */
function synth(outdir: string, local: string, { ids = ['web'], files = ['site'] } = {}): void {
  const app = new PackerApp({ outdir });
  for (const id of ids) {
    const image = new Image(app, id);
    new NullSource(image, 'machine', { sshHost: '127.0.0.1', sshUsername: 'root', sshAgentAuth: true });
    files.forEach((file) => new FileProvisioner(image, file.replace('.', '-'), { source: path.join(local, file), destination: '/srv/' }));
  }
  app.synth();
}

function folders(): { readonly outdir: string; readonly local: string } {
  const folder = temporaryFolder();
  write(path.join(folder, 'local', 'site', 'index.html'), 'hello');
  return { outdir: path.join(folder, 'out'), local: path.join(folder, 'local') };
}

const SITE = 'images/web/assets/site/source/site';

test('exactly the files in the index are written, and the index', () => {
  // GIVEN
  const { outdir, local } = folders();

  // WHEN
  synth(outdir, local);

  // THEN
  expect(list(outdir)).toEqual(['images.json', `${SITE}/index.html`, 'images/web/template.pkr.json']);
  expect(assemblyIn(outdir).images[0].files.map((file) => file.path).sort()).toEqual([`${SITE}/index.html`, 'images/web/template.pkr.json']);
});

test('what is no longer used is deleted, with the folders that become empty', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local, { ids: ['web', 'db'] });

  // WHEN
  synth(outdir, local, { ids: ['web'], files: [] });

  // THEN
  expect(list(outdir)).toEqual(['images.json', 'images/web/template.pkr.json']);
});

test('files of others stay, in folders of deleted images too', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local, { ids: ['web', 'db'] });
  const foreign = ['notes.txt', 'images/db/local.manifest.json', 'images/db/out/disk.img', `${SITE}/extra.html`];
  foreign.forEach((file) => write(path.join(outdir, file), 'mine'));

  // WHEN
  synth(outdir, local, { files: [] });

  // THEN
  expect(list(outdir)).toEqual([...foreign, 'images.json', 'images/web/template.pkr.json'].sort());
});

test('identical files are left alone', () => {
  // GIVEN
  const { outdir, local } = folders();
  fs.symlinkSync('index.html', path.join(local, 'site', 'link.html'));
  synth(outdir, local);
  const files = list(outdir);
  const past = new Date('2020-01-01');
  files.forEach((file) => fs.lutimesSync(path.join(outdir, file), past, past));

  // WHEN
  synth(outdir, local);

  // THEN
  expect(files).toHaveLength(4);
  expect(files.map((file) => fs.lstatSync(path.join(outdir, file)).mtimeMs)).toEqual(files.map(() => past.getTime()));
});

test('a changed file is replaced, and who has the old one open reads on', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local);
  const file = path.join(outdir, SITE, 'index.html');
  const open = fs.openSync(file, 'r');
  write(path.join(local, 'site', 'index.html'), 'changed');

  // WHEN
  synth(outdir, local);

  // THEN
  expect(fs.readFileSync(open, 'utf8')).toBe('hello');
  expect(fs.readFileSync(file, 'utf8')).toBe('changed');
  fs.closeSync(open);
});

test('a written file that somebody changed is put right', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local);
  write(path.join(outdir, SITE, 'index.html'), 'mine');
  write(path.join(outdir, 'images/web/template.pkr.json'), '{}');
  const before = fs.readFileSync(path.join(outdir, 'images.json'), 'utf8');

  // WHEN
  synth(outdir, local);

  // THEN
  expect(fs.readFileSync(path.join(outdir, SITE, 'index.html'), 'utf8')).toBe('hello');
  expect(JSON.parse(fs.readFileSync(path.join(outdir, 'images/web/template.pkr.json'), 'utf8')).packer).toBeDefined();
  expect(fs.readFileSync(path.join(outdir, 'images.json'), 'utf8')).toBe(before);
});

test('changing a copy does not change the file it was made from', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local);

  // WHEN
  fs.appendFileSync(path.join(outdir, SITE, 'index.html'), ' more');

  // THEN
  expect(fs.readFileSync(path.join(local, 'site', 'index.html'), 'utf8')).toBe('hello');
});

test('the executable bit is copied, and set right when only it changed', () => {
  // GIVEN
  const { outdir, local } = folders();
  const mode = () => (fs.statSync(path.join(outdir, SITE, 'index.html')).mode & 0o777).toString(8);
  synth(outdir, local);
  expect(mode()).toBe('644');

  // WHEN
  fs.chmodSync(path.join(local, 'site', 'index.html'), 0o700);
  synth(outdir, local);

  // THEN
  expect(mode()).toBe('755');
  expect(assemblyIn(outdir).images[0].files.map(({ executable }) => executable)).toEqual([false, true]);
});

test('a script that was made of lines is executable', () => {
  // GIVEN
  const outdir = temporaryFolder();
  const app = new PackerApp({ outdir });
  const image = new Image(app, 'web');
  new NullSource(image, 'machine', { sshHost: '127.0.0.1', sshUsername: 'root', sshAgentAuth: true });

  // WHEN
  new ShellProvisioner(image, 'list', { inline: ["docker ps --format '{{.Names}}'"] });
  app.synth();

  // THEN
  const [script] = list(outdir).filter((file) => file.endsWith('.sh'));
  expect(fs.readFileSync(path.join(outdir, script), 'utf8')).toBe("#!/bin/sh -e\ndocker ps --format '{{.Names}}'\n");
  expect(fs.statSync(path.join(outdir, script)).mode & 0o100).toBe(0o100);
});

test('an empty folder is written, and deleted when it is gone', () => {
  // GIVEN
  const { outdir, local } = folders();
  fs.mkdirSync(path.join(local, 'site', 'empty'));
  synth(outdir, local);
  expect(list(outdir)).toContain(`${SITE}/empty/`);

  // WHEN
  fs.rmdirSync(path.join(local, 'site', 'empty'));
  synth(outdir, local);

  // THEN
  expect(list(path.join(outdir, SITE))).toEqual(['index.html']);
});

describe.each(['file', 'folder', 'link'])('what was a %s', (before) => {
  test.each(['file', 'folder', 'link'])('can become a %s', (after) => {
    // GIVEN
    const { outdir, local } = folders();
    const other = path.join(local, 'site', 'other');
    write(path.join(other, 'a'), 'other');
    const place = path.join(local, 'site', 'current');
    const make: { [kind: string]: () => void } = {
      file: () => write(place, 'file'),
      folder: () => write(path.join(place, 'a'), 'current'),
      link: () => fs.symlinkSync('other', place),
    };
    make[before]();
    synth(outdir, local);

    // WHEN
    fs.rmSync(place, { recursive: true });
    make[after]();
    synth(outdir, local);

    // THEN
    const fresh = path.join(outdir, '..', 'fresh');
    synth(fresh, local);
    expect(list(outdir)).toEqual(list(fresh));
    const contents = (folder: string) => list(folder).map((file) =>
      fs.lstatSync(path.join(folder, file)).isSymbolicLink() ? fs.readlinkSync(path.join(folder, file)) : fs.readFileSync(path.join(folder, file), 'utf8'));
    expect(contents(outdir)).toEqual(contents(fresh));
  });
});

test('a link of others at the place of a folder is refused: files would be written through it', () => {
  // GIVEN
  const { outdir, local } = folders();
  const elsewhere = path.join(outdir, '..', 'elsewhere');
  fs.mkdirSync(elsewhere);
  fs.mkdirSync(path.join(outdir, 'images'), { recursive: true });
  fs.symlinkSync(elsewhere, path.join(outdir, 'images', 'web'));

  // THEN
  expect(() => synth(outdir, local)).toThrow(`${path.join(outdir, 'images/web')} is in the way: `);
  expect(list(elsewhere)).toEqual([]);
});

test('nothing is deleted through a link of others at the place of a folder', () => {
  // GIVEN
  const { outdir, local } = folders();
  synth(outdir, local);
  const elsewhere = path.dirname(write(path.join(temporaryFolder(), 'index.html'), 'mine'));
  fs.rmSync(path.join(outdir, SITE), { recursive: true });
  fs.symlinkSync(elsewhere, path.join(outdir, SITE));

  // WHEN
  synth(outdir, local, { files: [] });

  // THEN
  expect(list(elsewhere)).toEqual(['index.html']);
});

test('a folder of others at the place of a file is refused', () => {
  // GIVEN
  const { outdir, local } = folders();
  write(path.join(outdir, 'images/web/template.pkr.json/mine'), 'x');

  // THEN
  expect(() => synth(outdir, local)).toThrow(`${path.join(outdir, 'images/web/template.pkr.json')} is in the way: synthesis has to write there, `
    + 'and did not make what stands there. Move or delete it.');
  expect(list(outdir)).toEqual(['images/web/template.pkr.json/mine']);
});

test('a very long file name can be copied', () => {
  // GIVEN
  const { outdir, local } = folders();
  const name = 'n'.repeat(255);
  write(path.join(local, 'site', name), 'x');

  // WHEN
  synth(outdir, local);

  // THEN
  expect(list(path.join(outdir, SITE))).toEqual(['index.html', name]);
});
