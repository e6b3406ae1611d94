import { SdkStruct, sdkDeclarations } from './sdk-structs';
import { ComponentFacts, FieldFacts, PluginFacts } from '../schema';

/**
 * Says of each option which Go struct declares it, which a plugin's program does not tell. Overlays are keyed by structs, and classes
 * share them.
 *
 * @param known what the library knows of the plugin, at whatever version
 * @param sdk the structs of Packer's plugin SDK
 */
export function withDeclarations(facts: PluginFacts, known: PluginFacts | undefined, sdk: readonly SdkStruct[]): PluginFacts {
  const components = facts.components.map((component): ComponentFacts => {
    const same = known?.components.find(({ kind, type }) => kind === component.kind && type === component.type);
    return { ...component, fields: declared(component.fields, same?.fields ?? [], `${identifier(component.type)}.Config`, sdk) };
  });
  return { ...facts, components };
}

/** @param struct the one that declares what nobody else does */
function declared(fields: readonly FieldFacts[], known: readonly FieldFacts[], struct: string, sdk: readonly SdkStruct[]): FieldFacts[] {
  const unknown = fields.filter(({ name }) => !sameField(name, fields, known));
  const fromSdk = sdkDeclarations(unknown, sdk);
  return fields.map((field): FieldFacts => {
    if (field.declaredIn) { return field; }
    const same = sameField(field.name, fields, known);
    const declaredIn = same?.declaredIn ?? fromSdk.get(field.name) ?? struct;
    if (!field.fields) { return { ...field, declaredIn }; }
    const goType = field.goType ?? same?.goType ?? blockStruct(field, sdk);
    return { ...field, declaredIn, goType, fields: declared(field.fields, same?.fields ?? [], goType, sdk) };
  });
}

function sameField(name: string, fields: readonly FieldFacts[], known: readonly FieldFacts[]): FieldFacts | undefined {
  const field = fields.find((one) => one.name === name)!;
  return known.find((one) => one.name === name && one.type === field.type && one.block === field.block);
}

/** A name for the struct of a block: that of the SDK's, if the block is one, else one after the option. */
function blockStruct({ name, fields = [] }: FieldFacts, sdk: readonly SdkStruct[]): string {
  const structs = new Set(sdkDeclarations(fields, sdk).values());
  const [struct] = structs;
  if (structs.size === 1 && fields.every(({ name: option }) => sdk.find((one) => one.name === struct)!.types.has(option))) { return struct; }
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `block.${words.join('')}Options`;
}

function identifier(type: string): string {
  return type.replace(/\W/g, '_');
}
