import { Construct } from 'constructs';
import { Build, Component, NullSource, PackerApp, PackerTemplate } from '../../src';
import { ComponentSchema, OptionSchema } from '../../src/language/component-schema';
import { renderedTemplate } from '../../src/language/template';
import * as plugins from '../../src/plugins';

type TypedClass = new (scope: Construct, id: string, props: object) => Component & { readonly _schema: ComponentSchema };

/** The generated classes, by their names in the API. */
export function typedClasses(): ReadonlyArray<readonly [string, TypedClass]> {
  return Object.entries(plugins).flatMap(([name, exported]) => (typeof exported === 'function'
    ? [[name, exported as TypedClass] as const]
    : Object.entries(exported as object).map(([inner, type]) => [`${name}.${inner}`, type as TypedClass] as const)));
}

/** A class with every option given. */
export interface EveryOption {
  readonly schema: ComponentSchema;
  readonly template: PackerTemplate;
  /** The body of the component's block as it is written. */
  readonly body: { readonly [option: string]: any };
}

/** Gives every option of a class a value of its type, whatever rules say of their combination. */
export function withEveryOption(typed: TypedClass): EveryOption {
  const schema = tableOf(typed);
  const { template, build } = smallTemplate(schema);
  new typed(schema.kind === 'source' || schema.kind === 'data' ? template : build, 'x', valuesOf(schema.options));
  const { json } = renderedTemplate(template);
  return { schema, template, body: bodyOf(json, schema) };
}

/** What is written of a template, also where rules on its options are broken. */
export function writtenAnyway(template: PackerTemplate): object {
  return renderedTemplate(template).json;
}

export function tableOf(typed: TypedClass): ComponentSchema {
  const template = new PackerTemplate(new PackerApp(), 'web');
  return new typed(new Build(template, 'build'), 'x', {})._schema;
}

function smallTemplate({ kind, type }: ComponentSchema) {
  const template = new PackerTemplate(new PackerApp(), 'web');
  if (kind !== 'source' || type !== 'null') { new NullSource(template, 'local', { communicator: 'none' }); }
  return { template, build: new Build(template, 'build') };
}

function bodyOf(json: any, { kind, type }: ComponentSchema): any {
  switch (kind) {
    case 'source': return json.source[type].x;
    case 'data': return json.data[type].x;
    case 'provisioner': return json.build[0].provisioner[0][type];
    case 'post-processor': return json.build[0]['post-processors'][0]['post-processor'][0][type];
  }
}

function valuesOf(options: readonly OptionSchema[]): { [prop: string]: unknown } {
  return Object.fromEntries(options.map((option) => [option.option, valueOf(option)]));
}

function valueOf(option: OptionSchema): unknown {
  const text = option.values ? String(option.values[0]) : '1'.repeat(option.length?.[0] ?? 1);
  switch (option.type) {
    case 'bool': return true;
    case 'number': return option.values?.[0] ?? option.range?.[0] ?? 1;
    case 'list(string)': return [path(option, text)];
    case 'list(number)': return [1];
    case 'list(list(string))': return [[text]];
    case 'map(string)': return { key: path(option, text) };
    case 'block': return valuesOf(option.block!.options);
    case 'block list': return [valuesOf(option.block!.options)];
    default: return path(option, text);
  }
}

/** Input paths must exist. */
function path({ role }: OptionSchema, text: string): string {
  return role === 'input path' ? __filename : text;
}
