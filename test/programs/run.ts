import { spawnSync } from 'child_process';

/** How a program ended, and all that it printed. */
export interface Ended {
  readonly code: number;
  readonly output: string;
  /** What it printed as its result, without what it said beside that. */
  readonly stdout: string;
}

/** Where and how a program runs. */
export interface RunOptions {
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end. */
export function run(command: string, args: readonly string[], { cwd, env }: RunOptions = {}): Ended {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd, env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env }, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (error) { throw error; }
  return { code: status ?? 1, output: stdout + stderr, stdout };
}

/** Runs a program that must succeed; gives what it prints on stdout. */
export function success(command: string, args: readonly string[], options: RunOptions = {}): string {
  const { code, output, stdout } = run(command, args, options);
  if (code !== 0) { throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`); }
  return stdout;
}
