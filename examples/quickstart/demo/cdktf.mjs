import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs the real cdktf command. Resolves to its lines, without the colours and the redrawn frames of its display. */
export async function cdktf(args, cwd) {
  console.log(`\n$ cdktf ${args.filter((argument) => !argument.includes('outputs')).join(' ')}`);
  // npx finds the command that the example's own package.json asks for.
  const child = spawn('npx', ['cdktf', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.push(plain(line)));
  }
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) {
    console.error(lines.filter((line) => line.trim() !== '' && !/Synthesizing|Processing/.test(line)).join('\n'));
    throw new Error(`cdktf ${args[0]} failed with exit code ${code}`);
  }
  return lines;
}

function plain(line) {
  // eslint-disable-next-line no-control-regex
  return line.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '').replace(/^shop {2,}/, '').trim();
}
