import * as fs from 'fs';
import * as path from 'path';
import { generatedFrom, textsIn } from './support';
import { temporaryFolder } from '../language/support';

const ROOT = path.join(__dirname, '..', '..');

test('the committed classes, the page on plugins and the table of artifacts are what `npm run generate` makes of the facts', () => {
  // WHEN
  const { files, page, guide, complaint } = generatedFrom(path.join(ROOT, 'schema'), path.join(temporaryFolder(), 'plugins'));

  // THEN
  expect(complaint).toBe('');
  expect(files).toEqual(textsIn(path.join(ROOT, 'src', 'plugins')));
  expect(page).toBe(fs.readFileSync(path.join(ROOT, 'docs', 'plugins.md'), 'utf8'));
  expect(fs.readFileSync(path.join(ROOT, 'docs', 'artifacts.md'), 'utf8')).toContain(guide);
});
