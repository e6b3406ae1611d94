import * as path from 'path';
import { generatedFrom, textsIn } from './support';
import { temporaryFolder } from '../language/support';

const ROOT = path.join(__dirname, '..', '..');

test('the committed classes are what `npm run generate` makes of the facts', () => {
  // WHEN
  const { files, complaint } = generatedFrom(path.join(ROOT, 'schema'), path.join(temporaryFolder(), 'plugins'));

  // THEN
  expect(complaint).toBe('');
  expect(files).toEqual(textsIn(path.join(ROOT, 'src', 'plugins')));
});
