import { summary } from './docs.mjs';
import { anchor, code, GENERATED, paragraphs, table } from './markdown.mjs';
import { qualified } from './names.mjs';

const FOLDER = 'docs/api';

/** API.md: what there is, one line a class. Each links to the page of its area. The plugins have a page of their own. */
export function overview(all) {
  const areas = all.filter(({ isPlugin }) => !isPlugin);
  const plugins = all.length - areas.length;
  return `${paragraphs(
    GENERATED,
    '# API',
    'One page for each area. A page lists its classes with an example, the options, the properties and the methods; options that only one '
      + 'class takes stand below it, those that several share have a section of their own. The guides are in [docs](docs).',
    table(['Area', 'Of', 'What it is'], [
      ...areas.map(area => [`[${area.title}](${FOLDER}/${area.page}.md)`, code(area.package), area.is]),
      ...plugins > 0 ? [['[Plugins](docs/plugins.md)', code('cdk-packer'), `Components of ${plugins} plugins of Packer, each with a page.`]] : [],
    ]),
    ...areas.map(classes),
  )}\n`;
}

function classes(area) {
  const rows = area.types.filter(({ kind }) => kind === 'class')
    .map(type => [`[${code(qualified(type))}](${FOLDER}/${area.page}.md#${anchor(type.name)})`, summary(type)]);
  return rows.length > 0 && paragraphs(`## ${area.title}`, table(['Class', 'What it is'], rows));
}
