import * as fs from 'fs';
import * as path from 'path';
import { given } from '../../../../test/programs/given';
import { PACKER_1_11_2, PACKER_1_16_0, PACKER_1_9_4 } from '../../../../test/programs/packers';
import { AMAZON_PLUGIN, DOCKER_PLUGIN, InstalledPlugin } from '../../../../test/programs/plugins';
import { installedVersions } from '../../src/get/plugin-directory';
import { pluginAddress } from '../../src/project/plugin-address';
import { differences, inWords, PluginFacts, readPackerBinary, readPluginBinary } from '../../src/schema';

const SCHEMA = path.join(__dirname, '..', '..', '..', '..', 'schema', 'plugins');

function facts(plugin: string): PluginFacts {
  return JSON.parse(fs.readFileSync(path.join(SCHEMA, `${plugin}.json`), 'utf8'));
}

function programOf({ source, version }: InstalledPlugin): string {
  return installedVersions(pluginAddress(source), given('CDK_PACKER_PLUGINS')).find((found) => found.version === version)!.file;
}

function count({ components }: Pick<PluginFacts, 'components'>): number {
  return components.reduce((sum, { fields, outputs = [] }) => sum + fields.length + outputs.length, 0);
}

test('the program of the plugin amazon says what the facts say, option for option', async () => {
  // WHEN
  const read = await readPluginBinary('amazon', programOf(AMAZON_PLUGIN), { checksumNeeded: true });

  // THEN
  expect(read.unread).toEqual([]);
  expect(read.version).toBe(facts('amazon').version);
  expect(differences(facts('amazon').components, read.components).map(inWords)).toEqual([]);
  expect(count(read)).toBe(746);
});

test('the program of the plugin docker says what the facts say of a later version with the same options', async () => {
  // WHEN
  const read = await readPluginBinary('docker', programOf(DOCKER_PLUGIN), { checksumNeeded: true });

  // THEN
  expect([facts('docker').version, read.version]).toEqual(['1.1.4', '1.1.2']);
  expect(differences(facts('docker').components, read.components).map(inWords)).toEqual([]);
  expect(count(read)).toBe(107);
});

test('Packer says of its own components what the facts say, option for option', async () => {
  // WHEN
  const read = await readPackerBinary(PACKER_1_16_0.path);

  // THEN
  expect(read.unread).toEqual([]);
  expect(read.version).toBe(facts('packer').version);
  expect(differences(facts('packer').components, read.components).map(inWords)).toEqual([]);
  expect(count(read)).toBe(251);
});

test('a program says the same in both encodings', async () => {
  // GIVEN
  const program = programOf(AMAZON_PLUGIN);

  // WHEN
  const [protobuf, gob] = [await readPluginBinary('amazon', program), await readPluginBinary('amazon', program, { encoding: 'gob' })];

  // THEN
  expect(gob).toEqual(protobuf);
  expect(gob.components).toHaveLength(9);
});

const SINCE_1_12 = [
  'provisioner hcp-sbom is only in the facts',
  'data-source http: method is only in the facts',
  'data-source http: request_body is only in the facts',
  'post-processor provenance is only in the facts',
];

test.each([
  [PACKER_1_11_2, SINCE_1_12],
  [PACKER_1_9_4, ['data-source hcp-packer-artifact is only in the facts', 'data-source hcp-packer-version is only in the facts', ...SINCE_1_12]],
])('%s, which only knows gob, says the same of all that it has', async (packer, missing) => {
  // WHEN
  const read = await readPackerBinary(packer.path);

  // THEN
  expect(read.unread).toEqual([]);
  expect(read.version).toBe(packer.version);
  expect(differences(facts('packer').components, read.components).map(inWords)).toEqual(missing);
});
