import { problemsOf } from './support';
import { Build, NullSource, PackerApp, PackerTemplate, ShellLocalProvisioner, Source } from '../../src';
import { ComponentSchema } from '../../src/language/component-schema';
import { oldestAllowed } from '../../src/language/packer-version';

test.each([
  ['>= 1.9.4', '1.9.4'],
  ['1.11.2', '1.11.2'],
  ['=1.11.2', '1.11.2'],
  ['>= 1.9', '1.9.0'],
  ['>= 2', '2.0.0'],
  ['>= v1.10.1', '1.10.1'],
  ['> 1.9.4', '1.9.5'],
  ['~> 1.11', '1.11.0'],
  ['~> 1.11.2', '1.11.2'],
  ['~> 1', '1.0.0'],
  ['<= 1.12', '0.0.0'],
  ['< 2', '0.0.0'],
  ['!= 1.10.0', '0.0.0'],
  ['>= 1.9.4, < 2.0.0', '1.9.4'],
  ['< 2 , >= 1.11.0,!= 1.12.1', '1.11.0'],
  ['>= 1.9.4, >= 1.12', '1.12.0'],
  ['>= 1.13.0-beta1', '1.13.0-beta1'],
])('the oldest version that %j allows is %s', (constraint, oldest) => {
  expect(oldestAllowed(constraint)).toBe(oldest);
});

test.each([
  ['', ''],
  ['latest', ''],
  ['>= 1.9.4,', '\'\' is none'],
  ['>= 1.9.4, latest', '\'latest\' is none'],
  ['>= 1.9.4 < 2', ''],
  ['^1.9', ''],
  ['>= 1.x', ''],
  ['=> 1.9', ''],
  ['>= 2, < 1', 'no version satisfies it'],
])('the constraint %j is an error', (constraint, why) => {
  expect(problemsOf(templateFor(constraint))).toEqual([
    `[web] packerVersion: '${constraint}' is no version constraint of Packer${why && `: ${why}`}. Write it like '>= 1.11.0, < 2.0.0'.`,
  ]);
});

test.each(['>= 1.9.0', '~> 1.9', '< 2', '!= 1.10.0', '>= 1.9.4-beta1'])('%j allows versions that templates are not written for, which gets a warning', (constraint) => {
  expect(templateFor(constraint).warnings()).toEqual([{
    path: 'web',
    message: `packerVersion: '${constraint}' allows versions of Packer older than 1.9.4, for which the template may be wrong. Say '>= 1.9.4'.`,
  }]);
});

test.each(['>= 1.9.4', '>= 1.11.0, < 2', '~> 1.10'])('%j gets no warning', (constraint) => {
  expect(templateFor(constraint).warnings()).toEqual([]);
  expect(templateFor(constraint).toJson().packer.required_version).toBe(constraint);
});

test('what is no constraint does not make everything else wrong', () => {
  const template = templateFor('latest');
  new ShellLocalProvisioner(new Build(template, 'more'), 'step', { inline: ['true'], continueOnError: true });

  expect(problemsOf(template)).toEqual([
    expect.stringContaining('packerVersion'),
    '[web/more/step] `continue_on_error` needs Packer 1.16.0, and the template may be built with older versions (\'latest\'). '
    + 'Say `packerVersion: \'>= 1.16.0\'`, or do without it.',
  ]);
});

function templateFor(packerVersion: string): PackerTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion });
  new Build(template, 'build', { sources: [new NullSource(template, 'local', { communicator: 'none' })] });
  return template;
}

const DOCKER: ComponentSchema = {
  kind: 'source', type: 'docker', options: [], plugin: { name: 'docker', source: 'github.com/hashicorp/docker', version: '1.1.2' },
};

test('plugins of typed components are required by themselves, in versions compatible with the one that they were read from', () => {
  const template = templateFor('>= 1.9.4');

  new Source(template, 'x', { type: 'docker', _schema: DOCKER });

  expect(template.toJson().packer.required_plugins).toEqual({ docker: { version: '~> 1.1', source: 'github.com/hashicorp/docker' } });
});

test('a plugin that is required explicitly is of the version that was said', () => {
  const template = templateFor('>= 1.9.4');
  new Source(template, 'x', { type: 'docker', _schema: DOCKER });

  template.requirePlugin('docker', { source: 'example.com/acme/docker', version: '= 9.9.9' });
  template.requirePlugin('amazon', { source: 'github.com/hashicorp/amazon', version: '>= 1.3' });

  expect(JSON.stringify(template.toJson().packer.required_plugins)).toBe(
    '{"amazon":{"version":">= 1.3","source":"github.com/hashicorp/amazon"},"docker":{"version":"= 9.9.9","source":"example.com/acme/docker"}}',
  );
});

test('components of a type that no class knows require nothing', () => {
  const template = templateFor('>= 1.9.4');

  new Source(template, 'x', { type: 'docker' });

  expect(template.toJson().packer).toEqual({ required_version: '>= 1.9.4' });
});
