import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

/** Runs a program, which must succeed; gives what it prints. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const silent = { CHECKPOINT_DISABLE: '1', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...silent }, encoding: 'utf8' });
  if (status !== 0) { throw new Error(`${command} ${args.join(' ')} failed: ${error ?? ''}\n${stdout}${stderr}`); }
  return stdout;
}

/** Packs a package of this repository as it would be published. Gives the tarball. */
export function pack(folder: string, destination: string): string {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], path.join(ROOT, folder)));
  return path.join(destination, filename);
}

/** The files in a tarball. */
export function filesOf(tarball: string): string[] {
  return run('tar', ['-tzf', tarball], path.dirname(tarball)).trim().split('\n').map((file) => file.replace(/^package\//, '')).sort();
}

/** A new program that depends on these packages. */
export function install(folder: string, dependencies: { [name: string]: string }): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true, dependencies }));
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

/** Where a package is installed, as often as it is. */
export function copiesOf(name: string, folder: string): string[] {
  return fs.readdirSync(path.join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file === path.join(name, 'package.json') || file.endsWith(path.join('node_modules', name, 'package.json')))
    .map((file) => path.dirname(file));
}
