import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { list, temporaryFolder } from '../image/kit';
import { pythonOrNone } from '../python/python';

const QUICKSTART = path.join(__dirname, '..', '..', 'examples', 'quickstart');
const IMAGES = path.join(QUICKSTART, '.demo', 'cdktf.out', 'stacks', 'shop', 'images');

let demo: ReturnType<typeof spawnSync>;

beforeAll(() => {
  demo = spawnSync(process.execPath, ['demo.mjs'], { cwd: QUICKSTART, encoding: 'utf8' });
});

test('the demo builds both images, then only the one whose script changed, and says why', () => {
  // THEN
  expect(demo.status).toBe(0);
  const lines = String(demo.stdout).split('\n').map((line) => line.trim());
  expect(lines).toContain('built again: web-image; unchanged: base-image');
  expect(lines).toContain('# terraform_data.web_site_build must be replaced');
  expect(lines.filter((line) => line.startsWith('~ "')).map((line) => line.replace(/\s*=.*/, ''))).toContain('~ "1 shell-local"');
});

test('a program in Python, with the core alone, writes the base image byte for byte', () => {
  // GIVEN
  const python = pythonOrNone();
  if (!python) { return; }
  const out = temporaryFolder();

  // WHEN
  python.run(QUICKSTART, [path.join(__dirname, 'quickstart_base.py'), out]);

  // THEN
  const written = list(path.join(out, 'images', 'base'));
  expect(written).toEqual(['assets/pack/environment_vars.0/rootfs/etc/motd', 'assets/pack/script/pack-base.sh', 'template.pkr.json']);
  for (const file of written) {
    expect(fs.readFileSync(path.join(out, 'images', 'base', file))).toEqual(fs.readFileSync(path.join(IMAGES, 'base', file)));
  }
});
