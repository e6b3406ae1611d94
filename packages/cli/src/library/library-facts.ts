import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PluginFacts } from '../schema/facts';

/** A file of `schema/overlay`: what types do not say. */
export interface Overlay {
  readonly structs?: { readonly [struct: string]: object };
  readonly components?: { readonly [component: string]: object };
}

/** The file `schema/library.json`. */
export interface Library {
  readonly plugins: { readonly [plugin: string]: object };
  readonly groups: { readonly [name: string]: { readonly structs: readonly string[] } };
}

/** What this package knows of plugins: the facts and overlays that the classes in `cdk-packer` are made from. */
export class LibraryFacts {
  public readonly library: Library;
  public readonly shared: Overlay;

  public constructor(private readonly folder: string = join(__dirname, '..', '..', 'schema')) {
    this.library = this.json('library.json');
    this.shared = this.json(join('overlay', 'shared.json'));
  }

  /** The plugin's facts at the version that the library has; `undefined` for one it does not know, or that is somebody else's. */
  public facts({ plugin, source }: Pick<PluginFacts, 'plugin' | 'source'>): PluginFacts | undefined {
    const file = join('plugins', `${plugin}.json`);
    const facts = existsSync(join(this.folder, file)) ? this.json<PluginFacts>(file) : undefined;
    return facts?.source === source ? facts : undefined;
  }

  public all(): PluginFacts[] {
    return Object.keys(this.library.plugins).sort().map((plugin) => this.json(join('plugins', `${plugin}.json`)));
  }

  /** What the types of a plugin do not say. */
  public overlay(plugin: string): Overlay {
    const file = join('overlay', `${plugin}.json`);
    return existsSync(join(this.folder, file)) ? this.json(file) : {};
  }

  private json<T>(file: string): T {
    return JSON.parse(readFileSync(join(this.folder, file), 'utf8'));
  }
}
