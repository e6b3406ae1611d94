import { execFile } from 'node:child_process';
import { bareEnvironment } from './bare-environment';
import { DEADLINES } from './deadlines';
import { inPrivateDirectory } from './private-directory';

/** How a short command ended, and what it printed. */
export interface Printed {
  /** Why it failed, if it did. */
  readonly failure?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a short command of a plugin or of Packer to its end, in an environment without secrets. */
export async function printedBy(file: string, args: readonly string[]): Promise<Printed> {
  return inPrivateDirectory((directory) => new Promise((resolve) => {
    const options = { env: bareEnvironment(directory), cwd: directory, timeout: DEADLINES.handshake, killSignal: 'SIGKILL' as const };
    execFile(file, args, { ...options, maxBuffer: 1 << 22, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ failure: error ? stderr.trim().split('\n')[0] || error.message : undefined, stdout, stderr });
    });
  }));
}
