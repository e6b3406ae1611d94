// The generated files of all plugins: `src/plugins`.
import { artifactFile } from './artifact-file.mjs';
import { shareBetween } from './groups.mjs';
import { camelCase } from './names.mjs';
import { indexFile, place, pluginFiles } from './plugin-files.mjs';
import { pluginModel } from './plugin-model.mjs';
import { SourceFile } from './source-file.mjs';
import { structFile } from './struct-file.mjs';

/**
 * The texts of all files by their paths below `src/plugins`.
 *
 * @param schema what `readSchema` has read
 */
export function generate({ plugins, overlays, shared, library }) {
  const models = plugins.map(facts => pluginModel(facts, overlays[facts.plugin] ?? {}, shared, library.plugins[facts.plugin]));
  const between = shareBetween(models, library.groups, shared);
  place(between);
  const files = [...between.all().map(struct => structFile(struct, struct.options)), indexFile('shared', between.all())];
  for (const model of models) {
    files.push(...pluginFiles(model, overlays[model.name] ?? {}, shared, between.all().map(({ name }) => name)));
  }
  files.push(artifactFile(overlays), rootIndex(models));
  return new Map(files.map(file => [file.path, file.text()]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rootIndex(models) {
  const file = new SourceFile('index.ts');
  file.add(
    ...['shared', ...models.filter(({ root }) => root).map(({ folder }) => folder)].sort().map(folder => `export * from './${folder}';`),
    ...models.filter(({ root }) => !root).map(({ folder, name }) => [name, folder]).sort()
      .map(([name, folder]) => `export * as ${camelCase(name)} from './${folder}';`),
  );
  return file;
}
