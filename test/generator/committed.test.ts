import * as fs from 'fs';
import * as path from 'path';
import { called, generatedFrom, textsIn } from './support';
import { temporaryFolder } from '../language/support';

const ROOT = path.join(__dirname, '..', '..');

test('the committed classes and the page on plugins are what `npm run generate` makes of the facts', () => {
  // WHEN
  const { files, page, complaint } = generatedFrom(path.join(ROOT, 'schema'), path.join(temporaryFolder(), 'plugins'));

  // THEN
  expect(complaint).toBe('');
  expect(files).toEqual(textsIn(path.join(ROOT, 'src', 'plugins')));
  expect(page).toBe(fs.readFileSync(path.join(ROOT, 'docs', 'plugins.md'), 'utf8'));
});

test('the table of artifacts in the guide is what `npm run generate` makes of the facts', () => {
  // GIVEN
  const folder = path.join(ROOT, 'schema', 'overlay');
  const overlays = Object.fromEntries(fs.readdirSync(folder).filter((file) => file !== 'shared.json').map((file) =>
    [path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))]));
  const guide = fs.readFileSync(path.join(ROOT, 'docs', 'artifacts.md'), 'utf8');

  // THEN
  expect(called('artifact-table.mjs', [['withArtifactTable', guide, overlays]])).toEqual([guide]);
  expect(guide).toContain('\n| `amazon-ebsvolume` | `volumesIn(region)`, `snapshotsIn(region)`: lists of ids |\n');
});
