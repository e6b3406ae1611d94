import { smallTemplate, writeTemplate } from './support';
import { ShellLocalProvisioner } from '../../src';
import { PACKERS } from '../programs/packers';

test.each(PACKERS)('%s refuses an option that a plugin does not know, in a step and in what is for one source', (packer) => {
  const [inStep, forSource, known] = [['step'], ['source'], []].map(([where]) => {
    const { template, build, source } = smallTemplate();
    const step = new ShellLocalProvisioner(build, 'step', { inline: ['true'] });
    if (where === undefined) { step.overrideFor(source, { environmentVars: ['A=1'] }); }
    if (where === 'step') { step.addOverride('pause_befor', '1s'); }
    if (where === 'source') { step.addOverride('override', { local: { pause_before: '1s' } }); }
    return packer.run(['validate', '.'], { cwd: writeTemplate(template) });
  });

  expect(inStep.output).toContain('No argument or\nblock type is named "pause_befor". Did you mean "pause_before"?');
  expect(forSource.output).toContain('unknown configuration key: \'"pause_before"\'');
  expect([inStep.code, forSource.code, known.code]).toEqual([1, 1, 0]);
});
