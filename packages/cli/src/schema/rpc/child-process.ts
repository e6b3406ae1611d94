import { ChildProcess, spawn } from 'node:child_process';
import { onExit } from 'signal-exit';
import { within } from './deadlines';

/** How much of what a process says on stderr is kept: its end. */
const KEPT = 4_000;
/** Longer than any line of a handshake. */
const LONGEST_LINE = 4_096;

const running = new Set<GuardedProcess>();
// However this process ends, it leaves none behind.
onExit(() => { for (const child of running) { child.kill(); } });

/** A child process that never outlives this one. */
export class GuardedProcess {
  /** Resolves to how it ended, in words. */
  public readonly ended: Promise<string>;
  private readonly child: ChildProcess;
  private stdout = '';
  private errors = '';
  private readLine: (() => void) | undefined;

  public constructor(file: string, args: readonly string[], { env, cwd }: { readonly env: NodeJS.ProcessEnv; readonly cwd: string }) {
    // A group of its own: what it starts ends with it.
    this.child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
    running.add(this);
    this.child.stdout!.on('data', (bytes: Buffer) => this.said(bytes));
    this.child.stderr!.on('data', (bytes: Buffer) => { this.errors = (this.errors + bytes.toString()).slice(-KEPT); });
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(`could not be started: ${error.message}`));
      this.child.once('close', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with status ${code}`));
    });
    void this.ended.then(() => running.delete(this));
  }

  /** The end of what it said on stderr. */
  public get stderr(): string {
    return this.errors.trim();
  }

  /** The first line on stdout. All that follows is thrown away, but read, so that the process does not wait. */
  public async firstLine(): Promise<string> {
    let ended: string | undefined;
    void this.ended.then((how) => { ended = how; this.readLine?.(); });
    for (;;) {
      const end = this.stdout.indexOf('\n');
      if (end >= 0) { return this.stdout.slice(0, end).trim(); }
      if (this.stdout.length >= LONGEST_LINE) { throw new Error('it did not say where it listens, but much else'); }
      if (ended !== undefined) { throw new Error('it did not say where it listens'); }
      await new Promise<void>((resolve) => { this.readLine = resolve; });
    }
  }

  /** Waits for it to leave by itself, and ends it otherwise. */
  public async leave(milliseconds: number): Promise<void> {
    await within(milliseconds, 'leaving', this.ended).catch(() => this.kill());
    await this.ended;
  }

  /** Ends it at once: a connected plugin listens to nothing softer. */
  public kill(): void {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined || exitCode !== null || signalCode !== null) { return; }
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      this.child.kill('SIGKILL');
    }
  }

  private said(bytes: Buffer): void {
    if (this.stdout.length < LONGEST_LINE) { this.stdout += bytes.toString(); }
    this.readLine?.();
  }
}
