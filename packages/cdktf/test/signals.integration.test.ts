import * as fs from 'fs';
import * as path from 'path';
import { NOTE_AND_WAIT, Project } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { Run, success } from './end-to-end/run';
import { until } from './end-to-end/until';

const ONE_IMAGE = `
  const stack = new TerraformStack(app, 'app');
  const web = new Image(stack, 'web');
  new FileSource(web, 'archive', { target: 'web.txt' });
  new ShellLocalProvisioner(web, 'wait', { script: './wait.sh' });
  new TerraformOutput(stack, 'image', { value: web.imageId });
`;

const COMMANDS: Array<[string, (web: Project) => Promise<Run>]> = [
  ['terraform apply', async (web) => (await web.synthStack()).apply()],
  ['cdktf deploy', async (web) => web.cdktf('deploy', '--auto-approve')],
];
const ENDS: Array<[string, (run: Run) => void]> = [
  ['SIGTERM', (run) => run.kill('SIGTERM')],
  ['SIGINT', (run) => run.kill('SIGINT')],
  ['SIGKILL', (run) => run.kill('SIGKILL')],
  ['Ctrl-C', (run) => run.killGroup('SIGINT')],
  ['closing the terminal', (run) => run.killGroup('SIGHUP')],
];

for (const [command, start] of COMMANDS) {
  for (const [end, stop] of ENDS) {
    test(`${end} during ${command} cancels Packer, leaves no process and no lock, and the next apply builds`, async () => {
      // GIVEN
      const web = project(ONE_IMAGE, { 'wait.sh': NOTE_AND_WAIT });
      const run = await start(web);
      await until('the step runs', () => web.built.length === 1);
      const stack = web.stack();
      expect(web.processes.filter((process) => /\bpacker build\b/.test(process))).not.toEqual([]);

      // WHEN
      stop(run);
      const { code } = await run.ended;
      await until('no process is left', () => web.processes.length === 0);

      // THEN
      expect(code).not.toBe(0);
      expect(stack.log('web/archive')).toContain('Cleanly cancelled builds after being interrupted.');
      expect(fs.existsSync(path.join(stack.directory, 'work/web/archive/lock'))).toBe(false);
      web.write('go', '');
      await success(stack.apply());
      expect(web.built).toEqual(['archive', 'archive']);
      expect(stack.outputs.image).toMatch(/^[0-9a-f-]{36}$/);
    });
  }
}
