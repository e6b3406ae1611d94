import * as fs from 'fs';
import * as path from 'path';
import { problemsOf, temporaryFolder } from './support';
import { Build, HcpPackerRegistry, NullSource, PackerApp, PackerTemplate, ShellLocalProvisioner, Variable } from '../../src';
import { oldestAllowed, isOlder } from '../../src/language/packer-version';
import { PACKERS } from '../programs/packers';

interface Feature {
  /** As the message names it. */
  readonly name: string;
  readonly since: string;
  readonly where: string;
  readonly use: (template: PackerTemplate, build: Build) => unknown;
}

/** What is newer than the oldest Packer that templates are written for. */
const FEATURES: readonly Feature[] = [
  {
    name: '`continue_on_error`',
    since: '1.16.0',
    where: 'web/build/step',
    use: (_, build) => new ShellLocalProvisioner(build, 'step', { inline: ['true'], continueOnError: true }),
  },
  { name: 'the type `any`', since: '1.16.0', where: 'web/x', use: (template) => new Variable(template, 'x', { type: 'list(any)', default: [] }) },
  {
    name: '`optional` in a type',
    since: '1.16.0',
    where: 'web/x',
    use: (template) => new Variable(template, 'x', { type: 'object({ a = optional(string) })', default: {} }),
  },
  { name: '`channels`', since: '1.15.0', where: 'web/hcp', use: (template) => new HcpPackerRegistry(template, 'hcp', { bucketName: 'web', channels: ['prod'] }) },
];

function templateWith({ use }: Pick<Feature, 'use'>, packerVersion: string): PackerTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
  new NullSource(template, 'local', { communicator: 'none' });
  use(template, new Build(template, 'build'));
  return template;
}

/** The versions of Packer that accept a template, whatever it says of the version itself. */
function acceptedBy(template: PackerTemplate): string[] {
  const folder = temporaryFolder();
  const { packer, ...json } = template.toJson();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(json));
  return PACKERS.filter((one) => one.run(['validate', '.'], { cwd: folder }).code === 0).map(({ version }) => version);
}

function notOlderThan(since: string): string[] {
  return PACKERS.map(({ version }) => version).filter((version) => !isOlder(version, since));
}

test.each(FEATURES)('Packer knows $name from $since on', (feature) => {
  expect(acceptedBy(templateWith(feature, `>= ${feature.since}`))).toEqual(notOlderThan(feature.since));
});

test.each(FEATURES)('$name is an error where a Packer older than $since may be used, and none elsewhere', (feature) => {
  for (const constraint of ['>= 1.9.4', '~> 1.11', '>= 1.9.4, < 2']) {
    expect(problemsOf(templateWith(feature, constraint))).toEqual([
      `[${feature.where}] ${feature.name} needs Packer ${feature.since}, and the template may be built with older versions ('${constraint}'). `
      + `Say \`packerVersion: '>= ${feature.since}'\`, or do without it.`,
    ]);
  }
  for (const constraint of [`>= ${feature.since}`, `= ${feature.since}`, '>= 2', `>= 1.9.4, >= ${feature.since}`]) {
    expect(problemsOf(templateWith(feature, constraint))).toEqual([]);
  }
});

test('the registry stands where the oldest Packer that may be used looks for it', () => {
  const registry = { use: (template: PackerTemplate) => new HcpPackerRegistry(template, 'hcp', { bucketName: 'web' }) };

  expect(acceptedBy(templateWith(registry, '>= 1.13.0'))).toEqual(notOlderThan('1.13.0'));
  expect(acceptedBy(templateWith(registry, '>= 1.12.0'))).toEqual(PACKERS.map(({ version }) => version));
});

test.each(['>= 1.9.4', '1.11.2', '= 1.11.2', '> 1.9.4', '~> 1.11', '~> 1.11.1', '~> 1', '< 1.16', '!= 1.11.2', '>= 1.10, < 1.12, != 1.11.1', '>= v1.11', '>= 2'])(
  'Packer reads the constraint %j as it is read here: what is older than the oldest is refused', (constraint) => {
    // GIVEN
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify({ ...templateWith({ use: () => undefined }, '>= 1.9.4').toJson(), packer: { required_version: constraint } }));

    // WHEN
    const accepted = PACKERS.filter((one) => one.run(['validate', '.'], { cwd: folder }).code === 0).map(({ version }) => version);

    // THEN
    const oldest = oldestAllowed(constraint);
    expect(accepted.filter((version) => isOlder(version, oldest))).toEqual([]);
    expect(accepted).toEqual(ACCEPTED[constraint]);
  },
);

const ACCEPTED: { readonly [constraint: string]: readonly string[] } = {
  '>= 1.9.4': ['1.16.0', '1.11.2', '1.9.4'],
  '1.11.2': ['1.11.2'],
  '= 1.11.2': ['1.11.2'],
  '> 1.9.4': ['1.16.0', '1.11.2'],
  '~> 1.11': ['1.16.0', '1.11.2'],
  '~> 1.11.1': ['1.11.2'],
  '~> 1': ['1.16.0', '1.11.2', '1.9.4'],
  '< 1.16': ['1.11.2', '1.9.4'],
  '!= 1.11.2': ['1.16.0', '1.9.4'],
  '>= 1.10, < 1.12, != 1.11.1': ['1.11.2'],
  '>= v1.11': ['1.16.0', '1.11.2'],
  '>= 2': [],
};

test.each(['', 'latest', '>= 1.9.4,', '>= 1.9.4 < 2', '^1.9', '=> 1.9'])('Packer does not read the constraint %j either', (constraint) => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify({ packer: { required_version: constraint } }));

  for (const packer of PACKERS) {
    expect(packer.run(['validate', '-syntax-only', '.'], { cwd: folder }).code).toBe(1);
  }
});
