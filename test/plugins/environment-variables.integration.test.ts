import { tableOf, typedClasses } from './every-option';
import { Configured } from './rule-rows';
import { verdicts } from './verdicts';
import { problemsOf, smallTemplate } from '../language/support';
import { PACKERS } from '../programs/packers';

/** The components that take environment variables as texts. */
const TYPED = typedClasses().filter(([, typed]) => tableOf(typed).options.some(({ format }) => format === 'name=value'));
const WITHOUT_NAME = ['A', '', '=b'];
const WITH_NAME = ['A=b', 'A=', 'A=b=c', ' =b', '1-ä=x'];

function configured(environmentVariable: string): Configured[] {
  return TYPED.map(([, typed]) => tableOf(typed)).map(({ kind, type }) => (
    { component: kind, type, configuration: { inline: ['true'], environment_vars: [environmentVariable] } }));
}

test('they are the steps that run scripts', () => {
  expect(TYPED.map(([name]) => name).sort()).toEqual([
    'PowershellProvisioner', 'ShellLocalPostProcessor', 'ShellLocalProvisioner', 'ShellProvisioner', 'WindowsShellProvisioner',
  ]);
});

test.each(PACKERS)('%s refuses environment variables without a name, and no others', (packer) => {
  const said = verdicts(packer, [...WITHOUT_NAME, ...WITH_NAME].flatMap(configured));

  expect(said).toEqual([
    ...Array(WITHOUT_NAME.length * TYPED.length).fill(expect.stringContaining('Environment variable not in format \'key=value\'')),
    ...Array(WITH_NAME.length * TYPED.length).fill(''),
  ]);
});

test.each(TYPED)('synthesis says the same of %s', (_name, typed) => {
  const { template, build } = smallTemplate();

  new typed(build, 'step', { inline: ['true'], environmentVars: [...WITH_NAME, ...WITHOUT_NAME] });

  expect(problemsOf(template).filter((problem) => problem.includes('environment_vars'))).toEqual([5, 6, 7].map((index) =>
    `[web/build/step] environment_vars.${index}: it does not begin with a name and \`=\`, and the plugin would refuse it. Write it like \`NAME=value\`.`));
});
