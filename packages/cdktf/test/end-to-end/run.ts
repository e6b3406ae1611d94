import { ChildProcess, spawn } from 'child_process';

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A command that runs in a process group of its own, as one that a shell started does. */
export class Run {
  public readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private printed = '';

  constructor(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    this.child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => { this.printed += text; });
    }
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      // Not `close`: what outlives the command may hold its output open.
      this.child.on('exit', (code, signal) => setImmediate(() => resolve({ code, signal, output: this.printed })));
    });
  }

  /** What it has printed so far. */
  public get output(): string {
    return this.printed;
  }

  public kill(signal: NodeJS.Signals): void {
    process.kill(this.child.pid!, signal);
  }

  /** What the terminal does with Ctrl-C. */
  public killGroup(signal: NodeJS.Signals): void {
    process.kill(-this.child.pid!, signal);
  }
}

/** Waits for the end of a command that must succeed; gives what it printed. */
export async function success(run: Run): Promise<string> {
  const { code, signal, output } = await run.ended;
  if (code !== 0) { throw new Error(`the command ended with ${code ?? signal}:\n${output}`); }
  return output;
}

/** Waits for the end of a command that must fail; gives what it printed. */
export async function failure(run: Run): Promise<string> {
  const { code, output } = await run.ended;
  if (code === 0) { throw new Error(`the command succeeded, but should have failed:\n${output}`); }
  return output;
}
