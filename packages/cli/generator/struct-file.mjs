// One file for each struct: the interface and the table that components and blocks share.
import { docComment, renaming } from './doc-comment.mjs';
import { addInterface } from './interface.mjs';
import { kebabCase } from './names.mjs';
import { LANGUAGE, SourceFile } from './source-file.mjs';
import { rowFunctions, tableLines } from './table.mjs';

/** Where a struct's file lies, without the ending. */
export function structModule({ folder, name }) {
  return `${folder}/${kebabCase(name)}`;
}

export function structFile(struct, allOptions) {
  const { name, options, requirements, table, module } = struct;
  const file = new SourceFile(`${module}.ts`);
  addInterface(file, { name, options, requirements, comment: docComment([summaryOf(struct)]), rename: renaming(allOptions) });
  for (const called of ['BlockSchema', ...rowFunctions(options)]) file.import(called, `${LANGUAGE}/component-schema`);
  options.filter(({ block }) => block).forEach(({ block }) => file.import(block.table, block.module));
  file.add('', `export const ${table}: BlockSchema = {`, ...tableLines(struct), '};');
  return file;
}

function summaryOf({ summary, uses }) {
  if (summary) return summary;
  const [blocks, components] = ['block', 'component'].map(kind => [...new Set(uses.flatMap(use => use[kind] ?? []))].sort());
  if (blocks.length > 0) return `What is in the block${blocks.length > 1 ? 's' : ''} ${listed(blocks)}.`;
  return `The options that the components ${listed(components)} share.`;
}

function listed(names) {
  return names.map(name => `\`${name}\``).join(', ');
}
