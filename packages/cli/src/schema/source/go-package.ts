import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of Go, with what its imports are called. */
export interface GoFile {
  readonly path: string;
  readonly lines: readonly string[];
  /** Paths of imported packages by the names that they have in this file. */
  readonly imports: ReadonlyMap<string, string>;
}

/** The files of one folder, without tests. */
export class GoPackage {
  public readonly files: readonly GoFile[];
  /** As Go says it in front of its types. */
  public readonly name: string;

  public constructor(public readonly path: string, folder: string) {
    this.files = readdirSync(folder)
      .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go')).sort()
      .map((name) => goFile(join(folder, name)));
    this.name = this.files.flatMap(({ lines }) => lines.flatMap((line) => /^package (\w+)/.exec(line)?.[1] ?? []))[0] ?? '';
  }
}

export function goFile(path: string): GoFile {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const imports = new Map<string, string>();
  let isImport = false;
  for (const line of lines) {
    if (/^import \($/.test(line)) { isImport = true; }
    const [, alias, imported] = /^(?:import |\t)(?:([\w.]+) )?"([^"]+)"$/.exec(line) ?? [];
    if (imported && (isImport || line.startsWith('import '))) { imports.set(alias ?? usualName(imported), imported); }
    if (line === ')') { isImport = false; }
  }
  return { path, lines, imports };
}

/** What a package is called when its import gives it no name: the last part of its path, without a version. */
function usualName(path: string): string {
  const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
  return parts[parts.length - 1].replace(/^go-|-go$|\.v\d+$/g, '');
}
