import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Build, NullSource, PackerApp, PackerTemplate, Source, Variable } from '../../src';

/** A template with one local source and one build. */
export function smallTemplate() {
  const app = new PackerApp();
  const template = new PackerTemplate(app, 'web');
  const source = new NullSource(template, 'local', { communicator: 'none' });
  const build = new Build(template, 'build');
  return { app, template, source, build };
}

/** Lets a source reach its machine by SSH. */
export function reachBySsh(source: Source): void {
  const options = { communicator: 'ssh', ssh_host: 'h', ssh_username: 'u', ssh_agent_auth: true };
  Object.entries(options).forEach(([name, value]) => source.addOverride(name, value));
}

/** The problems of a template, one a line, without the `[path]` of none. */
export function problemsOf(template: PackerTemplate): string[] {
  try {
    template.toJson();
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

/** A folder that is deleted after the tests of the file. */
export function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-packer-test-')));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })));

/** Runs the real Packer and gives back its output; fails when Packer does. */
export function packer(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('packer', args, {
    cwd: folder, encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1' }, maxBuffer: 1 << 28,
  });
  if (error) { throw error; }
  if (status !== 0) { throw new Error(`packer ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`); }
  return stdout;
}

/** Writes a template alone into a new folder. */
export function writeTemplate(template: PackerTemplate): string {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(template.toJson()));
  return folder;
}

/** What Packer reads as the `content` of a file, when `value` was given for it in a template with a variable `x`. */
export function written(value: (template: PackerTemplate, x: Variable) => any): any {
  const { template } = smallTemplate();
  const x = new Variable(template, 'x');
  new Source(template, 'f', { type: 'file', configuration: { content: value(template, x), target: 'f' } });
  return template.toJson().source.file.f.content;
}

/** The problems with such a value. */
export function problemsWith(value: (template: PackerTemplate, x: Variable) => any): string[] {
  const { template } = smallTemplate();
  const x = new Variable(template, 'x');
  new Source(template, 'f', { type: 'file', configuration: { content: value(template, x), target: 'f' } });
  return problemsOf(template);
}
