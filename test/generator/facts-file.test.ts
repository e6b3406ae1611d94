import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');
const PLUGINS = path.join(ROOT, 'schema', 'plugins');

/** What the last line of a script prints as JSON, in which `name` of a file of `tools/schema` is there. */
function result(file: string, name: string, expression: string): any {
  const script = `import { ${name} } from ${JSON.stringify(path.join(ROOT, 'tools', 'schema', file))};
    import { readdirSync, readFileSync } from 'node:fs';
    console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(stdout || JSON.stringify(stderr));
}

test('the facts on every plugin are written as they are renewed', () => {
  const changed = result('facts-file.mjs', 'factsText', `readdirSync(${JSON.stringify(PLUGINS)}).filter(name => {
    const text = readFileSync(${JSON.stringify(PLUGINS)} + '/' + name, 'utf8');
    return factsText(JSON.parse(text)) !== text;
  })`);
  expect(changed).toEqual([]);
  expect(fs.readdirSync(PLUGINS).length).toBeGreaterThan(80);
});

test('renewed facts keep what only sources tell of options that stay as they are', () => {
  // GIVEN
  const committed = {
    plugin: 'thing',
    version: '1.0.0',
    tag: 'v1.0.0',
    components: [{
      kind: 'builder',
      type: 'thing',
      spec: 'builder/config.hcl2spec.go',
      fields: [
        { name: 'gone', type: 'string', declaredIn: 'thing.Config' },
        { name: 'other', type: 'string', requiredTag: true, declaredIn: 'thing.Config' },
        { name: 'same', type: 'string', requiredTag: true, declaredIn: 'thing.Config' },
      ],
    }],
  };
  const read = {
    components: [{
      kind: 'builder',
      type: 'thing',
      fields: [
        { name: 'new', type: 'bool', declaredIn: 'communicator.SSH' },
        { name: 'other', type: 'number', declaredIn: 'thing.Config' },
        { name: 'same', type: 'string', declaredIn: 'guess.Config' },
      ],
    }],
  };

  // WHEN
  const renewed = result('merged.mjs', 'merged', `merged(${JSON.stringify(committed)}, ${JSON.stringify(read)}, '2.0.0')`);

  // THEN
  expect(renewed).toEqual({
    plugin: 'thing',
    version: '2.0.0',
    tag: 'v2.0.0',
    components: [{
      kind: 'builder',
      type: 'thing',
      spec: 'builder/config.hcl2spec.go',
      fields: [
        { name: 'new', type: 'bool', declaredIn: 'communicator.SSH' },
        { name: 'other', type: 'number', declaredIn: 'thing.Config' },
        { name: 'same', type: 'string', requiredTag: true, declaredIn: 'thing.Config' },
      ],
    }],
  });
});
