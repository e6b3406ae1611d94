import * as fs from 'fs';
import * as path from 'path';
import { generatedFrom, textsIn } from './support';
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
