import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GoFile, GoPackage } from './go-package';
import { noGoModule } from '../errors';

/** The sources of one Go module, and of what lies in its folder `vendor`. */
export class GoModule {
  private readonly path: string;
  private readonly packages = new Map<string, GoPackage | undefined>();

  public constructor(public readonly folder: string) {
    const file = join(folder, 'go.mod');
    const [, path] = existsSync(file) ? /^module\s+(\S+)/m.exec(readFileSync(file, 'utf8')) ?? [] : [];
    if (!path) { throw noGoModule(folder); }
    this.path = path;
  }

  /** A package by its path; `undefined` where its sources are not here. */
  public package(path: string): GoPackage | undefined {
    if (!this.packages.has(path)) {
      const isOwn = path === this.path || path.startsWith(`${this.path}/`);
      const folder = isOwn ? join(this.folder, path.slice(this.path.length)) : join(this.folder, 'vendor', path);
      this.packages.set(path, statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? new GoPackage(path, folder) : undefined);
    }
    return this.packages.get(path);
  }

  /** The package and the name of a type as it is written in a file: `common.FlatConfig`, or `FlatConfig` of the file's own package. */
  public typeIn(file: GoFile, own: GoPackage, type: string): { readonly path: string; readonly name: string } {
    const [name, alias] = type.split('.').reverse();
    return { path: alias === undefined ? own.path : file.imports.get(alias) ?? alias, name };
  }
}
