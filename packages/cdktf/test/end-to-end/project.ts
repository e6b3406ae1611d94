import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { writeNotingPacker } from './packer';
import { processesWith } from './processes';
import { Run, success } from './run';
import { Stack } from './stack';

const REPOSITORY = path.join(__dirname, '..', '..', '..', '..');

const HEAD = `
const { App, DataResource, Fn, TerraformOutput, TerraformStack, TerraformVariable, Token } = require('cdktf');
const { Image } = require('@cdk-packer/cdktf');
const {
  Asset, ChecksumPostProcessor, DataSource, FileSource, NullSource, PostProcessor, PostProcessorChain, ShellLocalProvisioner, ShellProvisioner,
  Source,
} = require('cdk-packer');
const app = new App();
`;

/** A script of a step that notes that it ran. */
export const NOTE = '#!/bin/sh\necho "$PACKER_BUILD_NAME" >>"$NOTES"\n';
/** The same, but it goes on only when the file `go` is in the project, or the project is gone. */
export const NOTE_AND_WAIT = `${NOTE}while [ -e "$PROJECT" ] && ! [ -e "$PROJECT/go" ]; do sleep 0.1; done\n`;

/** A user's program for CDK for Terraform in a folder of its own, with all that it writes. */
export class Project {
  public readonly directory: string;
  /** Added to the environment of every command. */
  public readonly environment: NodeJS.ProcessEnv = {};
  private readonly bin: string;

  /**
   * @param program - JavaScript that adds stacks to `app`
   * @param name - the beginning of the name of its folder
   */
  constructor(program: string, files: { [path: string]: string } = {}, name = 'cdk-packer-e2e-') {
    this.directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), name)));
    this.bin = this.path('bin');
    fs.symlinkSync(path.join(REPOSITORY, 'node_modules'), this.path('node_modules'));
    this.write('cdktf.json', JSON.stringify({ language: 'typescript', app: 'node main.js', projectId: 'e2e', sendCrashReports: 'false' }));
    this.write('main.js', `${HEAD}${program}\napp.synth();\n`);
    for (const [file, text] of Object.entries(files)) { this.write(file, text); }
    writeNotingPacker(this.bin, this.path('packer-calls'));
  }

  public path(...names: string[]): string {
    return path.join(this.directory, ...names);
  }

  /** Writes a file, executable if it is a script. */
  public write(name: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }

  public read(name: string): string {
    return fs.readFileSync(this.path(name), 'utf8');
  }

  /** Runs the program, as the `cdktf` command would. */
  public async synth(): Promise<void> {
    await success(this.run(process.execPath, ['main.js']));
  }

  /** Runs the program and initializes its stack. */
  public async synthStack(name = 'app'): Promise<Stack> {
    await this.synth();
    const stack = this.stack(name);
    await stack.init();
    return stack;
  }

  public cdktf(...args: string[]): Run {
    const command = path.join(REPOSITORY, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');
    return this.run(process.execPath, [command, ...args]);
  }

  /** Runs any command in a folder of the project. */
  public run(command: string, args: readonly string[], folder = '.'): Run {
    return new Run(command, args, this.path(folder), this.env());
  }

  public stack(name = 'app'): Stack {
    return new Stack(this.path('cdktf.out', 'stacks', name), this.path(`terraform.${name}.tfstate`), () => this.env());
  }

  /** Which sources were built by Packer since the project began, in order. */
  public get built(): string[] {
    return this.lines('built');
  }

  /** With which arguments Packer was called since the project began. */
  public get packerCalls(): string[] {
    return this.lines('packer-calls');
  }

  /** The commands of all processes that a command of this project has left. */
  public get processes(): string[] {
    return processesWith(`PROJECT=${this.directory}`);
  }

  public remove(): void {
    fs.rmSync(this.directory, { recursive: true, force: true });
  }

  private lines(name: string): string[] {
    return fs.existsSync(this.path(name)) ? this.read(name).split('\n').slice(0, -1) : [];
  }

  private env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      DISABLE_VERSION_CHECK: '1',
      TF_CLI_CONFIG_FILE: undefined,
      PROJECT: this.directory,
      NOTES: this.path('built'),
      ...this.environment,
      PATH: `${this.bin}${path.delimiter}${this.environment.PATH ?? process.env.PATH}`,
    };
  }
}
