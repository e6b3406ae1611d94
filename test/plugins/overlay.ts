import * as fs from 'fs';
import * as path from 'path';
import { ComponentKind } from '../../src/language/component-schema';

const SCHEMA = path.join(__dirname, '..', '..', 'schema');
const KINDS: { readonly [kind: string]: ComponentKind } = { 'builder': 'source', 'data-source': 'data' };

/** A component with all that the overlay says of it. */
export interface OverlaidComponent {
  readonly component: ComponentKind;
  readonly type: string;
  /** Facts on the component itself. */
  readonly facts: { readonly [fact: string]: any };
  readonly options: readonly OverlaidOption[];
  readonly rules: readonly string[];
}

export interface OverlaidOption {
  readonly name: string;
  readonly type: string;
  readonly facts: { readonly [fact: string]: any };
}

/** The plugins that the library brings; `packer` for the components that come with Packer. */
export const PLUGINS: readonly string[] = Object.keys(JSON.parse(fs.readFileSync(path.join(SCHEMA, 'library.json'), 'utf8')).plugins);

/** The components of a plugin that are for users. */
export function overlaid(plugin: string): OverlaidComponent[] {
  const { structs: stated = {}, components = {} } = readOverlay(plugin);
  const structs = { ...read('overlay', 'shared').structs, ...stated };
  return read('plugins', plugin).components.filter(({ kind, type }: any) => !components[`${kind} ${type}`]?.drop).map((component: any) => {
    const own = components[`${component.kind} ${component.type}`] ?? {};
    return {
      component: KINDS[component.kind] ?? component.kind,
      type: component.type,
      facts: own,
      options: optionsOf(component.fields, structs, own),
      rules: rulesOf(component.fields, structs, own),
    };
  });
}

/** As `rules` of `overlaid`, without those that the overlay of Packer's plugin SDK states for many plugins. */
export function ownRules(plugin: string): string[] {
  const { structs, components: own } = read('overlay', plugin);
  return read('plugins', plugin).components.flatMap(({ kind, type, fields }: any) => (
    rulesOf(fields, structs, own[`${kind} ${type}`]).map((rule) => `${KINDS[kind] ?? kind} ${type}: ${rule}`)
  ));
}

function optionsOf(fields: readonly any[], structs: any, own: any = {}): OverlaidOption[] {
  return fields.map(({ name, type, declaredIn }) => ({
    name, type, facts: { ...structs[declaredIn]?.options?.[name], ...own.options?.[name] },
  })).filter(({ facts }) => !facts.drop);
}

/** What the overlay asks for, one rule a text, those of blocks after the name of the block. */
function rulesOf(fields: readonly any[], structs: any, own: any = {}): string[] {
  const options = optionsOf(fields, structs, own);
  const declared = [...new Set(fields.map(({ declaredIn }) => declaredIn))];
  return [
    ...[...declared.flatMap((struct) => structs[struct]?.requirements ?? []).filter(among(options)), ...own.requirements ?? []].map(requirementText),
    ...options.flatMap(({ name, facts }) => ['values', 'range', 'length'].filter((fact) => facts[fact]).map((fact) => `${fact} of ${name}`)),
    ...fields.filter(({ type }) => type === 'block').flatMap((block) => rulesOf(block.fields, structs).map((rule) => `${block.name}: ${rule}`)),
  ];
}

/** A rule of a struct holds where all of its options are. */
function among(options: readonly OverlaidOption[]): (requirement: any) => boolean {
  const names = new Set(options.map(({ name }) => name));
  return (requirement) => [...requirement.options, ...requirement.when ? [requirement.when.option] : []].every((name) => names.has(name));
}

function requirementText({ kind, options, when }: any): string {
  const condition = when ? ` when ${when.option}${when.is ? ` is ${when.is.join(', ')}` : ''}` : '';
  return `${kind} ${options.join(', ')}${condition}`;
}

/** Few plugins have one. */
function readOverlay(plugin: string): any {
  return fs.existsSync(path.join(SCHEMA, 'overlay', `${plugin}.json`)) ? read('overlay', plugin) : {};
}

function read(folder: string, plugin: string): any {
  return JSON.parse(fs.readFileSync(path.join(SCHEMA, folder, `${plugin}.json`), 'utf8'));
}
