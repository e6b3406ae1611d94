import { structToldBy } from './config-type';
import { GoModule } from './go-module';
import { SpecEntry, specsIn } from './hcl2-spec';
import { Registration, registrations } from './registrations';
import { sdkSpec } from './sdk-specs';
import { noPackage, noSpec, noVersion } from '../errors';
import { ComponentFacts, FieldFacts, inOrder, ReadFacts, UnreadComponent, userFields } from '../facts';

/** How sources are read. */
export interface PluginSourceOptions {
  /** The version that they are of, which sources themselves do not reliably say. */
  readonly version?: string;
}

/** The options of all components of a plugin, as its Go sources say them. */
export async function readPluginSource(plugin: string, folder: string, { version }: PluginSourceOptions = {}): Promise<ReadFacts> {
  if (version === undefined) { throw noVersion(plugin, folder); }
  const module = new GoModule(folder);
  const components: ComponentFacts[] = [];
  const unread: UnreadComponent[] = [];
  for (const registration of registrations(plugin, folder)) {
    const { kind, type } = registration;
    try {
      components.push(componentOf(registration, module));
    } catch (error) {
      unread.push({ kind, type, error: error as Error });
    }
  }
  return { version, components: inOrder(components), unread: inOrder(unread) };
}

function componentOf({ kind, type, path, goType }: Registration, module: GoModule): ComponentFacts {
  const own = module.package(path);
  if (!own) { throw noPackage(path); }
  const told = (method: string) => {
    const struct = structToldBy(method, goType, own, module);
    return fieldsOf(struct.path, `Flat${struct.name}`, module);
  };
  return { kind, type, fields: told('ConfigSpec'), ...kind === 'data-source' && { outputs: told('OutputSpec') } };
}

/** The options of a generated struct, wherever it lies. */
function fieldsOf(path: string, struct: string, module: GoModule): FieldFacts[] {
  for (const file of module.package(path)?.files ?? []) {
    if (!file.path.endsWith('.hcl2spec.go')) { continue; }
    const entries = specsIn(file).get(struct);
    if (entries) {
      return userFields(entries.map((entry) => fieldOf(entry, (type) => module.typeIn(file, module.package(path)!, type), module)));
    }
  }
  const known = sdkSpec(path, struct);
  if (known) { return known; }
  throw noSpec(path, struct);
}

function fieldOf(entry: SpecEntry, typeIn: (type: string) => { path: string; name: string }, module: GoModule): FieldFacts {
  if ('type' in entry) { return { name: entry.name, type: entry.type, ...entry.required ? { specRequired: true } : {} }; }
  const { path, name } = typeIn(entry.struct);
  return {
    name: entry.name,
    type: 'block',
    block: entry.block,
    goType: `${entry.block === 'list' ? '[]' : '*'}${entry.struct}`,
    fields: fieldsOf(path, name, module),
  };
}
