// The generated files of one plugin.
import { componentFile } from './component-file.mjs';
import { shareWithin, tableName } from './groups.mjs';
import { literal } from './literal.mjs';
import { constantCase, kebabCase } from './names.mjs';
import { LANGUAGE, SourceFile } from './source-file.mjs';
import { structFile, structModule } from './struct-file.mjs';

/** Names that generated files import: no struct may be called so. */
const IMPORTED = [
  'BlockSchema', 'ComponentSchema', 'Construct', 'DataSource', 'IResolvable', 'PluginSchema', 'PostProcessor', 'PostProcessorMetaArguments',
  'Provisioner', 'ProvisionerMetaArguments', 'Source',
];

/**
 * The files of one plugin.
 *
 * @param sharedNames names of groups that its components may share with other plugins
 */
export function pluginFiles(model, overlay, shared, sharedNames) {
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
export function place(structs) {
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

export function indexFile(folder, structs, components = []) {
  const file = new SourceFile(`${folder}/index.ts`);
  // By name, so that each class can be loaded on first use.
  components.forEach(({ className, module }) => file.export(module, [className]));
  // Tables, which stand beside the interfaces, are not for users.
  structs.forEach(({ module }) => file.export(module));
  return file;
}
