import * as fs from 'fs';
import * as path from 'path';
import { write } from './kit';
import { Asset, FileSource, Image, NullSource, PackerApp, ShellLocalProvisioner } from '../../src';
import { packer, temporaryFolder } from '../language/support';

test('what Packer sees of a folder is what it was, with links and executable bits', () => {
  // GIVEN
  const folder = write(temporaryFolder(), {
    'site/run.sh': '#!/bin/sh\necho ran $1 > "$2"\n',
    'site/b/c': 'C',
    'site/l': '->b/c',
    'site/out': '->../shared',
    'shared/x': 'X',
    'site/note.log': '',
    'site/empty/': '',
  });
  fs.chmodSync(path.join(folder, 'site/run.sh'), 0o755);
  const app = new PackerApp({ outdir: path.join(folder, 'out') });
  const image = new Image(app, 'web');
  new NullSource(image, 'local', { communicator: 'none' });
  const site = Asset.of(path.join(folder, 'site'), { exclude: ['*.log'] });

  // WHEN
  new ShellLocalProvisioner(image, 'use', {
    inline: [`cd ${site.path}`, `./run.sh "$(cat l out/x)" ${folder}/ran`, `find . | sort > ${folder}/found`, `readlink l >> ${folder}/found`],
  });
  app.synth();
  packer(path.join(folder, 'out/images/web'), 'build', '.');

  // THEN
  expect(fs.readFileSync(path.join(folder, 'ran'), 'utf8')).toBe('ran CX\n');
  expect(fs.readFileSync(path.join(folder, 'found'), 'utf8')).toBe('.\n./b\n./b/c\n./empty\n./l\n./out\n./out/x\n./run.sh\nb/c\n');
});

test('paths work wherever Packer was started', () => {
  // GIVEN
  const folder = write(temporaryFolder(), { 'a {{b}} ${c}/motd': 'hello' });
  const app = new PackerApp({ outdir: path.join(folder, 'out') });
  const image = new Image(app, 'web');
  new FileSource(image, 'motd', { source: path.join(folder, 'a {{b}} ${c}/motd'), target: path.join(folder, 'copy') });

  // WHEN
  app.synth();
  packer(folder, 'build', 'out/images/web');

  // THEN
  expect(fs.readFileSync(path.join(folder, 'copy'), 'utf8')).toBe('hello');
});
