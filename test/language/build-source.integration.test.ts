import * as fs from 'fs';
import * as path from 'path';
import { writeTemplate } from './support';
import { Build, BuildSource, FileSource, NullSource, PackerApp, PackerTemplate } from '../../src';
import { PACKERS } from '../programs/packers';

test.each(PACKERS)('%s builds a source that several builds extend under one name, and under that of another source', (packer) => {
  // GIVEN
  const template = new PackerTemplate(new PackerApp(), 'web');
  const text = new FileSource(template, 'text', { content: 'welcome' });
  const other = new NullSource(template, 'other', { communicator: 'none' });
  for (const [id, name] of [['one', undefined], ['two', 'two'], ['three', undefined]]) {
    const build = new Build(template, id!, { name, sources: [] });
    new BuildSource(build, 'text', { source: text, configuration: { target: `${id}.txt` } });
    new BuildSource(build, 'other', { source: text, name: other.name, configuration: { target: `${id}-other.txt` } });
  }
  new Build(template, 'plain', { sources: [other] });
  const folder = writeTemplate(template);

  // WHEN
  packer.success(['build', '.'], { cwd: folder });

  // THEN
  expect(fs.readdirSync(folder).filter((file) => path.extname(file) === '.txt')).toEqual([
    'one-other.txt', 'one.txt', 'three-other.txt', 'three.txt', 'two-other.txt', 'two.txt',
  ]);
});
