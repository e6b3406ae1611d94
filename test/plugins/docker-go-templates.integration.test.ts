import * as fs from 'fs';
import * as path from 'path';
import { ARRIVES, PROBE } from './go-template-rows';
import { overlaid } from './overlay';
import { temporaryFolder } from '../language/support';
import { docker, dockerEnvironment, dockerOptions, repository } from '../programs/docker';
import { PACKER_1_16_0 } from '../programs/packers';

/** What the overlay says of an option. */
function kindOf(plugin: string, component: string, type: string, option: string): 'once' | 'fixpoint' {
  const found = overlaid(plugin).find((one) => one.component === component && one.type === type)!;
  return found.options.find(({ name }) => name === option)!.facts.goTemplate ?? 'once';
}

function print(text: string, option: string): { readonly inline: string[] } {
  return { inline: [`printf '%s' ${text} >/probe/${option}`] };
}

/** A step with the probe in an option, which leaves what arrived in a file of the option's name. */
const SHELL: { readonly [option: string]: object } = {
  env: { env: { X: PROBE }, ...print('"$X"', 'env') },
  env_var_format: { env_var_format: `X='${PROBE}' %s='%s' `, ...print('"$X"', 'env_var_format') },
  environment_vars: { environment_vars: [`X=${PROBE}`], ...print('"$X"', 'environment_vars') },
  inline: print(`'${PROBE}'`, 'inline'),
};

test('options of docker, and of steps in a container, are rendered as often as the overlay says', () => {
  // GIVEN
  const folder = temporaryFolder();
  const name = repository();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify({
    source: { docker: { web: { ...dockerOptions(), author: PROBE, changes: [`LABEL probe="${PROBE}"`] } } },
    build: {
      'sources': ['docker.web'],
      'provisioner': [
        { shell: { inline: ['mkdir /probe'] } },
        ...Object.values(SHELL).map((step) => ({ shell: step })),
        { shell: { inline: ['true'], inline_shebang: PROBE, execute_command: 'head -n 1 {{.Path}} >/probe/inline_shebang' } },
        { shell: { inline: ['true'], execute_command: 'printf %s "{{.Vars}}" | grep -c PACKER_BUILD_NAME >/probe/vars' } },
        { file: { content: PROBE, destination: '/probe/content' } },
      ],
      'post-processor': { 'docker-tag': { repository: name, tags: ['1'] } },
    },
  }));

  // WHEN
  PACKER_1_16_0.success(['build', '.'], { cwd: folder, env: dockerEnvironment() });

  // THEN
  const inContainer = (file: string) => docker('run', '--rm', '--entrypoint', 'cat', `${name}:1`, `/probe/${file}`);
  for (const option of Object.keys(SHELL)) {
    expect([option, inContainer(option)]).toEqual([option, ARRIVES[kindOf('packer', 'provisioner', 'shell', option)]]);
  }
  expect(inContainer('inline_shebang')).toBe(`#!${ARRIVES[kindOf('packer', 'provisioner', 'shell', 'inline_shebang')]}`);
  expect(inContainer('content')).toBe(ARRIVES[kindOf('packer', 'provisioner', 'file', 'content')]);
  expect(inContainer('vars')).toBe('1');
  expect(docker('inspect', '--format', '{{.Author}}', `${name}:1`)).toBe(ARRIVES[kindOf('docker', 'source', 'docker', 'author')]);
  expect(docker('inspect', '--format', '{{.Config.Labels.probe}}', `${name}:1`)).toBe(ARRIVES[kindOf('docker', 'source', 'docker', 'changes')]);
});
