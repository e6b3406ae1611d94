import * as fs from 'fs';
import * as path from 'path';
import { Configured } from './rule-rows';
import { temporaryFolder } from '../language/support';
import { Packer } from '../programs/packers';

/** Files that configurations name. */
const FILES = ['script.sh', 'Dockerfile', 'context/file'];

/**
 * What `packer validate` says of each of many configurations: nothing of those that it accepts.
 *
 * Each stands in a file and a build of its own, since Packer names files and looks at no step where another one failed. Of data
 * sources it stops at the first that it rejects; then each has a run of its own.
 */
export function verdicts(packer: Packer, all: readonly Configured[], env: NodeJS.ProcessEnv = {}): string[] {
  const data = all.filter(({ component }) => component === 'data');
  const together = all.filter((configured) => !data.includes(configured));
  const messages = new Map<Configured, string>();
  const ask = (configured: readonly Configured[]) => {
    const output = validate(packer, configured, env);
    configured.forEach((item, index) => messages.set(item, messageFor(index, output)));
    return configured.some((item) => messages.get(item));
  };
  ask(together);
  if (ask(data)) { data.forEach((item) => ask([item])); }
  return all.map((configured) => messages.get(configured)!);
}

function validate(packer: Packer, all: readonly Configured[], env: NodeJS.ProcessEnv): string {
  const folder = temporaryFolder();
  for (const file of FILES) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), '');
  }
  write(folder, 'local', { source: { null: { local: { communicator: 'none' } } }, build: { sources: ['null.local'] } });
  all.forEach((configured, index) => write(folder, `n${index}`, document(configured, `n${index}`)));
  return packer.run(['validate', '.'], { cwd: folder, env }).output;
}

function write(folder: string, name: string, document: object): void {
  fs.writeFileSync(path.join(folder, `${name}.pkr.json`), JSON.stringify(document));
}

function document({ component, type, configuration }: Configured, name: string): object {
  switch (component) {
    case 'source': return { source: { [type]: { [name]: configuration } }, build: { sources: [`${type}.${name}`] } };
    case 'data': return { data: { [type]: { [name]: configuration } } };
    default: return { build: { sources: ['null.local'], [component]: { [type]: configuration } } };
  }
}

/** The errors that Packer reports for a file, without its line breaks. */
function messageFor(index: number, output: string): string {
  const reports = output.split(/^(?=(?:Error|Warning): )/m).filter((report) => report.startsWith('Error: '));
  const stray = reports.filter((report) => !/ on n\d+\.pkr\.json line /.test(report));
  if (stray.length > 0) { throw new Error(`Packer says of no configuration:\n${stray.join('\n')}`); }
  return reports.filter((report) => report.includes(` on n${index}.pkr.json line `)).join('').replace(/\s+/g, ' ');
}
