// One file for each component: its props, its table and its class.
import { docComment, renaming } from './doc-comment.mjs';
import { addInterface } from './interface.mjs';
import { literal } from './literal.mjs';
import { constantCase } from './names.mjs';
import { LANGUAGE, REFERENCES, SourceFile } from './source-file.mjs';
import { row, rowFunctions, tableLines } from './table.mjs';

/** The class that the classes of each kind extend, its module, and what its props have besides options. */
const BASES = {
  'source': { name: 'Source', module: `${LANGUAGE}/source` },
  'data': { name: 'DataSource', module: `${LANGUAGE}/data-source` },
  'provisioner': { name: 'Provisioner', module: `${LANGUAGE}/provisioner`, meta: 'ProvisionerMetaArguments' },
  'post-processor': { name: 'PostProcessor', module: `${LANGUAGE}/post-processor`, meta: 'PostProcessorMetaArguments' },
};

const NAME = [
  ...docComment(['The name in HCL.', '@default - the construct id'], '  '),
  '  readonly name?: string;',
];

export function componentFile(component, { folder, plugin, name }, allOptions) {
  const { className, module } = component;
  const file = new SourceFile(`${module}.ts`);
  const base = BASES[component.kind];
  const props = `${className}Props`;
  const rename = renaming(allOptions);
  addInterface(file, {
    name: props,
    bases: [...base.meta ? [{ name: base.meta, module: base.module }] : [], ...component.groups],
    options: component.options.filter(({ name: option }) => !isInGroup(component, option)),
    requirements: component.requirements,
    comment: docComment([`@see ${className}`]),
    page: component.page,
    rename,
    more: base.meta ? [] : [NAME],
  });
  file.add('');
  addTable(file, component, plugin && { constant: constantCase(plugin.name), module: `${folder}/plugin` });
  file.add('', ...docComment([
    component.summary ?? `The ${component.kind === 'data' ? 'data source' : component.kind} \`${component.type}\` of ${plugin ? `the plugin \`${name}\`` : 'Packer'}.`,
    component.since && `Needs Packer ${component.since}.`,
    `@see ${component.page}`,
    component.deprecated && `@deprecated ${component.deprecated}`,
    component.example && `@example\n${[component.example].flat().join('\n')}`,
  ].map(part => part && rename(part))));
  addClass(file, component, base, props);
  return file;
}

function addTable(file, component, plugin) {
  const { groups } = component;
  const own = without(component.options, groups.flatMap(({ options }) => options), row);
  const requirements = without(component.requirements, groups.flatMap(group => group.requirements), literal);
  const facts = ['kind', 'type', 'plugin', 'since', 'needsCommunicator', 'withoutMachine', 'inlineScript'];
  for (const called of ['ComponentSchema', ...rowFunctions(own), 'typed', ...groups.length > 0 ? ['sharing'] : []]) {
    file.import(called, `${LANGUAGE}/component-schema`);
  }
  if (plugin) file.import(plugin.constant, plugin.module);
  own.filter(({ block }) => block).forEach(({ block }) => file.import(block.table, block.module));
  groups.forEach(group => file.import(group.table, group.module));
  file.add(
    'const SCHEMA: ComponentSchema = {',
    ...facts
      .map(fact => [fact, fact === 'plugin' ? plugin?.constant : component[fact] && literal(component[fact])])
      .filter(([, value]) => value)
      .map(([fact, value]) => `  ${fact}: ${value},`),
    ...groups.length > 0
      ? sharingLines(groups, { options: own, requirements })
      : tableLines({ options: own, requirements }),
    '};',
  );
}

/** The items that are written otherwise than each of `shared`. */
function without(items, shared, write) {
  const written = new Set(shared.map(write));
  return items.filter(item => !written.has(write(item)));
}

function sharingLines(groups, own) {
  const call = `  ...sharing([${groups.map(({ table }) => table).join(', ')}]`;
  if (own.options.length + own.requirements.length === 0) return [`${call}),`];
  return [`${call}, {`, ...tableLines(own, '    '), '  }),'];
}

function addClass(file, { className, outputs }, base, props) {
  file.import('Construct', 'constructs');
  file.import(base.name, base.module);
  file.add(
    `export class ${className} extends ${base.name} {`,
    `  public constructor(scope: Construct, id: string, props: ${props} = {}) {`,
    '    super(scope, id, typed(SCHEMA, props));',
    '  }',
    ...outputs.flatMap(output => getter(file, output)),
    '}',
  );
}

const OUTPUTS = {
  'string': ['string', 'stringAttribute'], 'number': ['number', 'numberAttribute'], 'list(string)': ['string[]', 'listAttribute'],
};

function getter(file, { name, type, getter: called }) {
  const [returned, method] = OUTPUTS[type] ?? ['IResolvable', 'attribute'];
  if (returned === 'IResolvable') file.import('IResolvable', `${REFERENCES}/resolvable`);
  return ['', ...docComment([`The output \`${name}\`.`], '  '), `  public get ${called}(): ${returned} {`, `    return this.${method}(${literal(name)});`, '  }'];
}

function isInGroup({ groups }, name) {
  return groups.some(({ options }) => options.some(option => option.name === name));
}
