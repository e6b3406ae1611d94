import { problemsOf, smallTemplate } from './support';
import { Provisioner } from '../../src';
import { ComponentSchema, option } from '../../src/language/component-schema';
import { renderedTemplate } from '../../src/language/template';

const POWERSHELL: ComponentSchema = {
  kind: 'provisioner',
  type: 'powershell',
  inlineScript: { lines: 'inline', script: 'script', extension: 'ps1', around: ['try {\n', '} catch { exit 1 }\n'], notWith: ['execute_command'] },
  options: [
    option('execute_command', { goTemplate: 'purpose' }),
    option('inline', { type: 'list(string)', goTemplate: 'fixpoint' }),
    option('script', { role: 'input path' }),
  ],
};

function powershell(configuration: { [name: string]: any }) {
  const small = smallTemplate();
  return { ...small, step: new Provisioner(small.build, 'list', { type: 'powershell', configuration, _schema: POWERSHELL } as any) };
}

test('lines become a file with an extension of its own, and what must stand around them', () => {
  // GIVEN
  const { template } = powershell({ inline: ["'{{0}}' -f 1", 'dir'] });

  // WHEN
  const { staged } = renderedTemplate(template);

  // THEN
  expect(template.toJson().build[0].provisioner).toEqual([{ powershell: { script: '${path.root}/assets/build-list/inline/inline.ps1' } }]);
  expect(staged[0].asset.content).toBe("try {\n'{{0}}' -f 1\ndir\n} catch { exit 1 }\n");
});

test('lines without a literal {{ stay lines', () => {
  // GIVEN
  const { template } = powershell({ inline: ['dir'] });

  // THEN
  expect(template.toJson().build[0].provisioner).toEqual([{ powershell: { inline: ['dir'] } }]);
});

test('lines stay lines beside an option with which a file would be run in another way', () => {
  // GIVEN
  const { template } = powershell({ inline: ["'{{0}}' -f 1"], execute_command: 'powershell {{.Path}}' });

  // THEN
  expect(problemsOf(template)).toEqual([
    expect.stringContaining('inline.0: it contains a literal `{{`, but Packer renders this option as a Go template until nothing changes'),
  ]);
});

test('such an option that is for one source only counts too', () => {
  // GIVEN
  const { template, step, source } = powershell({ inline: ["'{{0}}' -f 1"] });
  step.overrideFor(source, { execute_command: 'powershell {{.Path}}' });

  // THEN
  expect(problemsOf(template)).toEqual([expect.stringContaining('inline.0: it contains a literal `{{`')]);
});
