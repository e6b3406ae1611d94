import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { CACHE } from '../programs/given';

const ROOT = path.join(__dirname, '..', '..');
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A Python that knows this library as a package for it would. */
export interface Python {
  /** Runs a program; gives what it prints. */
  run(folder: string, args: readonly string[]): string;
}

/** The oldest Python that the generated package works with. */
const SUITS = 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print("%d.%d" % sys.version_info[:2])';

/** The version of `python3` on PATH; `undefined` when there is none that will do. */
export function pythonVersion(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', SUITS], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Makes the package for Python out of the compiled library, and an environment with what it needs. Both are kept for the next run. */
export function setUpPython(version: string): Python {
  const interpreter = path.join(environment(version), 'bin', 'python');
  const code = path.join(generatedCode(), 'python', 'src');
  return {
    run: (folder, args) => run(interpreter, ['-B', ...args], folder, { PYTHONPATH: code, PYTHONUTF8: '1', JSII_NODE: process.execPath }),
  };
}

/** A virtual environment with jsii's runtime, of the version that generates the code. */
function environment(version: string): string {
  const jsii = versionOf('jsii-pacmak');
  const constructs = versionOf('constructs');
  return kept(`python-${version}-jsii-${jsii}-constructs-${constructs}`, (folder) => {
    run('python3', ['-m', 'venv', folder], ROOT);
    // Not `bin/pip`, which holds the name of a folder that is about to be renamed.
    run(path.join(folder, 'bin', 'python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `jsii==${jsii}`, `constructs==${constructs}`], ROOT);
  });
}

/** The package's Python code, and the library inside of it. */
function generatedCode(): string {
  return kept(`python-code-${contentOfPackage()}`, (folder) => {
    forgetOldCode();
    run(path.join(ROOT, 'node_modules', '.bin', 'jsii-pacmak'), ['--code-only', '--target', 'python', '--outdir', folder, '.'], ROOT);
  });
}

/** Everything that is in the package. */
function contentOfPackage(): string {
  const files = fs.readdirSync(path.join(ROOT, 'lib'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const digest = createHash('sha256').update(versionOf('jsii-pacmak'));
  for (const file of [...files.sort(), path.join(ROOT, '.jsii'), path.join(ROOT, 'package.json')]) {
    digest.update(path.relative(ROOT, file)).update(fs.readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}

/** A folder in the cache, made once. */
function kept(name: string, make: (folder: string) => void): string {
  const folder = path.join(CACHE, name);
  if (fs.existsSync(folder)) { return folder; }
  const unfinished = `${folder}.${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(CACHE, { recursive: true });
  try {
    make(unfinished);
    fs.renameSync(unfinished, folder);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    // Somebody else was faster.
    if (!fs.existsSync(folder)) { throw error; }
  }
  return folder;
}

/** Each change of the library makes another folder. */
function forgetOldCode(): void {
  for (const name of fs.readdirSync(CACHE).filter((entry) => entry.startsWith('python-code-'))) {
    const folder = path.join(CACHE, name);
    if (Date.now() - fs.statSync(folder).mtimeMs > WEEK) { fs.rmSync(folder, { recursive: true, force: true }); }
  }
}

function versionOf(name: string): string {
  return JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function run(command: string, args: readonly string[], cwd: string, env: { [name: string]: string } = {}): string {
  const silent = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...silent, ...env }, encoding: 'utf8' });
  if (status !== 0) { throw new Error(`${command} ${args.join(' ')} failed: ${error ?? ''}\n${stdout}${stderr}`); }
  return stdout;
}

const CI = Boolean(process.env.CI) && process.env.CI !== 'false';

/** In CI a suite that cannot run is a failure; elsewhere one line says what it needs. */
export function pythonOrNone(): Python | undefined {
  const version = pythonVersion();
  if (version) { return setUpPython(version); }
  const needed = 'the tests of Python need python3, 3.10 or newer with venv, on PATH';
  if (CI) { throw new Error(needed); }
  process.stderr.write(`${needed}: left out\n`);
  return undefined;
}
