import { summary } from './docs.mjs';
import { GENERATED, paragraphs, table } from './markdown.mjs';
import { qualified } from './names.mjs';
import { ownedTypes } from './owners.mjs';
import { typeSection } from './type.mjs';

/** The page of one area: its classes, each with the types that only it uses, then the types that several share. */
export function areaPage(area, links) {
  const owned = ownedTypes(links);
  const below = new Set([...owned.values()].flat());
  const classes = area.types.filter(({ kind }) => kind === 'class');
  const shared = area.types.filter(type => type.kind !== 'class' && !below.has(type));
  const contents = (title, types) => table([title, 'What it is'], types.map(type => [links.to(type.fqn), summary(type, links)]));
  return `${paragraphs(
    GENERATED,
    `# ${area.title}`,
    area.is,
    `\`\`\`ts\n${importOf(area)}\n\`\`\``,
    contents('Class', classes),
    contents(classes.length > 0 ? 'Shared by several' : 'Interface', shared),
    ...classes.flatMap(type => [
      typeSection(type, links),
      ...(owned.get(type.fqn) ?? []).map(part => typeSection(part, links, { below: type.name })),
    ]),
    ...shared.map(type => typeSection(type, links)),
  )}\n`;
}

/** What a program imports: the namespace, where there is one. */
function importOf({ package: name, types }) {
  const classes = types.filter(({ kind }) => kind === 'class');
  const names = [...new Set((classes.length > 0 ? classes : types).map(type => qualified(type).split('.')[0]))];
  return names.length > 4
    ? `import { ${names.slice(0, 3).join(', ')}, … } from '${name}';`
    : `import { ${names.join(', ')} } from '${name}';`;
}
