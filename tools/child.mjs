import { spawn, spawnSync } from 'node:child_process';

/** Runs a program to its end, with this process's own input and output. Resolves to the exit code. */
export function attached(command, args, options = {}) {
  return exitCode(spawn(command, args, { stdio: 'inherit', ...options }));
}

/** Runs a program to its end and keeps what it says, on either stream. */
export async function captured(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  child.stdout.on('data', data => { output += data; });
  child.stderr.on('data', data => { output += data; });
  return { code: await exitCode(child), output };
}

/** What a program prints on stdout within ten seconds; `undefined` when it cannot run or fails. */
export function printed(command, args, env = process.env) {
  const stdio = ['ignore', 'pipe', 'ignore'];
  const { status, stdout } = spawnSync(command, args, { stdio, env, encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout : undefined;
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}
