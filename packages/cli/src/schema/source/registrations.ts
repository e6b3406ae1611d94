import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { goFile, GoFile } from './go-package';
import { noRegistrations, unknownLine } from '../errors';
import { ComponentKind } from '../facts';

/** A component, and the Go type that it is. */
export interface Registration {
  readonly kind: ComponentKind;
  readonly type: string;
  /** The package of the Go type, and its name. */
  readonly path: string;
  readonly goType: string;
}

const REGISTERED: { readonly [method: string]: ComponentKind } = {
  RegisterBuilder: 'builder', RegisterProvisioner: 'provisioner', RegisterPostProcessor: 'post-processor', RegisterDatasource: 'data-source',
};
/** What Packer calls the lists of its own components. */
const LISTED: { readonly [list: string]: ComponentKind } = {
  Builders: 'builder', Provisioners: 'provisioner', PostProcessors: 'post-processor', Datasources: 'data-source',
};

/** The components that a plugin's `main.go` registers, or that Packer lists as its own. */
export function registrations(plugin: string, folder: string): Registration[] {
  const [main, own] = [join(folder, 'main.go'), join(folder, 'command', 'execute.go')];
  const found = existsSync(own) ? listed(goFile(own)) : existsSync(main) ? registered(plugin, goFile(main)) : [];
  if (found.length === 0) { throw noRegistrations(main); }
  return found;
}

function registered(plugin: string, file: GoFile): Registration[] {
  return file.lines.flatMap((line, place) => {
    const [, method] = /^\s*\w+\.(Register\w+)\(/.exec(line) ?? [];
    if (!method) { return []; }
    const [, name, value] = /\.Register\w+\(\s*("[^"]*"|\w+\.DEFAULT_NAME)\s*,\s*(.+)\)\s*$/.exec(line) ?? [];
    const made = goTypeOf(value, file);
    if (!REGISTERED[method] || !made) { throw unknownLine(file.path, place, line, 'a registration'); }
    const type = name.startsWith('"') ? `${plugin}-${name.slice(1, -1)}` : plugin;
    return [{ kind: REGISTERED[method], type, ...made }];
  });
}

function listed(file: GoFile): Registration[] {
  let kind: ComponentKind | undefined;
  return file.lines.flatMap((line, place) => {
    const [, list] = /^var (\w+) = map\[string\]packersdk\.\w+\{/.exec(line) ?? [];
    if (list) { kind = LISTED[list]; }
    if (line === '}') { kind = undefined; }
    if (!kind || list) { return []; }
    const [, type, value] = /^\t"([^"]+)":\s+(.+),$/.exec(line) ?? [];
    const made = goTypeOf(value, file);
    if (!made) { throw unknownLine(file.path, place, line, 'a component'); }
    return [{ kind, type, ...made }];
  });
}

/** The type in `new(ebs.Builder)` or `&ebs.Builder{}`. */
function goTypeOf(value: string | undefined, { imports }: GoFile): Pick<Registration, 'path' | 'goType'> | undefined {
  const [, alias, goType] = /^(?:new\(|&)(\w+)\.(\w+)(?:\)|\{\})$/.exec(value ?? '') ?? [];
  const path = imports.get(alias ?? '');
  return path === undefined ? undefined : { path, goType };
}
