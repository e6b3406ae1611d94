// The table of docs/artifacts.md: what can be asked of artifacts, and what makes such.
import { artifactFacts } from '../../packages/cli/generator/artifact-file.mjs';

const OF_FORM = {
  id: ['`id`'],
  regions: ['`idIn(region)`', '`idsByRegion`', 'and, where there is one region, `id`'],
  volumes: ['`volumesIn(region)`', '`snapshotsIn(region)`: lists of ids'],
  reference: ['`reference` (also the `id`)'],
  run: ['`id` (that of the run)'],
  none: ['nothing'],
};

/**
 * The rows, each with what the artifacts have in common.
 *
 * @param overlays of the plugins, by their names
 */
export function artifactTable(overlays) {
  const makers = new Map();
  for (const [component, cases] of artifactFacts(overlays)) {
    for (const one of cases) {
      const members = one.same ? 'what it was given has' : membersOf(one);
      makers.set(members, [...makers.get(members) ?? [], maker(component.split(' ')[1], one.when)]);
    }
  }
  const rows = [...makers].map(([members, names]) => `| ${[...new Set(names)].sort().join(', ')} | ${members} |`).sort();
  return ['| made by | has |', '|---|---|', ...rows, '| anything else | `id`: what Packer says, `file(glob)` |'].join('\n');
}

function membersOf({ form = 'id', files, parts = {} }) {
  const names = Object.keys(parts).filter(part => part !== 'id').sort().map(part => `\`${part}\``);
  return [...OF_FORM[form], ...names, ...files ? ['`file(glob)`'] : []].join(', ');
}

function maker(type, when) {
  if (!when) return `\`${type}\``;
  const values = (when.is ?? []).filter(value => value !== true).map(value => `\`${value}\``).join(' or ');
  return `\`${type}\` with \`${when.option}\`${values && ` ${values}`}`;
}

/** The text of a guide with the table in it, between the two comments that say so. */
export function withArtifactTable(guide, overlays) {
  return guide.replace(/(<!-- artifacts: [^\n]*-->\n)[^]*?(\n<!-- end -->)/, (_, begin, end) => `${begin}\n${artifactTable(overlays)}\n${end}`);
}
