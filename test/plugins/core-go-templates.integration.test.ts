import * as fs from 'fs';
import * as path from 'path';
import { CORE_GO_TEMPLATE_ROWS, CORE_GO_TEMPLATES_READ, CORE_PURPOSE_ROWS } from './core-go-template-rows';
import { ARRIVES, Built, GoTemplateRow, named, NAMES } from './go-template-rows';
import { overlaid } from './overlay';
import { GoTemplateKind, option } from '../../src/language/component-schema';
import { temporaryFolder } from '../language/support';
import { Packer, PACKERS } from '../programs/packers';

const COMPONENTS = overlaid('packer');

/** Each row in a build of its own, one after the other, all in one run. */
function built(packer: Packer, rows: readonly GoTemplateRow[]): Built {
  const folder = temporaryFolder();
  for (const name of NAMES) {
    for (const text of Object.values(ARRIVES)) { fs.writeFileSync(path.join(folder, named(name, text)), text); }
  }
  const base = { source: { file: { base: { content: '', target: 'base' } } }, build: { sources: ['file.base'] } };
  [base, ...rows.map(document)].forEach((json, index) => fs.writeFileSync(path.join(folder, `n${index}.pkr.json`), JSON.stringify(json)));
  return { folder, output: packer.success(['build', '-color=false', '-parallel-builds=1', '.'], { cwd: folder }) };
}

function document({ component, type, configuration, then = [] }: GoTemplateRow, index: number): object {
  const name = `n${index}`;
  switch (component) {
    case 'source': return { source: { [type]: { [name]: configuration } }, build: { sources: [`${type}.${name}`] } };
    case 'data': return {
      data: { [type]: { [name]: configuration } },
      source: { file: { [name]: { content: `\${base64encode(data.${type}.${name}.output)}`, target: 'data' } } },
      build: { sources: [`file.${name}`] },
    };
    case 'provisioner': return { build: { name, sources: ['file.base'], provisioner: { [type]: configuration } } };
    default: return { build: { name, 'sources': ['file.base'], 'post-processors': { 'post-processor': [{ [type]: configuration }, ...then] } } };
  }
}

/** What the overlay says, or what an option is when it says nothing. */
function kindOf({ component, type, option: name }: GoTemplateRow): GoTemplateKind {
  const { options } = COMPONENTS.find((found) => found.component === component && found.type === type)!;
  const found = options.find((row) => row.name === name)!;
  return found.facts.goTemplate ?? option(name, { type: found.type as any }).goTemplate;
}

function place({ component, type, option: name }: GoTemplateRow): string {
  return `${component} ${type} ${name}`;
}

test.each(PACKERS)('%s renders the options of its own components as often as the overlay says', (packer) => {
  // GIVEN
  const rows = CORE_GO_TEMPLATE_ROWS.filter(({ type }) => packer.version === '1.16.0' || type !== 'provenance');

  // WHEN
  const result = built(packer, rows);

  // THEN
  expect(rows.map((row) => [place(row), row.arrived(result)])).toEqual(
    rows.map((row) => [place(row), ARRIVES[kindOf(row) as keyof typeof ARRIVES]]),
  );
});

test.each(PACKERS)('%s gives its own components what their templates by purpose ask for', (packer) => {
  // WHEN
  const result = built(packer, CORE_PURPOSE_ROWS);

  // THEN
  expect(CORE_PURPOSE_ROWS.map((row) => [place(row), kindOf(row), row.arrived(result)])).toEqual(
    CORE_PURPOSE_ROWS.map((row) => [place(row), 'purpose', row.expected]),
  );
});

test('every option that text can be given for was tried or read', () => {
  // GIVEN
  const open = COMPONENTS.flatMap(({ component, type, options }) => options
    .filter((found) => ['string', 'list(string)', 'map(string)'].includes(found.type) && !found.facts.values)
    .filter(({ name }) => !CORE_GO_TEMPLATES_READ[`${component} ${type}`]?.includes(name))
    .map(({ name }) => `${component} ${type} ${name}`));

  // THEN
  expect([...CORE_GO_TEMPLATE_ROWS, ...CORE_PURPOSE_ROWS].map(place).sort()).toEqual(open.sort());
});
