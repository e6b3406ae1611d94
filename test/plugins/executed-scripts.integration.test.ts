import * as fs from 'fs';
import * as path from 'path';
import { Image, NullSource, PackerApp, ShellLocalProvisioner } from '../../src';
import { packer, temporaryFolder } from '../language/support';

test('a script that shell-local runs need not be executable: its copy is', () => {
  // GIVEN
  const folder = temporaryFolder();
  const script = path.join(folder, 'note.sh');
  fs.writeFileSync(script, `#!/bin/sh\necho done > ${folder}/note\n`, { mode: 0o644 });
  const app = new PackerApp({ outdir: path.join(folder, 'out') });
  const image = new Image(app, 'web');
  new NullSource(image, 'local', { communicator: 'none' });
  new ShellLocalProvisioner(image, 'note', { script });

  // WHEN
  app.synth();
  packer(path.join(folder, 'out', 'images', 'web'), 'build', '.');

  // THEN
  expect(fs.readFileSync(path.join(folder, 'note'), 'utf8')).toBe('done\n');
});
