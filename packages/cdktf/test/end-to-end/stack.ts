import * as fs from 'fs';
import * as path from 'path';
import { Run, success } from './run';

/** One stack of a synthesized project, as Terraform sees it. */
export class Stack {
  constructor(public readonly directory: string, private readonly state: string, private readonly environment: () => NodeJS.ProcessEnv) {}

  public async init(): Promise<void> {
    await success(this.terraform('init'));
  }

  public apply(...args: string[]): Run {
    return this.terraform('apply', '-auto-approve', ...args);
  }

  public plan(...args: string[]): Run {
    return this.terraform('plan', ...args);
  }

  public terraform(command: string, ...args: string[]): Run {
    return new Run(process.env.TERRAFORM ?? 'terraform', [command, '-no-color', '-input=false', ...args], this.directory, this.environment());
  }

  /** The values of all outputs in the state. */
  public get outputs(): { [name: string]: any } {
    return Object.fromEntries(Object.entries<any>(this.stateFile().outputs).map(([name, { value }]) => [name, value]));
  }

  /** What the state file says of a resource. */
  public resource(name: string): any {
    return this.stateFile().resources.find((resource: any) => resource.name === name)?.instances[0].attributes;
  }

  /** The work folder of the last build of a target that is in the state. */
  public workFolder(build: string): string {
    return path.resolve(this.directory, path.dirname(this.resource(build).output.value));
  }

  /** The log of Packer in the one work folder that a target has. */
  public log(target: string): string {
    const [folder, ...others] = this.workFolders(target);
    if (folder === undefined || others.length > 0) { throw new Error(`${target} has ${others.length} other work folders`); }
    return fs.readFileSync(path.join(folder, 'log'), 'utf8');
  }

  public workFolders(target: string): string[] {
    const folder = path.join(this.directory, 'work', target);
    return fs.readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'lock')
      .map(({ name }) => path.join(folder, name));
  }

  private stateFile(): any {
    return JSON.parse(fs.readFileSync(this.state, 'utf8'));
  }
}
