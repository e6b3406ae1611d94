import * as fs from 'fs';
import * as path from 'path';
import { AMAZON_RULES, configurationOf, Options, RuleRow } from './amazon-rules';
import { temporaryFolder } from '../language/support';
import { PACKER_1_16_0 } from '../programs/packers';
import { AMAZON_PLUGIN, pluginEnvironment } from '../programs/plugins';

/** A configuration in a template. */
interface Case {
  readonly row: RuleRow;
  readonly changes: Options;
}

const BROKEN: Case[] = AMAZON_RULES.map((row) => ({ row, changes: row.broken }));
const NEAR: Case[] = AMAZON_RULES.flatMap((row) => row.near.map((changes) => ({ row, changes })));

test('what a rule refuses, the plugin refuses for the same reason', () => {
  // GIVEN
  const built = BROKEN.filter(({ row }) => row.kind !== 'data');

  // WHEN
  const { output } = validate(built);

  // THEN: Packer reports one error for each build, in their order
  const errors = output.split(/^Error: /m).slice(1);
  expect(errors.map((error, index) => (error.includes(built[index]?.row.message) ? built[index].row.rule : error)))
    .toEqual(built.map(({ row }) => row.rule));
});

// Packer does not look further than the first data source that is refused.
test.each(BROKEN.filter(({ row }) => row.kind === 'data'))('the plugin refuses $row.type where $row.rule', (broken) => {
  // WHEN
  const { output } = validate([broken]);

  // THEN
  expect(output).toContain(broken.row.message);
});

test('what comes close to a rule, the plugin takes', () => {
  // WHEN
  const { status, output } = validate(NEAR);

  // THEN
  expect(output).not.toContain('Error');
  expect(status).toBe(0);
});

test('no escape of a Go template survives in a block device, which the plugin renders twice', () => {
  // GIVEN
  const escaped = '{{`{{`}}data';
  const beside: Case = { row: valid('amazon-ebs'), changes: { ami_block_device_mappings: [{ device_name: escaped }] } };
  const once: Case = { row: valid('amazon-ebs'), changes: { user_data: escaped } };

  // WHEN
  const results = [beside, once].map((one) => validate([one]));

  // THEN
  expect(results.map(({ status }) => status)).toEqual([1, 0]);
  expect(results[0].output).toContain('function "data" not defined');
});

function valid(type: string): RuleRow {
  return { kind: 'source', type, rule: 'none', broken: {}, message: '', near: [] };
}

/** Lets the real plugin look at configurations, each in a build of its own. */
function validate(cases: readonly Case[]): { status: number | null; output: string } {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(template(cases)));
  const { code, output } = PACKER_1_16_0.run(['validate', '.'], { cwd: folder, env: pluginEnvironment() });
  return { status: code, output };
}

function template(cases: readonly Case[]) {
  const source: { [type: string]: { [name: string]: Options } } = {};
  const data: { [type: string]: { [name: string]: Options } } = {};
  const build: Options[] = [];
  cases.forEach(({ row, changes }, index) => {
    const name = `case_${index}`;
    const configuration = configurationOf(row, changes);
    if (row.kind === 'data') {
      (data[row.type] ??= {})[name] = configuration;
      return;
    }
    const type = row.kind === 'source' ? row.type : 'null';
    (source[type] ??= {})[name] = row.kind === 'source' ? configuration : { communicator: 'none' };
    build.push({
      sources: [`source.${type}.${name}`],
      ...row.kind === 'post-processor' && { 'post-processor': [{ [row.type]: [configuration] }] },
    });
  });
  return {
    packer: { required_plugins: [{ amazon: AMAZON_PLUGIN }] },
    ...Object.keys(data).length > 0 && { data },
    ...build.length > 0 && { source, build },
  };
}
