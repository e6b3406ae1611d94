import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What compiling the core takes: seconds, and the most memory in bytes. It is compiled in a copy, so that the compiled core stays as it is. */
export function measureCompile() {
  const copy = mkdtempSync(join(tmpdir(), 'cdk-packer-compile-'));
  try {
    for (const part of ['LICENSE', 'README.md', 'package.json', 'src', 'tsconfig.json']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const memory = join(copy, 'memory');
    const probe = join(copy, 'probe.cjs');
    writeFileSync(probe, `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`);
    const jsii = createRequire(import.meta.url).resolve('jsii/bin/jsii');
    const silent = ['reserved-word', 'missing-dev-dependency'].map(name => `--silence-warnings=${name}`);
    const begun = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', probe, jsii, ...silent], { cwd: copy, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The core does not compile:\n${stdout}${stderr}`);
    return { seconds: (performance.now() - begun) / 1000, bytes: Number(readFileSync(memory, 'utf8')) * 1024 };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The size of the packed core, in bytes. */
export function measurePackage() {
  const { stdout, status, stderr } = spawnSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The core cannot be packed:\n${stderr}`);
  return JSON.parse(stdout)[0].size;
}
