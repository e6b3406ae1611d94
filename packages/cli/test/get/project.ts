import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder, write } from '../../../../test/image/kit';
import { given } from '../../../../test/programs/given';
import { InstalledPlugin } from '../../../../test/programs/plugins';
import { Ended, run, success } from '../../../../test/programs/run';

export const ROOT = path.join(__dirname, '..', '..', '..', '..');

const COMMAND = path.join(ROOT, 'bin', 'cdk-packer');

/** A folder that the command works in, with the packages of this repository installed. */
export class Project {
  public readonly folder = temporaryFolder();

  public constructor(private readonly files: { readonly [file: string]: object | string } = {}) {
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'));
    for (const [file, content] of Object.entries(this.files)) { this.write(file, content); }
  }

  public write(file: string, content: object | string): string {
    return write(path.join(this.folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }

  public read(file: string): string {
    return fs.readFileSync(path.join(this.folder, file), 'utf8');
  }

  public has(file: string): boolean {
    return fs.existsSync(path.join(this.folder, file));
  }

  /** Runs `cdk-packer`. */
  public command(args: readonly string[], { env = {}, cwd = '.' }: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): Ended {
    return run(process.execPath, [COMMAND, ...args], { cwd: path.join(this.folder, cwd), env });
  }

  /** Compiles `main.ts` as strictly as the compiler can, and runs it. */
  public compileAndRun(): string {
    const strict = ['--strict', '--noUnusedLocals', '--noUnusedParameters', '--exactOptionalPropertyTypes', '--isolatedModules', '--skipLibCheck'];
    const types = ['--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules', '@types')];
    success(process.execPath, [
      path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), ...strict, ...types,
      '--module', 'node16', '--target', 'es2022', '--outDir', 'out', '--rootDir', '.', 'main.ts',
    ], { cwd: this.folder });
    if (this.has('package.json')) { fs.copyFileSync(path.join(this.folder, 'package.json'), path.join(this.folder, 'out', 'package.json')); }
    return success(process.execPath, ['out/main.js'], { cwd: this.folder });
  }
}

/** The program of a plugin that is installed for the tests. */
export function programOf({ source, version }: InstalledPlugin): string {
  const folder = path.join(given('CDK_PACKER_PLUGINS'), ...source.split('/'));
  return path.join(folder, fs.readdirSync(folder).find((name) => name.includes(`_v${version}_`) && !name.endsWith('_SHA256SUM'))!);
}
