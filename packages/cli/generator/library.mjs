// The generated files of all plugins: `src/plugins`.
import { artifactFile } from './artifact-file.mjs';
import { componentFile } from './component-file.mjs';
import { shareBetween, shareWithin, tableName } from './groups.mjs';
import { literal } from './literal.mjs';
import { camelCase, constantCase, kebabCase } from './names.mjs';
import { pluginModel } from './plugin-model.mjs';
import { LANGUAGE, SourceFile } from './source-file.mjs';
import { structFile, structModule } from './struct-file.mjs';

/** Names that generated files import: no struct may be called so. */
const IMPORTED = [
  'BlockSchema', 'ComponentSchema', 'Construct', 'DataSource', 'IResolvable', 'PluginSchema', 'PostProcessor', 'PostProcessorMetaArguments',
  'Provisioner', 'ProvisionerMetaArguments', 'Source',
];

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

function pluginFiles(model, overlay, shared, sharedNames) {
  const { components, structs, plugin, folder } = model;
  shareWithin(model, overlay, shared);
  components.forEach(component => {
    component.groups ??= [];
    component.module = `${folder}/${kebabCase(component.className)}`;
  });
  structs.nameAll([...IMPORTED, ...sharedNames, ...components.flatMap(({ className }) => [className, `${className}Props`])]);
  place(structs);
  components.forEach(({ groups }) => groups.sort((a, b) => (a.name < b.name ? -1 : 1)));
  const used = reachable(components).filter(struct => struct.folder === folder);
  const allOptions = [...components, ...used].flatMap(({ options }) => options);
  return [
    ...components.map(component => componentFile(component, model, allOptions)),
    ...used.map(struct => structFile(struct, allOptions)),
    ...plugin ? [pluginFile(folder, plugin)] : [],
    indexFile(folder, used, components),
  ];
}

/** Says where the structs lie and what their tables are called. */
function place(structs) {
  for (const struct of structs.all().filter(({ name }) => name)) {
    struct.module = structModule(struct);
    struct.table = tableName(struct);
  }
}

/** The structs that the components use, directly or in blocks. */
function reachable(components) {
  const found = new Set();
  const visit = ({ options, groups = [] }) => {
    for (const struct of [...groups, ...options.flatMap(({ block }) => block ?? [])]) {
      if (found.has(struct)) continue;
      found.add(struct);
      visit(struct);
    }
  };
  components.forEach(visit);
  return [...found];
}

function pluginFile(folder, plugin) {
  const file = new SourceFile(`${folder}/plugin.ts`);
  file.import('PluginSchema', `${LANGUAGE}/component-schema`);
  file.add(`export const ${constantCase(plugin.name)}: PluginSchema = ${literal(plugin)};`);
  return file;
}

function indexFile(folder, structs, components = []) {
  const file = new SourceFile(`${folder}/index.ts`);
  file.add(...[
    // By name, so that each class can be loaded on first use.
    ...components.flatMap(({ className, module }) => [
      `export { ${className} } from '${file.relative(module)}';`, `export type * from '${file.relative(module)}';`,
    ]),
    // Tables, which stand beside the interfaces, are not for users.
    ...structs.map(({ module }) => `export type * from '${file.relative(module)}';`),
  ].sort(byModule));
  return file;
}

/** Classes before the types of the same module. */
function byModule(a, b) {
  const key = line => `${line.slice(line.indexOf(" from '"))} ${line.includes(' type ') ? 1 : 0}`;
  return key(a) < key(b) ? -1 : 1;
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
