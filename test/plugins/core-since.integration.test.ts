import { overlaid } from './overlay';
import { Configuration, Configured } from './rule-rows';
import { verdicts } from './verdicts';
import { ComponentKind } from '../../src/language/component-schema';
import { PACKERS } from '../programs/packers';

interface SinceRow extends Configured {
  readonly option?: string;
}

function row(component: ComponentKind, type: string, configuration: Configuration, option?: string): SinceRow {
  return { component, type, configuration, option };
}

function optionRows(component: ComponentKind, type: string, options: Configuration, base: Configuration): SinceRow[] {
  return Object.keys(options).map((option) => row(component, type, { ...base, [option]: options[option] }, option));
}

const NEW_IN_1_15_1 = {
  auto_generate: true,
  elevated_password: 'p',
  elevated_user: 'u',
  execute_command: '{{.Path}}',
  scan_path: '/',
  scanner_args: ['-q'],
  scanner_checksum: 'c',
  scanner_url: 'u',
};

const ROWS: readonly SinceRow[] = [
  row('data', 'hcp-packer-artifact', { bucket_name: 'b', channel_name: 'c', platform: 'aws', region: 'r' }),
  row('data', 'hcp-packer-version', { bucket_name: 'b', channel_name: 'c' }),
  row('provisioner', 'hcp-sbom', { source: 's' }),
  row('post-processor', 'provenance', {}),
  ...optionRows('data', 'http', { method: 'GET', request_body: 'b' }, { url: 'http://h' }),
  ...optionRows('provisioner', 'file', { content: 'c' }, { destination: 'd' }),
  row('provisioner', 'hcp-sbom', { auto_generate: true }, 'auto_generate'),
  ...optionRows('provisioner', 'hcp-sbom', NEW_IN_1_15_1, { source: 's' }).filter(({ option }) => option !== 'auto_generate'),
  ...optionRows('provisioner', 'powershell', { env: { A: 'b' }, use_pwsh: true }, { inline: ['true'] }),
  ...optionRows('provisioner', 'shell', { env: { A: 'b' } }, { inline: ['true'] }),
  ...optionRows('provisioner', 'shell-local', { env: { A: 'b' } }, { inline: ['true'] }),
  ...optionRows('provisioner', 'windows-shell', { env: { A: 'b' } }, { inline: ['true'] }),
  ...optionRows('post-processor', 'shell-local', { env: { A: 'b' } }, { inline: ['true'] }),
];

/** What the overlay says, by component, or component and option. */
const SINCE = new Map<string, string>(overlaid('packer').flatMap(({ component, type, facts, options }) => [
  [`${component} ${type}`, facts.since] as const,
  ...options.map(({ name, facts: { since } }) => [`${component} ${type} ${name}`, since] as const),
]).filter(([, since]) => since !== undefined));

function placeOf({ component, type, option }: SinceRow): string {
  return [component, type, ...option === undefined ? [] : [option]].join(' ');
}

function isBefore(version: string, since: string): boolean {
  return version.localeCompare(since, 'en', { numeric: true }) < 0;
}

test('every version in the overlay of Packer is tried', () => {
  expect(ROWS.map(placeOf).sort()).toEqual([...SINCE.keys()].sort());
});

test.each(PACKERS)('%s knows what is no newer than it, and nothing else', (packer) => {
  // WHEN
  const messages = verdicts(packer, ROWS);

  // THEN
  const unknown = /Unsupported argument|Extraneous JSON object property|Unknown (?:provisioner|post-processor|data) type/;
  expect(ROWS.filter((_, index) => messages[index] !== '').map(placeOf)).toEqual(
    ROWS.map(placeOf).filter((place) => isBefore(packer.version, SINCE.get(place)!)),
  );
  expect(messages.filter((message) => message !== '' && !unknown.test(message))).toEqual([]);
});
